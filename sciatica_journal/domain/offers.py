"""What a day holds leads to at most one quiet offer: which pages fit, and how often an offer may come.

Whether a page fits is decided by the functions below, each on the values of a few days; how often by `History`.
Thresholds without a source are ours, and not validated.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.legs import CALF, THIGH
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.signs.known import SignState, sides_of, uncovered
from sciatica_journal.domain.signs.records import RECENT_DAYS
from sciatica_journal.domain.signs.windows import Logged, before, median, pain, sides
from sciatica_journal.domain.spot import Spot

FINISHED_REST: Final = timedelta(days=60)
"""A page that was read to its end is not offered for so long."""

WEEK: Final = 7
FAR_ABOVE: Final = 3
"""Points above one's usual at which a day is far above it."""
ABOVE: Final = 2
"""Points above one's usual at which a day is clearly above it."""
BAD_PAIN: Final = 5
"""Pain (0-10) below which no day is called bad, whatever is usual."""
BAD_DAYS: Final = 3
_LAST_DAYS: Final = 4
"""Three of the last four days ABOVE the usual are a bad week."""

HIGH_STRESS: Final = 7
SOME_PAIN: Final = 4
"""Stress and pain (0-10) from which on one day they are offered to be looked at together."""
MANY_NOTES: Final = 28
"""Entries from which one's own numbers are worth a look (clinical reference, section 8)."""
SCAN_FRESH: Final = timedelta(days=30)

LOOK_ALIKES: Final = frozenset(
    {
        "buttock_upper", "buttock_mid", "sit_bone", "hip_lat", "knee_ant", "knee_lat", "knee_med", "achilles", "heel",
        "sole", "forefoot", "foot_top", "foot_lat",
    }
)  # fmt: skip
"""Places where something else often hurts (clinical reference, section 7)."""
_NERVE_QUALITIES: Final = frozenset({"burning", "electric", "shooting", "pins_and_needles", "numb", "crawling"})
_NEW_FOR: Final = 3
"""Days for which a sensation is new."""
_SENSED: Final = {"tingling": "Tingling", "numb": "Numbness", "weak": "Weakness"}


class Rule(NamedTuple):
    """An offer as the content has it: `words` with places to fill in, the guide `page` it opens, if any.

    It comes no sooner than `rest` days after it was last shown, nor `after_no` days after it was put away. Rules that
    offer the same for another reason are remembered under one name, the id that `same_as` gives.
    """

    id: str
    words: str
    page: str | None = None
    rest: int = WEEK
    after_no: int = 4 * WEEK
    same_as: str = ""

    @property
    def name(self) -> str:
        """What is remembered of it."""
        return self.same_as or self.id


class History(NamedTuple):
    """What was offered before: by name the day it was last shown first, opened, put away; and what is never wanted.

    `finished` is by page the day on which its end was last seen.
    """

    shown: Mapping[str, date] = {}
    opened: Mapping[str, date] = {}
    put_away: Mapping[str, date] = {}
    never: frozenset[str] = frozenset()
    finished: Mapping[str, date] = {}

    def had_enough(self, today: date) -> bool:
        """Return whether an offer was opened or put away today: then there is no other until tomorrow."""
        return today in self.opened.values() or today in self.put_away.values()

    def may(self, rule: Rule, today: date) -> bool:
        """Return whether the offer may come today. One that is shown since this morning stays."""
        if rule.name in self.never or _within(self.put_away.get(rule.name), today, rule.after_no):
            return False
        last = self.shown.get(rule.name)
        if last != today and _within(last, today, rule.rest):
            return False
        return rule.page is None or not _within(self.finished.get(rule.page), today, FINISHED_REST.days)


def _within(last: date | None, today: date, days: int) -> bool:
    return last is not None and today - last < timedelta(days=days)


def new_sensation(day: Day, earlier: Sequence[Logged], known: Sequence[SignState] = ()) -> str | None:
    """Return in words a sensation that the fortnight before did not have, such as "Tingling below the knee".

    It counts as new for three days, because questions of safety come first. One that is known, examined and
    unchanged is none.
    """
    lately = before(earlier, day.date, RECENT_DAYS, _NEW_FOR)
    for sensation, name in _SENSED.items():
        was = sides(lately, sensation)
        new = uncovered(known, sensation, sides_of(getattr(day, sensation)) - was, was)
        if new:
            return f"{name} {_where(day, new)}"
    return None


def _where(day: Day, new: Collection[str]) -> str:
    points = [getattr(day, f"leg_{side}") or 0 for side in new]
    if min(points) >= CALF:
        return "below the knee"
    return "in both legs" if len(new) > 1 else f"in the {next(iter(new))} leg"


def flared(runs: Iterable[Run]) -> bool:
    """Return whether one of the runs flared."""
    return any(run.response == "flared" for run in runs)


def bad_days(day: Day, earlier: Sequence[Logged]) -> bool:
    """Return whether the day is far above one's usual, or the third of four days clearly above it.

    The usual is the median of the four weeks before the days that are looked at.
    """
    now = pain(day)
    if now is None or now < BAD_PAIN:
        return False
    usual = median(before(earlier, day.date, 4 * WEEK, 1), pain)
    if usual is not None and now >= usual + FAR_ABOVE:
        return True
    usual = median(before(earlier, day.date, 4 * WEEK, _LAST_DAYS), pain)
    if usual is None or now < usual + ABOVE:
        return False
    high = [one for one in before(earlier, day.date, _LAST_DAYS - 1) if (pain(one) or 0) >= usual + ABOVE]
    return 1 + len(high) >= BAD_DAYS


def look_alikes(day: Day) -> bool:
    """Return whether a spot is where something else often hurts, with nothing of a line down that leg."""
    return any(_is_look_alike(spot, day) for spot in day.spots)


def _is_look_alike(spot: Spot, day: Day) -> bool:
    if spot.region not in LOOK_ALIKES or not _NERVE_QUALITIES.isdisjoint(spot.qualities):
        return False
    legs = sides_of(spot.side) or {"left", "right"}
    sensed = frozenset[str]().union(*(sides_of(getattr(day, name)) for name in _SENSED))
    return all((getattr(day, f"leg_{side}") or 0) < THIGH for side in legs) and sensed.isdisjoint(legs)


def first_scan(examinations: Sequence[Examination], today: date) -> bool:
    """Return whether the first scan that is noted in Care is a month old at most."""
    scans = [one.date for one in examinations if one.scan]
    return len(scans) == 1 and timedelta(0) <= today - scans[0] <= SCAN_FRESH


def stress_with_pain(day: Day) -> bool:
    """Return whether a day had both high stress and pain that counts."""
    return (day.stress or 0) >= HIGH_STRESS and (pain(day) or 0) >= SOME_PAIN


def new_surface(runs: Iterable[Run], known: Collection[str]) -> str | None:
    """Return a surface of the runs that no earlier one had; None where earlier ones have none at all."""
    if not known:
        return None
    return next((run.surface for run in runs if run.surface and run.surface not in known), None)
