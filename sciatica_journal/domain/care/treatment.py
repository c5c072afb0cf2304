"""A treatment that was tried, from a day to a day."""

from dataclasses import dataclass
from datetime import date as Date
from typing import ClassVar, Final

from sciatica_journal.domain.care.record import CareRecord, check_day
from sciatica_journal.domain.checks import check_choice, check_text
from sciatica_journal.domain.errors import InvalidValue

HELPED: Final = ("better", "same", "worse", "unsure")
"""How things went meanwhile, as the person sees it; no claim about the cause."""


@dataclass(frozen=True, slots=True)
class Treatment(CareRecord):
    """A treatment from `date` until `until`, going on where that is None."""

    TYPE: ClassVar[str] = "treatment"

    until: Date | None = None
    what: str | None = None
    helped: str | None = None
    note: str | None = None

    def check_fields(self) -> None:
        """Refuse values out of range. Raises InvalidValue."""
        check_day("until", self.until)
        if self.until is not None and self.until < self.date:
            raise InvalidValue(f"until is {self.until}, before it began.", f"It began on {self.date}.")
        check_text("what", self.what)
        check_choice("helped", self.helped, HELPED)
        check_text("note", self.note)
