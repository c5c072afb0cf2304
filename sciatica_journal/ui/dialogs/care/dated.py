"""Care records with a day of their own: a new one of today begins without it, and empty means today."""

from datetime import date
from typing import ClassVar, TypeVar

from sciatica_journal.ui.dialogs.form import RecordForm
from sciatica_journal.ui.dialogs.record_fields import FormFields

R = TypeVar("R")

ON = "on"
"""The field of the record's day."""

EMPTY_IS_TODAY = "today, or such as yesterday, monday, -3d, 2026-03-01"


class DatedForm(RecordForm[R]):
    """A form with the field ON. Its title names no day: the day is typed in the form."""

    HELP_PAGE: ClassVar[str] = "care"
    FIRST: ClassVar[str] = ON

    def __init__(self, what: str, record: R, fields: FormFields, today: date, *, new: bool) -> None:
        super().__init__(what, record, fields, new=new)
        self.today = today
        self.dialog_title = f"{'Add' if new else 'Change'} {what}"
        if new and self.initial[ON] == today.isoformat():
            self.initial[ON] = ""
