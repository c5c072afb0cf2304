"""Ratings in the line: pain, stress, mood, energy, function."""

from sciatica_journal.domain.line.reading import Reading
from sciatica_journal.domain.line.words import (
    MORNING_WORDS,
    OTHER_BODY,
    PAIN_PHRASE,
    PLACES,
    RATING_FILLERS,
    RATING_KEYS,
)

_LABELS = {"pain_worst": "pain", "pain_morning": "morning pain"}
_NEAR = 5
_NEUTRAL = frozenset(
    {"today", "now", "overall", "only", "still", "tonight", "about", "around", "just", "~", "and", "&"}
)
_ON_WAKING = (
    ("this", "morning"),
    ("in", "the", "morning"),
    ("on", "waking"),
    ("on", "waking", "up"),
    ("when", "waking"),
)


def read_ratings(reading: Reading) -> None:
    """Read every rating that is said with its name: `pain 4`, `woke with pain 3`, `stress 7/10`."""
    for index, token in enumerate(reading.tokens):
        if token.word in RATING_KEYS and reading.is_open(index, index):
            _read_named(reading, index)
        elif token.number is not None and reading.is_open(index, index):
            _read_number_first(reading, index)


def _read_named(reading: Reading, key: int) -> None:
    field = RATING_KEYS[reading.tokens[key].word]
    is_pain = field in _LABELS
    if is_pain and reading.word(key - 1, key) in OTHER_BODY:
        return
    at = key + 1
    for _ in range(6):
        word = reading.word(at, key)
        if not word or not (word in RATING_FILLERS or word in PAIN_PHRASE or word == "-"):
            break
        if (
            word in PAIN_PHRASE
            and not is_pain
            and not (word == "morning" and reading.word(at - 1, key) in ("this", "the"))
        ):
            return
        at += 1
    end = reading.rating_end(at, key)
    if end is None:
        return
    said = {reading.tokens[step].word for step in range(key, at)}
    if is_pain and said & MORNING_WORDS:
        field = "pain_morning"
        if reading.word(at - 1, key) == "at":
            return
    start = key - 1 if reading.word(key - 1, key) == "this" else key
    _record(reading, field, start, at, end, strong="worst" in said)


def _record(reading: Reading, field: str, start: int, at: int, end: int, strong: bool = False) -> None:
    value = reading.whole(at)
    if value is None:
        reading.warn_range(start, end, _LABELS.get(field, field.replace("_", " ")))
        return
    waking = _waking_end(reading, end)
    if field == "pain_worst" and waking:
        field, end = "pain_morning", waking
    reading.set_field(field, value, range(start, end), strong)


def _waking_end(reading: Reading, index: int) -> int | None:
    """Return the index behind `this morning` or `on waking` at `index`, unless a number of its own follows."""
    for phrase in _ON_WAKING:
        end = index + len(phrase)
        if all(reading.word(index + step, index - 1) == word for step, word in enumerate(phrase)):
            return None if reading.rating_end(end, index - 1) else end
    return None


def _read_number_first(reading: Reading, index: int) -> None:
    """Read `4 pain` and `7/10 stress`."""
    end = reading.rating_end(index, index)
    field = RATING_KEYS.get(reading.word(end, index)) if end is not None else None
    if end is None or field is None or reading.tokens[end].word in MORNING_WORDS:
        return
    follows = end + 1
    number = reading.tokens[index].number
    named = number is not None and number.unit == "/10"
    if not (named or reading.clear_at(follows, index)) or not reading.clear_at(index - 1, index):
        return
    if reading.rating_end(reading.skip(follows, index, ("=", ":", "is", "was", "at")), index) is None:
        _record(reading, field, index, index, follows)


def read_bare_number(reading: Reading) -> None:
    """Read the first number that stands by itself, or begins the line, as the worst pain; a second one is note."""
    leading = _leading_end(reading)
    for index, token in enumerate(reading.tokens):
        if token.number is None or token.number.unit not in ("", "/10") or not reading.is_open(index, index):
            continue
        end = leading if leading is not None and index == 0 else reading.rating_end(index, index)
        if end is None or not (end == leading or _stands_alone(reading, index, end)):
            continue
        if reading.whole(index) is None:
            reading.warn_range(index, end, "pain")
        elif _waking_end(reading, end):
            _record(reading, "pain_worst", index, index, end)
        elif "pain_worst" not in reading.fields:
            reading.set_field("pain_worst", reading.whole(index), range(index, end))
        return


def _leading_end(reading: Reading) -> int | None:
    """Return the index behind a rating that the line begins with. Its vocabulary is loaded only for such a line."""
    if not reading.tokens or reading.tokens[0].number is None:
        return None
    from sciatica_journal.domain.line.leading_number import leading_rating_end

    return leading_rating_end(reading)


def _is_neutral(reading: Reading, index: int, near: int) -> bool:
    """Return whether a number beside the word stays the pain: `4 today`, `calf 4`, `left leg 4`."""
    word = reading.word(index, near)
    return word in _NEUTRAL or word in PLACES or (bool(word) and index in reading.leg_tokens)


def _stands_alone(reading: Reading, index: int, end: int) -> bool:
    before = index - 1
    while index - before < _NEAR and _is_neutral(reading, before, index):
        before -= 1
    behind = end
    while behind - end < _NEAR and _is_neutral(reading, behind, index):
        behind += 1
    if not reading.clear_at(before, index):
        return False
    if reading.clear_at(behind, index) or _waking_end(reading, end):
        return True
    second = reading.rating_end(behind, index)
    return second is not None and reading.clear_at(second, index)
