"""The form of the background: what some signs weigh more with, and what a doctor asks first."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, Final

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.care.background import HISTORY, Background
from sciatica_journal.services.safety.wording import asking_words
from sciatica_journal.ui.dialogs.date_line import DateLine
from sciatica_journal.ui.dialogs.fields import FormLine
from sciatica_journal.ui.dialogs.form import RecordForm
from sciatica_journal.ui.dialogs.record_fields import FormField, FormFields, day, yes_no
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.choice_row import YES_NO, ChoiceRow
from sciatica_journal.ui.widgets.labelled import Labelled

_LABELS: Final = {
    "leg_worse": "Leg", "cancer": "Cancer", "steroids": "Steroids", "osteoporosis": "Bones", "immune": "Defences",
    "infection": "Infection", "accident": "Accident",
}  # fmt: skip
_TEXTS: Final = ("medicines", "scans", "work", "worry")


class BackgroundDialog(RecordForm[Background]):
    """Every question can be left out; Escape leaves all of it."""

    CSS_PATH: ClassVar = [sheet("dialogs"), sheet("safety")]
    HELP_PAGE: ClassVar[str] = "check"
    FIRST: ClassVar[str] = "onset"

    def __init__(self, background: Background, today: date, *, new: bool) -> None:
        self.today = today
        self.words = asking_words("background")
        super().__init__(self.words["title"], background, _fields(today), new=new)

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the questions: first those that some red flags need."""
        yield Static(Content(self.words["why"] + "\n"), classes="why")
        yield Labelled("Onset", DateLine("onset", self.today, placeholder=self.words["onset"]))
        for name in ("leg_worse", *HISTORY):
            yield ChoiceRow(name, _LABELS[name], YES_NO, title=self.words[name], moves_on=True)
        for name in _TEXTS:
            yield Labelled(name.capitalize(), FormLine(name, self.words[name]))


def _fields(today: date) -> FormFields:
    return {
        "onset": day("onset", today, words="The onset"),
        **{name: yes_no(name) for name in ("leg_worse", *HISTORY)},
        **{name: FormField(name) for name in _TEXTS},
    }
