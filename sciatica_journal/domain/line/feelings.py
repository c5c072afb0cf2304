"""Feelings in the line: `feeling proud, worried`, `felt tired and a bit low`."""

from sciatica_journal.domain.line.reading import Reading
from sciatica_journal.domain.line.words import (
    FEELING_DEGREE,
    FEELING_PHRASES,
    FEELING_WORDS,
    FEELINGS,
    NO_FEELING,
    OTHER_BODY,
    STARTERS,
    UNITS,
)

_LONGEST = 60


def read_feelings(reading: Reading) -> tuple[str, ...]:
    """Return the feelings named behind `feeling`, up to where a part of another kind begins.

    The first word and single words behind commas may be any; words joined by nothing must be known feelings,
    so that a note that follows is not taken apart.
    """
    feelings: dict[str, None] = {}
    index = 0
    while index < len(reading.tokens):
        if reading.tokens[index].word in FEELING_WORDS and reading.is_open(index, index):
            index = _read_list(reading, feelings, index)
        else:
            index += 1
    return tuple(feelings)


def _read_list(reading: Reading, feelings: dict[str, None], key: int) -> int:
    end = key + 1
    near = key
    opening = key
    while opening > 0 and reading.word(opening - 1, key) in ("i", "am", "i'm", "was", "also"):
        opening -= 1
    first = True
    while end < len(reading.tokens):
        token = reading.tokens[end]
        crossing = token.clause != reading.tokens[near].clause
        if crossing and (first or token.part == reading.tokens[near].part):
            break
        near = end if crossing else near
        found = _feeling_at(reading, end, near, free=first or (crossing and token.by_comma))
        if found is None:
            break
        name, stop = found
        feelings[name] = None
        reading.take(range(opening if first else end, stop))
        end, near, first = stop, stop - 1, False
    return end


def _feeling_at(reading: Reading, index: int, near: int, free: bool) -> tuple[str, int] | None:
    """Return the feeling at `index` and the index behind it; `free`: any single word may be one."""
    at = reading.skip(index, near, FEELING_DEGREE, 5)
    joined = any(reading.tokens[step].word in ("and", "&", "+") for step in range(index, at))
    word = reading.word(at, near)
    phrase = (word, reading.word(at + 1, near))
    if phrase in FEELING_PHRASES:
        return " ".join(phrase), at + 2
    if word in FEELINGS:
        return word, at + 1
    if not (free or joined) or not _may_be_feeling(word):
        return None
    behind = at + 1
    ends = reading.clear_at(behind, near) or reading.word(behind, near) in ("and", "&", "+")
    return (word, behind) if ends or reading.is_known_start(behind, near) else None


def _may_be_feeling(word: str) -> bool:
    known_otherwise = word in STARTERS or word in NO_FEELING or word in OTHER_BODY or word in UNITS
    return 1 < len(word) <= _LONGEST and word.replace("-", "").isalpha() and word.isprintable() and not known_otherwise
