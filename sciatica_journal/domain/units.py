"""Distances and durations as people write and read them. Kept are kilometres and minutes."""

import re
from typing import Final

KM_PER_MILE: Final = 1.609344
"""The international mile (1959)."""

MOST_KM: Final = 1000.0
MOST_MINUTES: Final = 2880.0
"""The longest outing on foot that is taken for one."""

_SHOWN_DECIMALS: Final = {"km": 2, "mi": 1}
_EXACT_DECIMALS: Final = {"km": 3, "mi": 2}
_CLOCK: Final = r"(?:([0-9]{1,4}):)?([0-9]{1,4}):([0-5][0-9])"


def to_km(distance: float, unit: str) -> float:
    """Return kilometres (three decimals) of a distance in `km` or `mi`."""
    return round(distance * KM_PER_MILE if unit == "mi" else distance, 3)


def shown_distance(km: float, unit: str) -> str:
    """Return a distance to read, such as `5.21 km` (at most two decimals) or `3.2 mi` (at most one)."""
    return _distance(km, unit, _SHOWN_DECIMALS[unit])


def exact_distance(km: float, unit: str) -> str:
    """Return a distance as it is kept, to be read back from it: at most three decimals of km, two of mi."""
    return _distance(km, unit, _EXACT_DECIMALS[unit])


def _distance(km: float, unit: str, decimals: int) -> str:
    value = km / KM_PER_MILE if unit == "mi" else km
    number = f"{value:.{decimals}f}"
    if value and not float(number):
        number = f"{value:.4f}"
    return f"{number.rstrip('0').rstrip('.')} {unit}"


def shown_duration(minutes: float) -> str:
    """Return a duration as `32:10` or `1:32:05`."""
    seconds = round(minutes * 60)
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60}:{rest % 60:02d}"


def clock_minutes(text: str) -> float | None:
    """Return the minutes that `32:10` (minutes, seconds) or `1:32:05` says, None for what is written otherwise."""
    clock = re.fullmatch(_CLOCK, text)
    if clock is None:
        return None
    hours, minutes, seconds = int(clock[1] or 0), int(clock[2]), int(clock[3])
    if clock[1] and (minutes > 59 or len(clock[2]) != 2):
        return None
    return hours * 60 + minutes + seconds / 60


def shown_hours(hours: float) -> str:
    """Return hours of sleep as `7 h` or `7 h 30`."""
    minutes = round(hours * 60)
    return f"{minutes // 60} h" + (f" {minutes % 60:02d}" if minutes % 60 else "")


def signed(value: float) -> str:
    """Return a number of points with its sign and one decimal; 0.0 has none."""
    text = f"{value:+.1f}"
    return "0.0" if text in ("+0.0", "-0.0") else text
