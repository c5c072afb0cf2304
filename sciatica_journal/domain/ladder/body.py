"""What a verdict compares: one's usual before an outing, and what the body said after it."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from sciatica_journal.domain.legs import SENSATIONS
from sciatica_journal.domain.signs.known import sides_of
from sciatica_journal.domain.signs.windows import Logged, furthest, median

USUAL_DAYS: Final = 14
"""Logged days before an outing whose median is one's usual (docs/formats.md)."""
NEXT_WITHIN: Final = 2
"""Days after an outing up to which the next logged day tells of it: a response can be revised for 48 hours."""

Sign = tuple[str, str]
"""A nerve sign and the side of it."""


class Usual(NamedTuple):
    """One's usual: medians of pain (0-10) and furthest point (0-6), None where no day has them, and the nerve signs
    that were there on any of those days."""

    pain: float | None = None
    furthest: float | None = None
    signs: frozenset[Sign] = frozenset()


class After(NamedTuple):
    """What was logged after an outing: the furthest point on its day and the next morning, the nerve signs of its day
    and of the next logged day, and whether these days raised an urgent flag."""

    evening: int | None = None
    morning: int | None = None
    signs: frozenset[Sign] = frozenset()
    flagged: bool = False


class Days:
    """The days of a journal, in order, as outings are compared with them. Days that say nothing of pain, legs or signs
    are no logged days here. `flags` are the days that raised an emergency or same-day flag."""

    def __init__(self, days: Iterable[Logged], flags: Iterable[date] = ()) -> None:
        self._days = sorted((day for day in days if _tells(day)), key=lambda day: day.date)
        self._at = {day.date: number for number, day in enumerate(self._days)}
        self._flags = frozenset(flags)

    def usual(self, day: date) -> Usual:
        """Return one's usual by the last 14 logged days before a day."""
        from bisect import bisect_left

        end = bisect_left(self._days, day, key=lambda one: one.date)
        found = self._days[max(0, end - USUAL_DAYS) : end]
        return Usual(median(found, _rising_pain, 1), median(found, furthest, 1), _signs(found))

    def after(self, day: date, response_furthest: int | None = None) -> After:
        """Return what was logged after an outing of that day."""
        following = [day + timedelta(days=ahead) for ahead in range(1, NEXT_WITHIN + 1)]
        then = next((self._days[self._at[one]] for one in following if one in self._at), None)
        here = self._of(day)
        days = [one for one in (here, then) if one is not None]
        next_day = self._of(day + timedelta(days=1))
        morning = response_furthest if response_furthest is not None else _furthest(next_day)
        flagged = not self._flags.isdisjoint({day, day + timedelta(days=1), *(one.date for one in days)})
        return After(_furthest(here), morning, _signs(days), flagged)

    def _of(self, day: date) -> "Logged | None":
        return self._days[self._at[day]] if day in self._at else None


def _tells(day: Logged) -> bool:
    values = (day.pain_morning, day.pain_worst, day.leg_left, day.leg_right, *(getattr(day, one) for one in SENSATIONS))
    return any(value is not None for value in values)


def _furthest(day: "Logged | None") -> int | None:
    return furthest(day) if day is not None else None


def _rising_pain(day: Logged) -> int | None:
    return day.pain_morning if day.pain_morning is not None else day.pain_worst


def _signs(days: Sequence[Logged]) -> frozenset[Sign]:
    return frozenset((sign, side) for day in days for sign in SENSATIONS for side in sides_of(getattr(day, sign)))
