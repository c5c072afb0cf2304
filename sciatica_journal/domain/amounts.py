"""Distances, durations, times of day and numbers as people type them into a field that asks for one."""

import re
from datetime import time
from typing import Final

from sciatica_journal.domain.dates import time_of_day
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.units import clock_minutes, to_km

_NUMBER: Final = r"(?ai)([-+]?\d{1,9}(?:[.,]\d{1,9})?)"
_DISTANCE: Final = _NUMBER + r" *(k|km|kilomet(?:er|re)s?|mi|miles?|m|met(?:er|re)s?)?"
_HOURS: Final = _NUMBER + r" *h(?:(?:ou)?rs?)? *(?:([0-5]?\d) *(?:m(?:in(?:ute)?s?)?)?)?"
_MINUTES: Final = _NUMBER + r" *(?:(?:m(?:in(?:ute)?s?)?|') *(?:([0-5]?\d) *(?:s(?:ec(?:ond)?s?)?|\")?)?)?"
_WITHOUT_COLON: Final = r"(?a)(\d{1,2})(?:h? *(\d{2}))?"


def parse_distance(text: str, unit: str) -> float:
    """Return kilometres (three decimals) of `5.2`, `5,2`, `5.2 km`, `3 mi`, `800 m`; a bare number is in `unit`.

    Raises InvalidValue for what is not a distance; whether it can be run is the record's question.
    """
    found = re.fullmatch(_DISTANCE, text.strip())
    if not found:
        raise InvalidValue(f"“{text.strip()}” is not a distance.", "Write it as 5.2, 3 mi or 800 m.")
    number = _number(found[1])
    said = (found[2] or unit).lower()
    if said.startswith("mi"):
        return to_km(number, "mi")
    return round(number / 1000, 3) if said.startswith("m") else round(number, 3)


def parse_minutes(text: str) -> float:
    """Return minutes (two decimals) of `32:10`, `1:32:05`, `40`, `40 min`, `1h20`, `32m10s`.

    Raises InvalidValue for what is not a duration; whether it can be is the record's question.
    """
    said = text.strip()
    if (clock := clock_minutes(said)) is not None:
        return round(clock, 2)
    if found := re.fullmatch(_HOURS, said):
        return round(_number(found[1]) * 60 + int(found[2] or 0), 2)
    if found := re.fullmatch(_MINUTES, said):
        return round(_number(found[1]) + int(found[2] or 0) / 60, 2)
    raise InvalidValue(f"“{said}” is not a time taken.", "Write it as 32:10, 1:32:05, 40 (minutes) or 1h20.")


def parse_clock(text: str) -> time:
    """Return the time of day of `7:05`, `07.05`, `0705`, `7h05` or `7`. Raises InvalidValue for what is none."""
    said = text.strip()
    bare = re.fullmatch(_WITHOUT_COLON, said)
    clock = time_of_day(f"{bare[1]}:{bare[2] or '00'}" if bare else said)
    if clock is None:
        raise InvalidValue(f"“{said}” is not a time of day.", "Write it as 07:05.")
    return clock


def parse_amount(text: str) -> float:
    """Return the number of `2`, `7.5` or `7,5`; whole ones stay whole. Raises InvalidValue for what is none."""
    if not re.fullmatch(_NUMBER, text.strip()):
        raise InvalidValue(f"“{text.strip()}” is not a number.", "Write it as 2 or 7.5.")
    number = _number(text.strip())
    return int(number) if number.is_integer() else number


def _number(text: str) -> float:
    return float(text.replace(",", "."))
