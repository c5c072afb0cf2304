"""The number that a line begins with: the worst pain (`4 long day at work`), or a quantity (`4 coffees`)."""

from sciatica_journal.domain.line.counted import (
    ADJECTIVES,
    COPULAS,
    COUNTED_BEHIND_NOUN,
    MEASURES,
    MODAL_AFTER_MAY,
    MONTHS,
    NO_PLURAL,
    ONE,
    PEOPLE,
    SINGULAR_TIMES,
    TAKEN,
)
from sciatica_journal.domain.line.reading import Reading
from sciatica_journal.domain.line.words import NOT_A_RATING_BEFORE, UNITS

_MOST_ADJECTIVES = 3
_MORE = frozenset({"more", "other", "others", "further", "fewer", "extra"})
_RANGE = frozenset({"to", "or", "-", "–"})
_AGAINST = frozenset({"on", "v", "vs", "+", "plus"})
_DISTANCES = ("km", "mi")


def leading_rating_end(reading: Reading) -> int | None:
    """Return the index behind the rating 0-10 that the line begins with, None where it begins otherwise.

    `4/10` and `4 out of 10` are ratings whatever follows; a bare number is one unless the words behind it make it
    a quantity: a plural, a unit, a person, a month, another number.
    """
    if not reading.is_open(0, 0) or reading.whole(0) is None:
        return None
    end = reading.rating_end(0, 0)
    if end is None:
        return 1 if _day_follows(reading) else None
    number = reading.tokens[0].number
    said_of_ten = end > 1 or (number is not None and number.unit == "/10")
    return end if said_of_ten or not _counts(reading) else None


def _day_follows(reading: Reading) -> bool:
    """Return whether the number stands before a sentence about the day: `4 day was long`."""
    return reading.word(1, 0) in SINGULAR_TIMES and reading.word(2, 0) in COPULAS


def _counts(reading: Reading) -> bool:
    """Return whether the words behind the first number make it a quantity."""
    word, second = reading.word(1, 0), reading.word(2, 0)
    if reading.is_open(1, 0) and not word:
        return True
    if word in MONTHS:
        return word != "may" or second not in MODAL_AFTER_MAY
    return (
        word in MEASURES
        or word in PEOPLE
        or _is_plural(word)
        or _is_clock(word)
        or (word in _MORE and second not in ("than", "or"))
        or _is_between(reading, word)
        or (word == "and" and "half" in (second, reading.word(3, 0)))
        or (word == "l" and second in ("water", "milk", "of"))
        or (word == "out" and second == "of" and _is_number(reading, 3))
        or _is_taken(reading, 1)
        or second in COUNTED_BEHIND_NOUN - {""}
        or _counts_behind_adjectives(reading)
    )


def _counts_behind_adjectives(reading: Reading) -> bool:
    """Return whether adjectives and then something counted follow: `4 long slow runs`, not `4 long day`."""
    at = reading.skip(1, 0, ADJECTIVES | _MORE, _MOST_ADJECTIVES)
    word = reading.word(at, 0)
    if at == 1:
        return False
    return _is_plural(word) or word in PEOPLE or UNITS.get(word) in _DISTANCES or _is_taken(reading, at)


def _is_taken(reading: Reading, at: int) -> bool:
    word, number = reading.word(at, 0), reading.tokens[0].number
    return word in TAKEN or (word in ONE and number is not None and number.value == 1)


def _is_between(reading: Reading, word: str) -> bool:
    """Return whether two numbers go together: `3 to 5`, `1 on 1`, `5 in 25:00`."""
    if not _is_number(reading, 2):
        return False
    number = reading.tokens[2].number
    timed = number is not None and number.unit in ("clock", "long clock")
    if word in ("in", "@"):
        return timed
    return word in _RANGE or (word in _AGAINST and reading.rating_end(2, 0) is not None)


def _is_number(reading: Reading, index: int) -> bool:
    return reading.is_open(index, 0) and reading.tokens[index].number is not None


def _is_clock(word: str) -> bool:
    """Return whether the word ends a time of day (`6 30pm`)."""
    return word[:1].isdigit() and word.endswith(("am", "pm"))


def _is_plural(word: str) -> bool:
    """Return whether a word looks like the plural of something counted."""
    if word in NOT_A_RATING_BEFORE and word.endswith("s"):
        return True
    plain = len(word) > 3 and word.isalpha() and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return plain and word not in NO_PLURAL
