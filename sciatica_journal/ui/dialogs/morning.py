"""The morning after a run: how it settled, and if one likes how far down it was then and how long it took."""

from collections.abc import Iterable
from typing import ClassVar, Final

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.dates import short_day
from sciatica_journal.domain.legs import FURTHEST_POINTS
from sciatica_journal.domain.run import LONGEST_SETTLING, RESPONSES, Run
from sciatica_journal.domain.units import shown_hours
from sciatica_journal.domain.wording import short_run
from sciatica_journal.services.running.mornings import late_line
from sciatica_journal.services.running.words import running_words
from sciatica_journal.ui.dialogs.form import RecordForm
from sciatica_journal.ui.dialogs.record_fields import FormField, FormFields
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.number_row import NumberRow
from sciatica_journal.ui.widgets.row import ValueRow

_FURTHEST: Final = {str(point): name for point, name in enumerate(FURTHEST_POINTS)}

MORNING_FIELDS: Final[FormFields] = {
    "response": FormField("response"),
    "furthest": FormField("response_furthest", int),
    "hours": FormField("settle_hours", lambda text: round(float(text), 1), lambda hours: f"{hours:g}"),
}


class FurthestRow(ChoiceRow):
    """The furthest point, by its letter or its number 0 to 6. Nothing is offered."""

    def value_of_letter(self, character: str | None) -> str | None:
        """Return the choice of that letter or digit."""
        return character if character in self.labels else super().value_of_letter(character)


def morning_rows() -> list[ValueRow]:
    """Return the rows of MORNING_FIELDS. Nothing is filled in beforehand."""
    return [
        ChoiceRow("response", "Morning", {each: each for each in RESPONSES}),
        FurthestRow("furthest", "Furthest", _FURTHEST),
        NumberRow(
            "hours", "Hours", highest=LONGEST_SETTLING, step=1.0, empty="until you were back at your usual",
            shown=lambda hours: f"after {shown_hours(hours)}",
        ),
    ]  # fmt: skip


class MorningDialog(RecordForm[Run]):
    """Asks about the morning after a run that is recorded, at any later time."""

    HELP_PAGE: ClassVar[str] = "morning"
    FIRST: ClassVar[str] = "response"

    def __init__(self, run: Run, unit: str) -> None:
        super().__init__("the morning after", run, MORNING_FIELDS, new=False, draft="morning")
        self.unit = unit
        self.dialog_title = f"The morning after · {short_day(run.date)}"

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose which run it was, and the rows."""
        today = self.journal_app.journal.session.today()
        what = " · ".join(short_run(self.record, self.unit))
        late = late_line(self.record.date, today)
        yield Static(Content(f" {what}\n {late or running_words('morning')['ask']}"), classes="heading")
        yield from morning_rows()

    def begin(self, widget: Widget) -> None:
        """Begin at what is still open: the answer, or what may be added to it."""
        super().begin(widget if self.record.response is None else self.query_one("#furthest"))
