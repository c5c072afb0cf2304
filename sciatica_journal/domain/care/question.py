"""A question to ask at the next appointment."""

from dataclasses import dataclass
from datetime import date as Date
from typing import ClassVar

from sciatica_journal.domain.care.record import CareRecord, check_day
from sciatica_journal.domain.checks import check_text


@dataclass(frozen=True, slots=True)
class Question(CareRecord):
    """A question noted on `date`; `asked` is the day it was asked, with its `answer`."""

    TYPE: ClassVar[str] = "question"

    text: str | None = None
    asked: Date | None = None
    answer: str | None = None

    def check_fields(self) -> None:
        """Refuse values out of range. Raises InvalidValue."""
        check_text("text", self.text)
        check_day("asked", self.asked)
        check_text("answer", self.answer)
