"""Which safety check is due today: short on days after a change, thirty seconds once a week (rules 5, 13 and 15)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from sciatica_journal.domain.signs.known import SignState, sides_of, uncovered
from sciatica_journal.domain.signs.records import RECENT_DAYS
from sciatica_journal.domain.signs.strength import to_repeat
from sciatica_journal.domain.signs.windows import Logged, before, sides

if TYPE_CHECKING:
    from sciatica_journal.domain.care.check import Check
    from sciatica_journal.domain.run import Run

SHORT_ITEMS: Final = ("saddle", "bladder", "bowel", "sexual", "both_legs", "weak", "numb")
WEEKLY_ITEMS: Final = (*SHORT_ITEMS, "fever", "weight")
STRENGTH: Final = ("heel_walk", "toe_walk", "calf_raises")
WEEK: Final = timedelta(days=7)

HARD_EFFORT: Final = 7
REST_DAYS: Final = 2
"""Days after a run of that effort on which strength is not looked at: 48 hours, counted in whole days."""


class Due(NamedTuple):
    """What to ask today. `items` are those of a check's answers, `strength` its tests of strength."""

    kind: Literal["short", "weekly"] | None = None
    items: tuple[str, ...] = ()
    strength: tuple[str, ...] = ()


def due_check(
    today: date,
    known: Sequence[SignState],
    checks: "Sequence[Check]",
    days: Sequence[Logged],
    runs: "Sequence[Run]" = (),
) -> Due:
    """Return the check that is due today, one of kind None where none is.

    `checks` reach back four weeks, `days` fourteen weeks, `runs` two days. A sign that began or changed within a
    fortnight asks daily until it is examined; all else asks once a week.
    """
    repeat = ("calf_raises",) if to_repeat(checks, today) and not ran_hard(runs, today) else ()
    if any(check.date == today and check.answers for check in checks):
        return Due("short", (), repeat) if repeat else Due()
    if _is_weekly_due(today, known, checks, days):
        strength = STRENGTH if _is_strength_due(today, checks, runs) else repeat
        return Due("weekly", (*WEEKLY_ITEMS, *_tingling(known)), strength)
    if _is_short_due(today, known, days):
        return Due("short", (*SHORT_ITEMS, *_tingling(known)), repeat)
    return Due("short", (), repeat) if repeat else Due()


def _tingling(known: Sequence[SignState]) -> tuple[str, ...]:
    return ("tingling",) if any(state.sign == "tingling" and state.ended is None for state in known) else ()


def _is_weekly_due(today: date, known: Sequence[SignState], checks: "Sequence[Check]", days: Sequence[Logged]) -> bool:
    """Return whether the last full check is a week ago; without one, whether the journal is a week old."""
    full = [check.date for check in checks if check.date <= today and check.is_full]
    if full:
        return today - max(full) >= WEEK
    begun = [day.date for day in days] + [state.since for state in known if state.since is not None]
    return bool(begun) and today - min(begun) >= WEEK


def _is_short_due(today: date, known: Sequence[SignState], days: Sequence[Logged]) -> bool:
    fresh = timedelta(days=RECENT_DAYS)
    for state in known:
        changed = state.last_change
        if state.ended is None and not state.quiet and changed is not None and today - changed < fresh:
            return True
    return any(_began_lately(today, sign, known, days) for sign in ("numb", "weak"))


def _began_lately(today: date, sign: str, known: Sequence[SignState], days: Sequence[Logged]) -> bool:
    """Return whether a sensation that was not told of was logged in the last fortnight, and not in the one before."""
    was = sides(before(days, today, 2 * RECENT_DAYS - 1, RECENT_DAYS), sign)
    new = sides(before(days, today, RECENT_DAYS - 1, 0), sign) - was
    told = frozenset[str]().union(
        *(sides_of(state.side or "both") for state in known if state.sign == sign and state.ended is None)
    )
    return bool(uncovered(known, sign, new - told, was))


def _is_strength_due(today: date, checks: "Sequence[Check]", runs: "Sequence[Run]") -> bool:
    tested = [check.date for check in checks if check.date <= today and check.has_strength]
    return (not tested or today - max(tested) >= WEEK) and not ran_hard(runs, today)


def ran_hard(runs: "Sequence[Run]", today: date) -> bool:
    """Return whether a run of the last REST_DAYS, today's among them, was hard."""
    return any(
        (run.effort or 0) >= HARD_EFFORT and timedelta(0) <= today - run.date <= timedelta(days=REST_DAYS)
        for run in runs
    )
