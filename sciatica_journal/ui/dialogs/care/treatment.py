"""The form for a treatment that was tried."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual.widget import Widget

from sciatica_journal.domain.care.treatment import Treatment
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.labels import HELPED_LABELS
from sciatica_journal.ui.dialogs.care.dated import EMPTY_IS_TODAY, ON, DatedForm
from sciatica_journal.ui.dialogs.date_line import PAST, DateLine
from sciatica_journal.ui.dialogs.fields import FormArea, FormLine
from sciatica_journal.ui.dialogs.record_fields import FormField, FormFields, Refused, day
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.labelled import Labelled


class TreatmentDialog(DatedForm[Treatment]):
    """Adds or changes a treatment, from a day to a day."""

    FIRST: ClassVar[str] = "what"

    def __init__(self, treatment: Treatment, today: date, *, new: bool) -> None:
        super().__init__("a treatment", treatment, _fields(today), today, new=new)

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the fields."""
        yield Labelled("What", FormLine("what", "such as physiotherapy, an injection, daily walks"))
        yield Labelled("From", DateLine(ON, self.today, placeholder=EMPTY_IS_TODAY if self.new else PAST))
        yield Labelled("Until", DateLine("until", self.today, ahead=True, placeholder="empty while it goes on"))
        yield ChoiceRow("meanwhile", "Meanwhile", HELPED_LABELS, title="How did things go? That proves no effect.")
        yield Labelled("Note", FormArea("treatment_note"))

    def build(self, typed: dict[str, str]) -> Treatment | None:
        """Return the treatment. Raises Refused without a name."""
        treatment = super().build(typed)
        if treatment is not None and not treatment.what:
            raise Refused("what", InvalidValue("What was tried?", "A word or two will do."))
        return treatment


def _fields(today: date) -> FormFields:
    return {
        "what": FormField("what"),
        ON: day("date", today, words="The day"),
        "until": day("until", today, ahead=True, words="The last day"),
        "meanwhile": FormField("helped"),
        "treatment_note": FormField("note"),
    }
