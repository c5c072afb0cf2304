"""A holiday from the journal: days without notes that do not count as a gap."""

from dataclasses import dataclass
from datetime import date as Date
from typing import ClassVar

from sciatica_journal.domain.care.record import CareRecord, check_day
from sciatica_journal.domain.errors import InvalidValue


@dataclass(frozen=True, slots=True)
class Holiday(CareRecord):
    """From `date` until `until`, both included; open-ended where that is None."""

    TYPE: ClassVar[str] = "holiday"

    until: Date | None = None

    def check_fields(self) -> None:
        """Refuse values out of range. Raises InvalidValue."""
        check_day("until", self.until)
        if self.until is not None and self.until < self.date:
            raise InvalidValue(f"until is {self.until}, before it began.", f"It began on {self.date}.")
