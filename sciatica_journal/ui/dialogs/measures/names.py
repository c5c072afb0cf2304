"""Naming the activities that matter."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import ClassVar, Final

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.measures import MOST_ACTIVITIES
from sciatica_journal.domain.text import one_line
from sciatica_journal.services.measures.forms import check_activities
from sciatica_journal.ui.dialogs.fields import FormLine
from sciatica_journal.ui.dialogs.form import FormDialog
from sciatica_journal.ui.dialogs.record_fields import Refused
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.labelled import Labelled

DRAFT: Final = "activities"

_LABELS: Final = ("First", "Second", "Third")


class NamesDialog(FormDialog[tuple[str, ...]]):
    """Answers with the names in order, empty lines left out. `resting`: no example is about running."""

    CSS_PATH: ClassVar = [sheet("dialogs"), sheet("measures")]
    HELP_PAGE: ClassVar[str] = "measures"
    FIRST: ClassVar[str] = "name-1"

    def __init__(self, names: Sequence[str], words: Mapping[str, str], day: date, *, resting: bool) -> None:
        initial = {f"name-{number}": name for number, name in enumerate(names, 1)}
        super().__init__(words["names_title"], day, DRAFT, initial)
        self.words = words
        self.resting = resting

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the question and a line a name."""
        yield Static(Content(self.words["names_ask"] + "\n"))
        for number in range(1, MOST_ACTIVITIES + 1):
            example = self.words["name_1_resting" if self.resting and number == 1 else f"name_{number}"]
            yield Labelled(_LABELS[number - 1], FormLine(f"name-{number}", example))
        yield Static(Content("\n" + self.words["names_why"]), classes="why")

    def build(self, typed: dict[str, str]) -> tuple[str, ...]:  # noqa: ARG002  # all names count, typed or not
        """Return the names. Raises Refused for one that is too long or there twice."""
        state = self.state()
        names: list[str] = []
        for field in state:
            names += filter(None, [one_line(state[field])])
            try:
                check_activities(names)
            except InvalidValue as error:
                raise Refused(field, error) from error
        return tuple(names)
