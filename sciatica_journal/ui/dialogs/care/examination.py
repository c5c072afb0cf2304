"""The form for an examination."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.labels import GREEN_LIGHT_LABELS
from sciatica_journal.ui.dialogs.care.dated import EMPTY_IS_TODAY, ON, DatedForm
from sciatica_journal.ui.dialogs.date_line import PAST, DateLine
from sciatica_journal.ui.dialogs.fields import FormArea, FormLine
from sciatica_journal.ui.dialogs.record_fields import FormField, FormFields, Refused, day, whole
from sciatica_journal.ui.widgets.choice_row import YES_NO_UNSURE, ChoiceRow
from sciatica_journal.ui.widgets.labelled import Labelled
from sciatica_journal.ui.widgets.rating_row import RatingRow

_TESTED: Final = {"yes": True, "no": False, "unsure": None}


class ExaminationDialog(DatedForm[Examination]):
    """Adds or changes an examination; `new` says that it is not recorded yet."""

    def __init__(self, examination: Examination, today: date, *, new: bool) -> None:
        super().__init__("an examination", examination, _fields(today), today, new=new)
        if not new and examination.neurological is None:
            self.initial["tested"] = "unsure"

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the fields in the order of a visit."""
        yield Labelled("On", DateLine(ON, self.today, placeholder=PAST if self.initial[ON] else EMPTY_IS_TODAY))
        yield Labelled("Who", FormLine("who", "such as GP, physiotherapist, neurologist"))
        yield ChoiceRow("tested", "Nerves", YES_NO_UNSURE, title="Were strength, reflexes and feeling tested?")
        yield Labelled("Told", FormArea("told", "what you were told, in your words"))
        yield Static(" Does it make sense to you? 0 not at all, 10 fully", classes="heading")
        yield RatingRow("sense", "Sense")
        yield Labelled("Scans", FormArea("scan", "which, when, what it showed"))
        yield ChoiceRow("running", "Running", GREEN_LIGHT_LABELS, title="Is there a green light for running?")
        yield Labelled("Limits", FormArea("limits", "how long, how often, on what ground"))
        yield Labelled("Note", FormArea("exam_note"))

    def build(self, typed: dict[str, str]) -> Examination | None:
        """Return the examination. Raises Refused for an empty new one: it would open what waits for an examination."""
        if self.new and not any(text.strip() for text in (self.state()[ON], *typed.values())):
            raise Refused(ON, InvalidValue("Nothing is filled in.", "The day alone will do, such as today."))
        return super().build(typed)


def _fields(today: date) -> FormFields:
    return {
        ON: day("date", today, words="The day"),
        "who": FormField("who"),
        "tested": FormField("neurological", _TESTED.get, lambda tested: "yes" if tested else "no"),
        "told": FormField("told"),
        "sense": whole("makes_sense"),
        "scan": FormField("scan"),
        "running": FormField("green_light"),
        "limits": FormField("limits"),
        "exam_note": FormField("note"),
    }
