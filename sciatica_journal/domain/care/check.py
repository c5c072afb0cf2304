"""The safety check: short on days that need it, thirty seconds once a week."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import ClassVar, Final

from sciatica_journal.domain.care.record import CareRecord
from sciatica_journal.domain.checks import check_choice, check_text, check_whole, quoted
from sciatica_journal.domain.errors import InvalidValue

CHECK_ITEMS: Final = (
    "saddle", "bladder", "bowel", "sexual", "both_legs", "weak", "numb", "tingling", "fever", "weight",
)  # fmt: skip
CHECK_ANSWERS: Final = ("no", "usual", "more", "new", "unsure")
"""Not there; there as usual; more, wider or stronger; new; unsure, which counts as yes (rule 11)."""

FULL_ITEMS: Final = frozenset({"fever", "weight"})
"""Items of the weekly check alone. They are no lasting signs."""

WALKS: Final = ("heel_walk_left", "heel_walk_right", "toe_walk_left", "toe_walk_right")
WALK_ANSWERS: Final = ("yes", "hard", "no")
RAISES: Final = ("calf_raises_left", "calf_raises_right")
MOST_RAISES: Final = 100


@dataclass(frozen=True, slots=True)
class Check(CareRecord):
    """What was asked and answered on `date`; only items that were asked are in `answers`.

    The walks say whether one can walk on heels and on toes with that leg; the raises count single-leg calf raises.
    Compared with one's own other leg and earlier counts only; not a validated test (clinical reference 1.3, rule 15).
    """

    TYPE: ClassVar[str] = "check"

    answers: Mapping[str, str] = field(default_factory=dict)
    heel_walk_left: str | None = None
    heel_walk_right: str | None = None
    toe_walk_left: str | None = None
    toe_walk_right: str | None = None
    calf_raises_left: int | None = None
    calf_raises_right: int | None = None
    note: str | None = None

    @property
    def is_full(self) -> bool:
        """Whether it asked more than the short one."""
        return not FULL_ITEMS.isdisjoint(self.answers)

    @property
    def has_strength(self) -> bool:
        """Whether any test of strength was done."""
        return any(getattr(self, name) is not None for name in (*WALKS, *RAISES))

    def check_fields(self) -> None:
        """Refuse values out of range. Raises InvalidValue."""
        if not isinstance(self.answers, Mapping):
            raise InvalidValue(f"answers is {quoted(self.answers)}.", "It is an object of items and answers.")
        for item, answer in self.answers.items():
            check_choice("An item of the check", item, CHECK_ITEMS)
            if answer is None:
                raise InvalidValue(f"{item} has no answer.", "Leave out what was not asked.")
            check_choice(item, answer, CHECK_ANSWERS)
        object.__setattr__(self, "answers", MappingProxyType(dict(self.answers)))
        for name in WALKS:
            check_choice(name, getattr(self, name), WALK_ANSWERS)
        for name in RAISES:
            check_whole(name, getattr(self, name), 0, MOST_RAISES)
        check_text("note", self.note)
