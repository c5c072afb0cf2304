"""Arithmetic of months."""

from calendar import monthrange
from datetime import date


def month_start(day: date) -> date:
    """Return the first day of the day's month."""
    return day.replace(day=1)


def other_month(day: date, step: int) -> date:
    """Return the same day `step` months on, or the last of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + step, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
