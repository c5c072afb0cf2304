"""The background that the red flags and the doctor's sheet need, asked once."""

from dataclasses import dataclass
from datetime import date as Date
from typing import ClassVar, Final

from sciatica_journal.domain.care.record import CareRecord, check_day
from sciatica_journal.domain.checks import check_flag, check_text

HISTORY: Final = ("cancer", "steroids", "osteoporosis", "immune", "infection", "accident")
"""Cancer now or before, steroid tablets, osteoporosis, a weak immune system, a recent infection, a serious accident
(clinical reference 2.3, rule 20)."""


@dataclass(frozen=True, slots=True)
class Background(CareRecord):
    """What was there before, as asked on `date`; None where it was not answered. There is one.

    `onset` is when this pain began and `leg_worse` whether the leg is worse than the back.
    """

    TYPE: ClassVar[str] = "background"

    onset: Date | None = None
    leg_worse: bool | None = None
    cancer: bool | None = None
    steroids: bool | None = None
    osteoporosis: bool | None = None
    immune: bool | None = None
    infection: bool | None = None
    accident: bool | None = None
    medicines: str | None = None
    scans: str | None = None
    work: str | None = None
    worry: str | None = None

    def check_fields(self) -> None:
        """Refuse values out of range. Raises InvalidValue."""
        check_day("onset", self.onset)
        for name in ("leg_worse", *HISTORY):
            check_flag(name, getattr(self, name))
        for name in ("medicines", "scans", "work", "worry"):
            check_text(name, getattr(self, name))
