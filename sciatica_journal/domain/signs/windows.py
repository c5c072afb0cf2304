"""Stretches of logged days, and what they hold: medians, sides, whether there was pain."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, TypeAlias

from sciatica_journal.domain.signs.known import sides_of
from sciatica_journal.domain.signs.records import EPISODE_GAP, LoggedDay

if TYPE_CHECKING:
    from sciatica_journal.domain.day import Day

Logged: TypeAlias = "Day | LoggedDay"
"""A day with the values that these rules read."""

FEWEST: Final = 3
"""Values that a median rests on at least."""


def logged(day: Logged) -> LoggedDay:
    """Return the few values of a day that the rules over weeks need."""
    return LoggedDay(
        day.date, day.numb, day.tingling, day.weak, day.pain_worst, day.pain_morning, day.leg_left, day.leg_right
    )


def before(days: Iterable[Logged], until: date, first: int, last: int = 1) -> list[Logged]:
    """Return the days from `first` to `last` days before `until`, both included."""
    earliest, latest = until - timedelta(days=first), until - timedelta(days=last)
    return [day for day in days if earliest <= day.date <= latest]


def sides(days: Iterable[Logged], sensation: str) -> frozenset[str]:
    """Return the sides on which a sensation was logged."""
    return frozenset[str]().union(*(sides_of(getattr(day, sensation)) for day in days))


def pain(day: Logged) -> int | None:
    """Return the worst pain of a day, or where that is not rated the morning's."""
    return day.pain_worst if day.pain_worst is not None else day.pain_morning


def furthest(day: Logged) -> int | None:
    """Return the further of the two legs' points."""
    return max((leg for leg in (day.leg_left, day.leg_right) if leg is not None), default=None)


def hurts(day: Logged) -> bool:
    """Return whether the day has any leg or back pain."""
    return any((day.pain_worst, day.pain_morning, day.leg_left, day.leg_right))


def last_episode(painful: Iterable[date], until: date) -> date | None:
    """Return the first day of the last episode among painful days up to `until`, None without any.

    Eight weeks of days without pain lie between two episodes (docs/formats.md).
    """
    first = latest = None
    for day in sorted(day for day in painful if day <= until):
        if latest is None or (day - latest).days > EPISODE_GAP:
            first = day
        latest = day
    return first


def median(days: Sequence[Logged], value: Callable[[Logged], int | None], fewest: int = FEWEST) -> float | None:
    """Return the median of a value over the days that have it, None where fewer than `fewest` do."""
    found = sorted(number for day in days if (number := value(day)) is not None)
    if len(found) < max(fewest, 1):
        return None
    middle = len(found) // 2
    return float(found[middle]) if len(found) % 2 else (found[middle - 1] + found[middle]) / 2
