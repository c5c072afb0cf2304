"""A known sign: when it began, where it is, and whether it was examined since."""

from dataclasses import dataclass
from datetime import date as Date
from typing import ClassVar, Final

from sciatica_journal.domain.care.record import CareRecord, check_day
from sciatica_journal.domain.checks import check_choice, check_text

SIGN_NAMES: Final = ("numb", "tingling", "weak", "saddle", "bladder", "bowel", "sexual", "both_legs")
SIGN_SIDES: Final = ("left", "right", "both")


@dataclass(frozen=True, slots=True)
class KnownSign(CareRecord):
    """A sign that began on `date` (clinical reference 2.3, rule 13).

    `examined` is the day on which this sign, on this side and in this area, was examined; `changed` the last day
    on which it was reported as more, wider or new; `ended` the day it was gone.
    """

    TYPE: ClassVar[str] = "sign"

    sign: str | None = None
    side: str | None = None
    area: str | None = None
    examined: Date | None = None
    changed: Date | None = None
    ended: Date | None = None
    note: str | None = None

    def check_fields(self) -> None:
        """Refuse values out of range. Raises InvalidValue."""
        check_choice("sign", self.sign, SIGN_NAMES)
        check_choice("side", self.side, SIGN_SIDES)
        check_text("area", self.area)
        for name in ("examined", "changed", "ended"):
            check_day(name, getattr(self, name))
        check_text("note", self.note)
