"""What a sheet is made of: the records of its period, and what the whole journal says of a few things."""

from collections.abc import Mapping, Sequence
from datetime import date
from datetime import date as Date
from typing import NamedTuple

from sciatica_journal.domain.care.appointment import Appointment
from sciatica_journal.domain.care.background import Background
from sciatica_journal.domain.care.check import Check
from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.holiday import Holiday
from sciatica_journal.domain.care.question import Question
from sciatica_journal.domain.care.reading import Reading
from sciatica_journal.domain.care.treatment import Treatment
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.signs.known import SignState
from sciatica_journal.domain.wording import NO_NAMES, Names


class Period(NamedTuple):
    """From `first` to `last`, both included; `today` is the day on which the sheet is made."""

    first: date
    last: date
    today: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def holds(self, day: date) -> bool:
        """Return whether a day lies in it."""
        return self.first <= day <= self.last


class FlagTold(NamedTuple):
    """A red flag in words: the sign, its tier, and what came of it; `asked` is a question without an answer."""

    date: Date
    tier: str
    items: str
    outcome: str | None = None
    closed: Date | None = None
    told: str | None = None
    asked: bool = False
    crisis: bool = False


class Material(NamedTuple):
    """Records in the order of their days. `days`, `checks` and `readings` are those of the period, `runs` reach back
    60 days before its end at least; other care records, flags and `first_sensations` are those of the whole journal
    up to its end, and appointments those after it.

    `recorded` are the days of the period that hold anything, `begun` is the first day of the whole journal; `unit` is
    `km` or `mi`; `practices` are titles by id.
    """

    period: Period
    days: Sequence[Day] = ()
    runs: Sequence[Run] = ()
    recorded: frozenset[date] = frozenset()
    begun: date | None = None
    checks: Sequence[Check] = ()
    signs: Sequence[SignState] = ()
    first_sensations: Mapping[tuple[str, str], date] = {}
    flags: Sequence[FlagTold] = ()
    examinations: Sequence[Examination] = ()
    examined_before: date | bool | None = None
    appointments: Sequence[Appointment] = ()
    questions: Sequence[Question] = ()
    treatments: Sequence[Treatment] = ()
    readings: Sequence[Reading] = ()
    holidays: Sequence[Holiday] = ()
    background: Background | None = None
    reflections: Sequence[Reflection] = ()
    practices: Mapping[str, str] = {}
    names: Names = NO_NAMES
    unit: str = "km"

    @property
    def is_empty(self) -> bool:
        """Whether the journal tells nothing of these days beyond what the first launch asked."""
        told = self.background
        return not (
            self.recorded or self.runs or self.checks or self.examinations or self.treatments or self.questions
            or self.readings or any(state.since is not None for state in self.signs)
            or (told is not None and any((told.onset, told.medicines, told.scans, told.work, told.worry)))
        )  # fmt: skip
