"""False recovery: nerve signs new, wider or stronger while pain or the furthest point falls (rule 14)."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from sciatica_journal.domain.legs import SENSATIONS
from sciatica_journal.domain.signs.known import SignState, uncovered
from sciatica_journal.domain.signs.records import RECENT_DAYS
from sciatica_journal.domain.signs.windows import Logged, before, furthest, median, pain, sides

if TYPE_CHECKING:
    from sciatica_journal.domain.care.check import Check

FALSE_RECOVERY: Final = "false_recovery"
WEEK: Final = 7
FALL: Final = {RECENT_DAYS: 1, WEEK: 2}
"""Points by which a median has to fall, from one fortnight to the next or, more steeply, from one week to the next:
two points are a change that matters (clinical reference 3). Our thresholds, not validated."""

_FEWEST_DAYS: Final = {"numb": 1, "tingling": 2, "weak": 1}
"""Days on which a sensation has to be logged to count: a passing tingle alone is none."""
_GREW: Final = frozenset({"new", "more"})


def is_mixed(
    days: Iterable[Logged], checks: "Iterable[Check]" = (), until: date | None = None, known: Sequence[SignState] = ()
) -> bool:
    """Return whether nerve signs grew over a fortnight or a week up to `until` while pain or the furthest point fell.

    `until` is the last of the days where it is not given; each is compared with the one before it, and a sign is new
    that was not there in the four weeks. Signs in `known` that are quiet are not new. With fewer than three rated
    days in either span nothing fell.
    """
    days = list(days)
    until = until or max((day.date for day in days), default=None)
    return until is not None and bool(mixed_signs(days, checks, until, known))


def grown_signs(
    days: Sequence[Logged], checks: "Iterable[Check]", until: date, known: Sequence[SignState] = ()
) -> tuple[str, ...]:
    """Return the nerve signs that grew over a fortnight, whatever the pain did, by name and side: "numb left"."""
    recent = before(days, until, RECENT_DAYS - 1, 0)
    earlier = before(days, until, 2 * RECENT_DAYS - 1, RECENT_DAYS)
    return _grown(recent, earlier, checks, until - timedelta(days=RECENT_DAYS - 1), until, known)


def mixed_signs(
    days: Sequence[Logged], checks: "Iterable[Check]", until: date, known: Sequence[SignState] = ()
) -> tuple[str, ...]:
    """Return the nerve signs that grew while pain fell, by name and side, such as "numb left"."""
    checks, found = list(checks), list[str]()
    for span, fall in FALL.items():
        recent = before(days, until, span - 1, 0)
        if _fell(recent, before(days, until, 2 * span - 1, span), fall):
            earlier = before(days, until, 2 * RECENT_DAYS - 1, span)
            found += _grown(recent, earlier, checks, until - timedelta(days=span - 1), until, known)
    return tuple(dict.fromkeys(found))


def _grown(
    recent: Sequence[Logged], earlier: Sequence[Logged], checks: "Iterable[Check]", first: date, until: date,
    known: Sequence[SignState],
) -> tuple[str, ...]:  # fmt: skip
    found = []
    for sign in SENSATIONS:
        was = sides(earlier, sign)
        for side in sorted(uncovered(known, sign, sides(recent, sign) - was, was)):
            if sum(side in sides([day], sign) for day in recent) >= _FEWEST_DAYS[sign]:
                found.append(f"{sign} {side}")
    reported = {
        item
        for check in checks
        if first <= check.date <= until
        for item, answer in check.answers.items()
        if item in SENSATIONS and answer in _GREW
    }
    return tuple(dict.fromkeys([*found, *(f"{sign} more" for sign in sorted(reported))]))


def _fell(recent: Sequence[Logged], earlier: Sequence[Logged], fall: int) -> bool:
    for value in (pain, furthest):
        now, then = median(recent, value), median(earlier, value)
        if now is not None and then is not None and now <= then - fall:
            return True
    return False
