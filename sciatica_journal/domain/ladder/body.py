"""What a verdict compares: one's usual before an outing, and what the body said after it."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from sciatica_journal.domain.legs import SENSATIONS
from sciatica_journal.domain.signs.known import SignState, sides_of, uncovered
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
    and of the next logged day that were not known and examined by then, and whether these days raised an urgent flag.
    """

    evening: int | None = None
    morning: int | None = None
    signs: frozenset[Sign] = frozenset()
    flagged: bool = False


class Days:
    """The days of a journal, in order, as outings are compared with them. Days that say nothing of pain, legs or signs
    are no logged days here. `flags` are the days that raised an emergency or same-day flag, `known` the signs told of.
    """

    def __init__(self, days: Iterable[Logged], flags: Iterable[date] = (), known: Iterable[SignState] = ()) -> None:
        self._days = sorted((day for day in days if _tells(day)), key=lambda day: day.date)
        self._at = {day.date: number for number, day in enumerate(self._days)}
        self._flags = frozenset(flags)
        self._known = tuple(known)

    def usual(self, day: date) -> Usual:
        """Return one's usual by the last 14 logged days before a day."""
        found = self._before(day)
        return Usual(median(found, _rising_pain, 1), median(found, furthest, 1), _signs(found))

    def _before(self, day: date) -> "list[Logged]":
        from bisect import bisect_left

        end = bisect_left(self._days, day, key=lambda one: one.date)
        return self._days[max(0, end - USUAL_DAYS) : end]

    def after(self, day: date, response_furthest: int | None = None) -> After:
        """Return what was logged after an outing of that day."""
        following = [day + timedelta(days=ahead) for ahead in range(1, NEXT_WITHIN + 1)]
        then = next((self._days[self._at[one]] for one in following if one in self._at), None)
        here = self._of(day)
        days = [one for one in (here, then) if one is not None]
        next_day = self._of(day + timedelta(days=1))
        morning = response_furthest if response_furthest is not None else _furthest(next_day)
        flagged = not self._flags.isdisjoint({day, day + timedelta(days=1), *(one.date for one in days)})
        return After(_furthest(here), morning, self._unknown(_signs(days), day), flagged)

    def _unknown(self, signs: frozenset[Sign], day: date) -> frozenset[Sign]:
        """Return the signs that no sign examined by that day, and as usual since, accounts for (2.3, rule 13).

        Where the days before say anything of a sign, they alone tell what is usual: one that came back is not.
        """
        known = [state for one in self._known if (state := _on(one, day)) is not None] if signs else []
        said = {sign for sign in SENSATIONS for one in self._before(day) if getattr(one, sign) is not None}
        sides = {sign: frozenset(side for name, side in signs if name == sign) for sign in SENSATIONS}
        left = {sign: found if sign in said else uncovered(known, sign, found) for sign, found in sides.items()}
        return frozenset((sign, side) for sign, found in left.items() for side in found)

    def _of(self, day: date) -> "Logged | None":
        return self._days[self._at[day]] if day in self._at else None


def _on(state: SignState, day: date) -> SignState | None:
    """Return a known sign as it was on a day, None where it had not begun or was not examined yet."""
    late = day + timedelta(days=NEXT_WITHIN)
    begun = state.since is None or state.since <= day
    examined = state.examined is True or (not isinstance(state.examined, bool) and state.examined <= day)
    if not (begun and examined):
        return None
    return state._replace(
        changed=None if state.changed is not None and state.changed > late else state.changed,
        ended=None if state.ended is not None and state.ended > day else state.ended,
    )


def _tells(day: Logged) -> bool:
    values = (day.pain_morning, day.pain_worst, day.leg_left, day.leg_right, *(getattr(day, one) for one in SENSATIONS))
    return any(value is not None for value in values)


def _furthest(day: "Logged | None") -> int | None:
    return furthest(day) if day is not None else None


def _rising_pain(day: Logged) -> int | None:
    return day.pain_morning if day.pain_morning is not None else day.pain_worst


def _signs(days: Sequence[Logged]) -> frozenset[Sign]:
    return frozenset((sign, side) for day in days for sign in SENSATIONS for side in sides_of(getattr(day, sign)))
