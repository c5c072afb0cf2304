"""The rest of the line: factors, painkillers, yesterday's response and feelings."""

from sciatica_journal.domain.day import MOST_PAINKILLERS
from sciatica_journal.domain.line.reading import Reading
from sciatica_journal.domain.line.words import (
    DEGREE,
    NEGATORS,
    PAINKILLERS,
    RESPONSE_BEFORE,
    RESPONSE_NOT_AFTER,
    RESPONSES,
    TOOK,
)

_LARGEST_FACTOR = 1e9
_LONGEST_NAME = 60
_FILLERS = ("=", ":", "x", "was")


def read_factors(reading: Reading) -> dict[str, float]:
    """Read `#coffee=2` and `#sitting 7.5`: a name and a number, a whole one as int."""
    factors: dict[str, float] = {}
    for index, token in enumerate(reading.tokens):
        if token.factor is None:
            continue
        at = reading.skip(index + 1, index, _FILLERS, 1)
        number = reading.tokens[at].number if reading.is_open(at, index) else None
        if number is None or number.unit in ("/10", "odd", "clock", "long clock"):
            continue
        value = number.value / 60 if number.unit == "h min" else number.value
        if not token.factor.isprintable() or len(token.factor) > _LONGEST_NAME or abs(value) > _LARGEST_FACTOR:
            continue
        factors[token.factor] = int(value) if value.is_integer() else round(value, 6)
        reading.take(range(index, at + 1))
    return factors


def read_painkillers(reading: Reading) -> None:
    """Read `painkillers 2`, `took 2 painkillers`, `no painkillers`: doses."""
    for index, token in enumerate(reading.tokens):
        if not reading.is_open(index, index):
            continue
        if token.word in PAINKILLERS:
            _read_doses(reading, index, index + 1)
        elif token.word == "pain" and reading.word(index + 1, index) in ("killer", "killers"):
            _read_doses(reading, index, index + 2)


def _read_doses(reading: Reading, key: int, behind: int) -> None:
    before = key - 1
    if reading.word(before, key) in NEGATORS and reading.word(before, key):
        start = before - 1 if reading.word(before - 1, key) in TOOK else before
        reading.set_field("painkillers", 0, range(start, behind))
        return
    took = reading.word(before - 1, key) in TOOK
    number_first = reading.rating_end(before, key) == key
    at = reading.skip(behind, key, _FILLERS, 1)
    end = reading.rating_end(at, key)
    if end is not None and not (number_first and took):
        _record_doses(reading, key, at, end)
    elif number_first:
        _record_doses(reading, before - 1 if took else before, before, behind)


def _record_doses(reading: Reading, start: int, at: int, end: int) -> None:
    value = reading.whole(at, MOST_PAINKILLERS)
    if value is None:
        reading.warn_range(start, end, "painkillers", MOST_PAINKILLERS)
    else:
        reading.set_field("painkillers", value, range(start, end))


def read_response(reading: Reading) -> None:
    """Read how the body answered yesterday's run: `settled`, `run lingering`, `flared up`."""
    for index, token in enumerate(reading.tokens):
        if not reading.is_open(index, index):
            continue
        if token.word in RESPONSES:
            _read_response(reading, index, RESPONSES[token.word])
        elif token.word == "flare" and reading.word(index + 1, index) == "up":
            _read_response(reading, index, "flared")


def _read_response(reading: Reading, index: int, response: str) -> None:
    start = index
    while index - start < 6 and reading.word(start - 1, index) in RESPONSE_BEFORE:
        start -= 1
    before = reading.word(start - 1, index)
    end = index + 1
    if reading.word(end, index) == "up" or (response == "settled" and reading.word(end, index) == "down"):
        end += 1
    if reading.word(end, index) in RESPONSE_NOT_AFTER or before in NEGATORS - {""}:
        return
    if not (reading.clear_at(start - 1, index) or before in DEGREE - {""}):
        return
    if reading.response is not None:
        reading.warn("The response is said twice: the later is recorded, the earlier stays in the note.")
        for at in reading.response_at:
            reading.taken[at] = 0
        reading.bar(reading.response_at)
    reading.response = response
    reading.response_at = list(range(start, end))
    reading.take(reading.response_at)
