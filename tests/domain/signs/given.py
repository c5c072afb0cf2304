"""What the tests of the rules share: the day, short ways to records, triggers without any content."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sciatica_journal.domain.care.background import Background
from sciatica_journal.domain.care.check import Check
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.kinds import BACKGROUND_ID
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.safety.red_flags import (
    DayRecords,
    Earlier,
    LoggedDay,
    Raised,
    Rules,
    SignState,
    State,
    Tier,
    Trigger,
    find_signs,
)
from sciatica_journal.domain.spot import Spot

TODAY = date(2026, 3, 4)
TIERS: Mapping[Tier, str] = {
    "E": "saddle bladder bowel genital both_legs sensation accident",
    "S": "foot_drop weakness spreading_numbness infection cancer_signs night_pain fragility calf_clot "
    "bone_stress_urgent false_recovery strength_drop",
    "G": "bone_stress not_improving",
}
TIER_OF: Mapping[str, Tier] = {trigger: tier for tier, names in TIERS.items() for trigger in names.split()}
RULES = Rules(tuple(Trigger(name, tier, "kind", name, f"{name}?", name) for name, tier in TIER_OF.items()))


def ago(days: int) -> date:
    """Return the day so many days ago."""
    return TODAY - timedelta(days=days)


def logged(days: int, **values: Any) -> LoggedDay:
    """Return what was logged so many days ago."""
    return LoggedDay(ago(days), **values)


def row(numbers: Iterable[int], **values: Any) -> list[LoggedDay]:
    """Return the same values on days so many days ago."""
    return [logged(number, **values) for number in numbers]


def check(days: int = 0, /, *, walks: Any = None, **answers: str) -> Check:
    """Return a check of so many days ago."""
    return Check(f"check-{days}-{walks}", ago(days), answers, **(walks or {}))


def background(**told: Any) -> Background:
    """Return a background."""
    return Background(BACKGROUND_ID, ago(1), **told)


def found(
    *, earlier: Sequence[LoggedDay] = (), numb_spots: Sequence[frozenset[str]] = (),
    spots_before: Sequence[Sequence[Spot]] = (), checks: Sequence[Check] = (),
    before: Sequence[Check] = (), known: Sequence[SignState] = (), told: Background | None = None,
    runs: Sequence[Run] = (), asked: date | None = None, texts: Sequence[tuple[str, str]] = (), **fields: Any,
) -> tuple[Raised, ...]:  # fmt: skip
    """Return what today's records raise after the days before it."""
    records = DayRecords(Day(TODAY, **fields), runs=runs, texts=texts, checks=checks)
    spots = [[_numb(place) for place in places] for places in numb_spots]
    return find_signs(records, RULES, State(known, told, Earlier(earlier, [*spots, *spots_before], before, asked)))


def _numb(place: str) -> Spot:
    side, _, region = place.partition(" ")
    return Spot(region, side, None, ("numb",))


def triggers(**records: Any) -> list[str]:
    """Return the triggers that today's records raise."""
    return [one.trigger for one in found(**records)]
