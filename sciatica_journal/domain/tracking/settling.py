"""Whether days have settled near zero, and whether a nerve sign grows, which forbids to count less (rule 14)."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.signs.known import SignState
from sciatica_journal.domain.signs.mixed import grown_signs, is_mixed
from sciatica_journal.domain.signs.records import RECENT_DAYS
from sciatica_journal.domain.signs.windows import Logged

if TYPE_CHECKING:
    from sciatica_journal.domain.care.check import Check

QUIET_PAIN: Final = 1
QUIET_POINT: Final = 1
QUIET_FUNCTION: Final = 8
"""A day is quiet with pain up to 1, at most in the low back, and function from 8. Our thresholds, not validated."""

_LOUD_ALLOWED: Final = 1
"""Days of a fortnight that may be louder."""
_FEWEST: Final = 5


def is_quiet(day: Day) -> bool | None:
    """Return whether a day was near zero; None where it says nothing of it."""
    pain = [value for value in (day.pain_worst, day.pain_morning) if value is not None]
    points = [value for value in (day.leg_left, day.leg_right) if value is not None]
    if not (pain or points or day.function is not None or day.uneventful):
        return None
    return (
        max(pain, default=0) <= QUIET_PAIN
        and max(points, default=0) <= QUIET_POINT
        and (day.function is None or day.function >= QUIET_FUNCTION)
    )


def is_settled(days: Iterable[Day], today: date, fortnights: int = 1, fewest: int = _FEWEST) -> bool:
    """Return whether the last weeks were near zero, but for one day a fortnight and none of the last three noted.

    At least `fewest` days a fortnight have to tell something.
    """
    told: list[list[bool]] = [[] for _ in range(fortnights)]
    for day in sorted(days, key=lambda day: day.date, reverse=True):
        ago, quiet = (today - day.date).days, is_quiet(day)
        if quiet is not None and 0 <= ago < fortnights * RECENT_DAYS:
            told[ago // RECENT_DAYS].append(quiet)
    each = all(len(row) >= fewest and row.count(False) <= _LOUD_ALLOWED for row in told)
    return each and all(told[0][:3])


def may_count_less(
    days: Sequence[Logged], checks: "Sequence[Check]", today: date, known: Sequence[SignState], *, flag_open: bool
) -> bool:
    """Return whether counting less may be offered: no urgent flag is open, and no nerve sign is new or growing.

    `days` reach back four weeks at least, today among them. Less pain is no good news where numbness, tingling or
    weakness grows (clinical reference 2.3, rule 14).
    """
    if flag_open or grown_signs(days, checks, today, known) or is_mixed(days, checks, today, known):
        return False
    fresh = timedelta(days=RECENT_DAYS)
    return not any(
        state.ended is None and not state.quiet and state.last_change is not None and today - state.last_change < fresh
        for state in known
    )
