"""Distances and times as people write them."""

from typing import Final

from sciatica_journal.domain.line.reading import Reading
from sciatica_journal.domain.line.words import PACE_WORDS, UNITS
from sciatica_journal.domain.units import KM_PER_MILE

_KM: Final = {"km": 1.0, "mi": KM_PER_MILE, "m": 0.001}
_HOUR: Final = 60


def distance_at(reading: Reading, index: int, near: int) -> tuple[float, int] | None:
    """Return the kilometres said at `index` (`5k`, `5.2 km`, `3 mi`, `800 m`) and the index behind them."""
    if not reading.is_open(index, near):
        return None
    number = reading.tokens[index].number
    if number is None:
        return None
    if number.unit in _KM:
        return round(number.value * _KM[number.unit], 3), index + 1
    unit = UNITS.get(reading.word(index + 1, near), "")
    if number.unit == "" and unit in _KM:
        return round(number.value * _KM[unit], 3), index + 2
    return None


def minutes_at(reading: Reading, index: int, near: int, short: bool = False) -> tuple[float, int] | None:
    """Return the minutes said at `index` (`32:10`, `40 min`, `1h20`, `an hour`) and the index behind them.

    With `short`, `32m` are minutes too, not metres.
    """
    if not reading.is_open(index, near):
        return None
    number = reading.tokens[index].number
    if number is None:
        return _spelt_out(reading, index, near)
    if number.unit in ("clock", "long clock", "h min"):
        pace = reading.word(index + 1, near) in PACE_WORDS or reading.word(index - 1, near) in ("at", "@")
        return None if pace and number.unit != "h min" else (round(number.value, 2), index + 1)
    unit, end = number.unit, index + 1
    if unit == "":
        unit, end = UNITS.get(reading.word(end, near), ""), end + 1
    if unit == "h":
        return _after_hours(reading, number.value * _HOUR, end, near, bare=reading.tokens[end - 1].word in ("", "h"))
    if unit == "min" or (short and unit == "m"):
        seconds = _unit_at(reading, end, near, "s")
        return (round(number.value + seconds[0] / 60, 2), seconds[1]) if seconds else (round(number.value, 2), end)
    return None


def _unit_at(reading: Reading, index: int, near: int, unit: str) -> tuple[float, int] | None:
    if not reading.is_open(index, near):
        return None
    number = reading.tokens[index].number
    if number is None or number.value < 0:
        return None
    if number.unit == unit:
        return number.value, index + 1
    behind = UNITS.get(reading.word(index + 1, near), "")
    return (number.value, index + 2) if number.unit == "" and behind == unit else None


def _after_hours(reading: Reading, minutes: float, end: int, near: int, bare: bool) -> tuple[float, int]:
    start = reading.skip(end, near, ("and",), 1)
    more = _unit_at(reading, start, near, "min") or _unit_at(reading, start, near, "m")
    if more is None and bare and start == end and reading.is_open(end, near):
        number = reading.tokens[end].number
        if number is not None and number.unit == "" and number.two_digits and number.value < _HOUR:
            more = number.value, end + 1
    return (round(minutes + more[0], 2), more[1]) if more else (round(minutes, 2), end)


def _spelt_out(reading: Reading, index: int, near: int) -> tuple[float, int] | None:
    words = [reading.word(at, near) for at in range(index, index + 6)]
    if words[0] == "half":
        start = 2 if words[1] == "an" else 1
        return (30.0, index + start + 1) if words[start] == "hour" else None
    start = 1 if words[0] in ("an", "one") else 0
    if words[start] != "hour":
        return None
    if words[start + 1 : start + 4] == ["and", "a", "half"]:
        return 90.0, index + start + 4
    return 60.0, index + start + 1
