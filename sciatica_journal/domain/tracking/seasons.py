"""A season of notes in counts: what was logged while its question was open. Counts, no causes."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.signs.records import RECENT_DAYS
from sciatica_journal.domain.signs.windows import furthest, median

WEEKS: Final = 8
"""The usual length of a season."""


class Change(NamedTuple):
    """A median at the beginning of a season and at its end; None where fewer than three days tell."""

    first: float | None = None
    last: float | None = None


class SeasonFacts(NamedTuple):
    """What was logged from `first` to `last`, both included. Medians are of the first and the last fortnight.

    `worst` and `function` are 0-10, `furthest` a point 0-6 of the further leg; `runs` counts walks too; `off` are
    the days of holidays from the journal, which do not count as gaps.
    """

    first: date
    last: date
    logged: int
    runs: int
    worst: Change
    function: Change
    furthest: Change
    off: int = 0

    @property
    def days(self) -> int:
        """How many days the season has had."""
        return (self.last - self.first).days + 1

    @property
    def has_two_ends(self) -> bool:
        """Whether it is long enough for two fortnights that do not overlap."""
        return self.days >= 2 * RECENT_DAYS


def usual_end(first: date) -> date:
    """Return the last day of a season of the usual length."""
    return first + timedelta(weeks=WEEKS)


def season_facts(
    days: Sequence[Day],
    runs: Iterable[Run],
    first: date,
    last: date,
    logged: Iterable[date] = (),
    off: Collection[date] = (),
) -> SeasonFacts:
    """Return the facts of the days and runs from `first` to `last`; `logged` are further days with any record, `off`
    the days of holidays within them."""
    within = [day for day in days if first <= day.date <= last]
    outings = [run for run in runs if first <= run.date <= last]
    noted = {day.date for day in within if not day.is_empty} | {run.date for run in outings}
    noted |= {day for day in logged if first <= day <= last}
    fortnight = timedelta(days=RECENT_DAYS - 1)
    begin = [day for day in within if day.date <= first + fortnight]
    end = [day for day in within if day.date >= last - fortnight]
    return SeasonFacts(
        first=first, last=last, logged=len(noted), runs=len(outings),
        worst=Change(median(begin, lambda day: day.pain_worst), median(end, lambda day: day.pain_worst)),
        function=Change(_function(begin), _function(end)),
        furthest=Change(median(begin, furthest), median(end, furthest)),
        off=len(off),
    )  # fmt: skip


def _function(days: Sequence[Day]) -> float | None:
    values = {day.date: day.function for day in days}
    return median(days, lambda day: values.get(day.date))
