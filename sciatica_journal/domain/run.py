"""A run: any outing on foot, and how the body answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from datetime import datetime
from typing import Any, ClassVar, Final

from sciatica_journal.domain.checks import (
    check_amount,
    check_between,
    check_choice,
    check_date,
    check_extra,
    check_name,
    check_rating,
    check_start,
    check_text,
    check_whole,
)
from sciatica_journal.domain.legs import FOOT
from sciatica_journal.domain.units import MOST_KM, MOST_MINUTES

KINDS: Final = ("walk", "run_walk", "run")
WITH_RUNNING: Final = ("run", "run_walk")
"""The kinds that hold running: what a walk does not count for."""
SURFACES: Final = (
    "road", "pavement", "trail", "grass", "track", "treadmill", "wood", "wet_sand", "dry_sand", "other",
)  # fmt: skip
RESPONSES: Final = ("settled", "lingering", "flared")
SLOPES: Final = ("flat", "hilly", "uphill", "downhill", "left_low", "right_low")
"""How the ground lay; `left_low` and `right_low` name the foot that ran lower on a cambered or sloping way."""
COMPANY: Final = ("alone", "others")
STRIDES: Final = ("usual", "changed", "limp")
"""How one strode on the way: as usual, with a changed stride, or with a limp. The last two are red whatever the pain
(clinical reference 4.2)."""
LONGEST_SETTLING: Final = 336
"""Hours that a run may have taken to settle: a fortnight; what lasts longer is no answer to one run."""


@dataclass(frozen=True, slots=True)
class Run:
    """One outing. Distance in km (three decimals), duration in minutes (two decimals).

    `response` is asked the next morning: settled (one's usual by rising), lingering (above usual,
    easing that day) or flared (clearly worse, further down, or still up the day after). `response_furthest` is the
    furthest point (0-6) then, `settle_hours` the hours until it had settled (0-336, one decimal). `expected` is the
    worst pain that was expected beforehand (0-10). `ladder` and `step` name the step of a ladder that it was.
    `cadence` is in steps a minute, both feet; `stride` is how one strode where it was worst, not how long a step was.
    """

    TYPE: ClassVar[str] = "run"

    id: str
    date: Date
    start: datetime | None = None
    kind: str | None = None
    distance_km: float | None = None
    duration_min: float | None = None
    surface: str | None = None
    effort: int | None = None
    pain_before: int | None = None
    pain_during: int | None = None
    pain_after: int | None = None
    response: str | None = None
    heart_rate: int | None = None
    ascent_m: float | None = None
    title: str | None = None
    note: str | None = None
    source: str | None = None
    source_id: str | None = None
    expected: int | None = None
    response_furthest: int | None = None
    settle_hours: float | None = None
    slope: str | None = None
    shoes: str | None = None
    company: str | None = None
    cadence: int | None = None
    ladder: str | None = None
    step: str | None = None
    stride: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_name("The id of a run", self.id)
        check_date(self.date)
        check_start(self.start)
        check_choice("kind", self.kind, KINDS)
        check_amount("distance_km", self.distance_km, 3, MOST_KM, "km")
        check_amount("duration_min", self.duration_min, 2, MOST_MINUTES, "minutes")
        check_choice("surface", self.surface, SURFACES)
        for name in ("effort", "pain_before", "pain_during", "pain_after", "expected"):
            check_rating(name, getattr(self, name))
        check_rating("response_furthest", self.response_furthest, FOOT)
        check_amount("settle_hours", self.settle_hours, 1, LONGEST_SETTLING, "hours")
        check_choice("slope", self.slope, SLOPES)
        check_choice("company", self.company, COMPANY)
        check_whole("cadence", self.cadence, 0, 300)
        check_choice("response", self.response, RESPONSES)
        check_choice("stride", self.stride, STRIDES)
        check_whole("heart_rate", self.heart_rate, 20, 260)
        check_between("ascent_m", self.ascent_m, 0, 30000, "metres")
        for name in ("title", "note", "source", "source_id", "shoes", "ladder", "step"):
            check_text(name, getattr(self, name))
        check_extra(self.extra, self.__dataclass_fields__)

    @property
    def limped(self) -> bool:
        """Whether one limped or strode otherwise than usual."""
        return self.stride in ("changed", "limp")

    @property
    def key(self) -> str:
        """The run's identity."""
        return self.id


def runs_first(outings: Iterable[Run]) -> list[Run]:
    """Return outings in their order, but those with running before walks: the morning after is asked of them first."""
    return sorted(outings, key=lambda outing: outing.kind == "walk")


def with_own_stride(plain: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a run as a plain object whose `stride`, where it is none of STRIDES, stands under another name.

    The field came after files were written: to another program the word may say how long a step was, and what it said
    stays with the run.
    """
    stride = plain.get("stride")
    if stride is None or stride in STRIDES:
        return plain
    name = "other_stride"
    while name in plain:
        name = f"other_{name}"
    return {name if key == "stride" else key: value for key, value in plain.items()}
