"""The form of each kind of care record."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from sciatica_journal.services.journal.session import Session
    from sciatica_journal.ui.dialogs.form import RecordForm

Maker = Callable[["Session", Any], "RecordForm[Any]"]


def care_form(session: "Session", kind: str, record: object | None = None) -> "RecordForm[Any]":
    """Return the form to change `record`, or to add one of that kind where it is None."""
    return _MAKERS[kind](session, record)


def told_examination(session: "Session", day: date) -> "RecordForm[Any]":
    """Return the form of an examination of that day that is not recorded yet."""
    from sciatica_journal.domain.care.examination import Examination
    from sciatica_journal.ui.dialogs.care.examination import ExaminationDialog

    return ExaminationDialog(Examination(session.new_id(), day), session.today(), new=True)


def _examination(session: "Session", record: Any) -> "RecordForm[Any]":
    from sciatica_journal.domain.care.examination import Examination
    from sciatica_journal.ui.dialogs.care.examination import ExaminationDialog

    known = record or Examination(session.new_id(), session.today())
    return ExaminationDialog(known, session.today(), new=record is None)


def _appointment(session: "Session", record: Any) -> "RecordForm[Any]":
    from sciatica_journal.domain.care.appointment import Appointment
    from sciatica_journal.ui.dialogs.care.appointment import AppointmentDialog

    known = record or Appointment(session.new_id(), session.today())
    return AppointmentDialog(known, session.today(), session.settings.zone(), new=record is None)


def _question(session: "Session", record: Any) -> "RecordForm[Any]":
    from sciatica_journal.domain.care.question import Question
    from sciatica_journal.ui.dialogs.care.question import QuestionDialog

    known = record or Question(session.new_id(), session.today())
    return QuestionDialog(known, session.today(), new=record is None)


def _treatment(session: "Session", record: Any) -> "RecordForm[Any]":
    from sciatica_journal.domain.care.treatment import Treatment
    from sciatica_journal.ui.dialogs.care.treatment import TreatmentDialog

    known = record or Treatment(session.new_id(), session.today())
    return TreatmentDialog(known, session.today(), new=record is None)


_MAKERS: Final[Mapping[str, Maker]] = {
    "examination": _examination, "appointment": _appointment, "question": _question, "treatment": _treatment,
}  # fmt: skip

CARE_FORMS: Final = frozenset(_MAKERS)
"""The kinds that have a form here."""
