"""A day of the journal: everything that is one value a day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from typing import TYPE_CHECKING, ClassVar, Final

from sciatica_journal.domain.checks import (
    check_between,
    check_choice,
    check_date,
    check_extra,
    check_flag,
    check_name,
    check_rating,
    check_text,
    check_tuple,
    check_whole,
    is_number,
    quoted,
)
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.legs import FOOT, SENSATION_SIDES, SENSATIONS

if TYPE_CHECKING:
    from sciatica_journal.domain.spot import Spot

RATINGS: Final = ("pain_morning", "pain_worst", "sleep_quality", "stress", "mood", "energy", "function")
"""The 0-10 ratings of a day, whole numbers; pain is the NPRS (0 none, 10 worst imaginable)."""

MOST_SLEEP_HOURS: Final = 24.0
MOST_PAINKILLERS: Final = 100


@dataclass(frozen=True, slots=True)
class Day:
    """One local calendar day. Every field but the date is optional; None means not recorded.

    `leg_left` and `leg_right` are the furthest point 0-6, the sensations `none | left | right | both`,
    `sleep_hours` the night that ended on this date, `painkillers` doses, `factors` whatever else the
    person counts. `lines` are the quick lines as they were typed, `extra` keys of other programs that
    are carried along unread.
    """

    TYPE: ClassVar[str] = "day"

    date: Date
    pain_morning: int | None = None
    pain_worst: int | None = None
    leg_left: int | None = None
    leg_right: int | None = None
    numb: str | None = None
    tingling: str | None = None
    weak: str | None = None
    sleep_hours: float | None = None
    sleep_quality: int | None = None
    stress: int | None = None
    mood: int | None = None
    energy: int | None = None
    feelings: tuple[str, ...] = ()
    spots: "tuple[Spot, ...]" = ()
    factors: Mapping[str, float] = field(default_factory=dict)
    function: int | None = None
    painkillers: int | None = None
    did: str | None = None
    note: str | None = None
    uneventful: bool | None = None
    lines: tuple[str, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_date(self.date)
        for name in RATINGS:
            check_rating(name, getattr(self, name))
        check_rating("leg_left", self.leg_left, FOOT)
        check_rating("leg_right", self.leg_right, FOOT)
        for name in SENSATIONS:
            check_choice(name, getattr(self, name), SENSATION_SIDES)
        check_between("sleep_hours", self.sleep_hours, 0, MOST_SLEEP_HOURS, "hours")
        check_whole("painkillers", self.painkillers, 0, MOST_PAINKILLERS)
        if self.spots != ():
            self._check_spots()
        self._check_words()
        self._check_factors()
        check_flag("uneventful", self.uneventful)
        check_extra(self.extra, self.__dataclass_fields__)

    def _check_spots(self) -> None:
        # Here, as most commands meet days without any spot.
        from sciatica_journal.domain.spot import Spot

        check_tuple("spots", self.spots, Spot)

    def _check_words(self) -> None:
        check_text("did", self.did)
        check_text("note", self.note)
        check_tuple("lines", self.lines, str)
        check_tuple("feelings", self.feelings, str)
        for feeling in self.feelings:
            check_name("A feeling", feeling, 60)

    def _check_factors(self) -> None:
        if not isinstance(self.factors, Mapping):
            raise InvalidValue(f"factors is {quoted(self.factors)}.", "It is an object of names and numbers.")
        for name, value in self.factors.items():
            check_name("The name of a factor", name, 60)
            if not is_number(value) or abs(value) > 1e9:
                raise InvalidValue(f"{name} is {quoted(value)}.", "A factor is a number.")

    @property
    def key(self) -> str:
        """The day's identity: its ISO date."""
        return self.date.isoformat()

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is recorded."""
        return self == Day(self.date)
