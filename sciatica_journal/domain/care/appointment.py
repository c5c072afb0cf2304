"""An appointment, which may lie ahead."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from sciatica_journal.domain.care.record import CareRecord
from sciatica_journal.domain.checks import check_start, check_text


@dataclass(frozen=True, slots=True)
class Appointment(CareRecord):
    """An appointment on `date`, `start` with its time of day if known."""

    TYPE: ClassVar[str] = "appointment"

    start: datetime | None = None
    who: str | None = None
    place: str | None = None
    note: str | None = None

    def check_fields(self) -> None:
        """Refuse values out of range. Raises InvalidValue."""
        check_start(self.start)
        for name in ("who", "place", "note"):
            check_text(name, getattr(self, name))
