"""Sleep in the line: `slept 6h`, `sleep 7,5 quality 5`, `7 hours of sleep`."""

from sciatica_journal.domain.day import MOST_SLEEP_HOURS
from sciatica_journal.domain.line.quantities import minutes_at
from sciatica_journal.domain.line.reading import Reading
from sciatica_journal.domain.line.tokens import Number
from sciatica_journal.domain.line.words import (
    NEGATORS,
    NOT_A_RATING_BEFORE,
    SLEEP_FILLERS,
    SLEEP_MANNER,
    SLEEP_WORDS,
    UNITS,
)


def read_sleep(reading: Reading) -> None:
    """Read hours and quality of the night."""
    for index, token in enumerate(reading.tokens):
        if not reading.is_open(index, index):
            continue
        if token.word in SLEEP_WORDS:
            _read_named(reading, index)
        elif token.word == "quality" and "sleep_hours" in reading.fields:
            _read_quality(reading, index, index + 1)
        elif token.number is not None and token.number.unit in ("", "h", "h min"):
            _read_hours_first(reading, index)


def _read_named(reading: Reading, key: int) -> None:
    if reading.word(key - 1, key) in NEGATORS and reading.word(key - 1, key):
        return
    if reading.word(key + 1, key) == "quality":
        _read_quality(reading, key, key + 2)
        return
    at = key + 1
    said = {key}
    for _ in range(5):
        word = reading.word(at, key)
        if word in SLEEP_FILLERS:
            said.add(at)
        elif word not in SLEEP_MANNER:
            break
        at += 1
    if not reading.is_open(at, key):
        return
    number = reading.tokens[at].number
    if number is not None and number.unit == "/10":
        _read_quality(reading, key, at)
        return
    found = _hours_at(reading, at, key)
    if found is not None:
        _record(reading, found[0], said | set(range(at, found[1])), (key, found[1]))


def _hours_at(reading: Reading, index: int, near: int) -> tuple[float, int] | None:
    """Return the hours said at `index` and the index behind them; minutes alone are no night."""
    number = reading.tokens[index].number
    if number is None:
        return None
    if number.unit == "clock":
        return round(number.value, 2), index + 1
    unit = number.unit or UNITS.get(reading.word(index + 1, near), "")
    if unit in ("h", "h min"):
        found = minutes_at(reading, index, near)
        return (round(found[0] / 60, 2), found[1]) if found else None
    if number.unit != "" or reading.word(index + 1, near) in NOT_A_RATING_BEFORE or _is_range(reading, index):
        return None
    return round(number.value, 2), index + 1


def _is_range(reading: Reading, index: int) -> bool:
    behind = reading.tokens[index + 2].number if reading.is_open(index + 2, index) else None
    return reading.word(index + 1, index) in ("to", "or", "-") and isinstance(behind, Number)


def _record(reading: Reading, hours: float, indexes: set[int], span: tuple[int, int]) -> None:
    if 0 <= hours <= MOST_SLEEP_HOURS:
        reading.set_field("sleep_hours", hours, indexes)
        return
    raw = " ".join(reading.raw(*span).split())
    reading.warn(f"“{raw}” stays in the note: sleep is from 0 to {MOST_SLEEP_HOURS:g} hours.")
    reading.bar(range(*span))


def _read_quality(reading: Reading, start: int, index: int) -> None:
    at = reading.skip(index, start, SLEEP_FILLERS)
    end = reading.rating_end(at, start)
    if end is None:
        return
    value = reading.whole(at)
    if value is None:
        reading.warn_range(start, end, "sleep quality")
    else:
        reading.set_field("sleep_quality", value, range(start, end))


def _read_hours_first(reading: Reading, index: int) -> None:
    """Read `7h sleep` and `7 hours of sleep`."""
    number = reading.tokens[index].number
    unit = number.unit if number and number.unit else UNITS.get(reading.word(index + 1, index), "")
    if unit not in ("h", "h min"):
        return
    found = minutes_at(reading, index, index)
    end = reading.skip(found[1], index, ("of",), 1) if found else index
    if found is None or reading.word(end, index) not in SLEEP_WORDS:
        return
    if reading.is_open(end + 1, index) and _hours_at(reading, end + 1, index):
        return
    _record(reading, round(found[0] / 60, 2), set(range(index, end + 1)), (index, end + 1))
