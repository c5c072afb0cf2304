"""How often somebody writes: every day, every other day, once a week, not at all. A day that is not due is no gap."""

from datetime import date, timedelta
from typing import Final

RHYTHMS: Final = ("daily", "every_other_day", "weekly", "stop")
"""From much to little; the names are those of a season's next step."""

_DAYS: Final = {"daily": 1, "every_other_day": 2, "weekly": 7}


def next_due(rhythm: str, last: date | None, today: date) -> date | None:
    """Return the day of the next note, from `today` on; None where none is due any more.

    `last` is the last day before today that holds anything.
    """
    days = _DAYS.get(rhythm)
    if days is None:
        return None
    return today if last is None else max(today, last + timedelta(days=days))


def is_due(rhythm: str, last: date | None, today: date) -> bool:
    """Return whether a note is due today."""
    return next_due(rhythm, last, today) == today


def step_down(rhythm: str) -> str | None:
    """Return the next smaller rhythm with notes in it, None where there is none."""
    return {"daily": "every_other_day", "every_other_day": "weekly"}.get(rhythm)
