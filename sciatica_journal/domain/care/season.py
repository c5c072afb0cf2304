"""A season: one question, some weeks of notes, an answer, then less tracking."""

from dataclasses import dataclass
from datetime import date as Date
from typing import ClassVar, Final

from sciatica_journal.domain.care.record import CareRecord, check_day
from sciatica_journal.domain.checks import check_choice, check_text
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.tracking.rhythm import RHYTHMS

NEXT_STEPS: Final = RHYTHMS


@dataclass(frozen=True, slots=True)
class Season(CareRecord):
    """A question followed from `date` until `until`; `ended` is the day it was answered, `next_step` how often to
    write from then on."""

    TYPE: ClassVar[str] = "season"

    until: Date | None = None
    question: str | None = None
    answer: str | None = None
    ended: Date | None = None
    next_step: str | None = None

    def check_fields(self) -> None:
        """Refuse values out of range. Raises InvalidValue."""
        check_day("until", self.until)
        check_day("ended", self.ended)
        if any(day is not None and day < self.date for day in (self.until, self.ended)):
            raise InvalidValue("The season ends before it begins.", f"It began on {self.date}.")
        check_text("question", self.question)
        check_text("answer", self.answer)
        check_choice("next_step", self.next_step, NEXT_STEPS)
