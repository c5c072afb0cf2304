"""Values of other programs within what a run may hold; what lies outside is as if it were not there."""

from datetime import datetime
from typing import Final

from sciatica_journal.domain.units import MOST_KM, MOST_MINUTES

FIRST_YEAR: Final = 1990
"""A clock that was never set says 1970 (Unix) or the end of 1989 (FIT)."""

LAST_YEAR: Final = 2099
"""A clock of 32 bits ends in 2106; what lies near it was counted backwards."""

_MOST_ASCENT: Final = 30_000


def km(value: float | None) -> float | None:
    """Return kilometres with three decimals."""
    return _amount(value, 3, MOST_KM)


def minutes(seconds: float | None) -> float | None:
    """Return the minutes, with two decimals, of seconds."""
    return None if seconds is None else _amount(seconds / 60, 2, MOST_MINUTES)


def _amount(value: float | None, decimals: int, highest: float) -> float | None:
    return (round(value, decimals) or None) if value is not None and 0 < value <= highest else None


def heart_rate(value: float | None) -> int | None:
    """Return whole beats a minute."""
    return round(value) if value is not None and 20 <= value <= 260 else None


def ascent(metres: float | None) -> float | None:
    """Return metres with one decimal; a flat way has 0."""
    return round(metres, 1) if metres is not None and 0 <= metres <= _MOST_ASCENT else None


def steps(value: float | None) -> int | None:
    """Return whole steps of both feet a minute."""
    return round(value) if value is not None and 1 <= value <= 300 else None


def both_feet(value: float | None) -> int | None:
    """Return steps of both feet a minute; what can only be those of one foot, below 120, is doubled."""
    return steps(2 * value if value is not None and value < 120 else value)


def rating(value: float | None) -> int | None:
    """Return a rating from 1 to 10; 0 is what programs write where nobody was asked."""
    return round(value) if value is not None and 0.5 < value <= 10 else None


def clock_fault(moment: datetime) -> str | None:
    """Return in words why a moment cannot be meant, None for one that can."""
    if FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    return f"Its date is {moment:%Y-%m-%d}: the clock was not set. Type this outing in."
