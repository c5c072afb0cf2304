"""The Roland-Morris questionnaire: its statements in their original words, to be ticked."""

from collections.abc import Iterable, Mapping
from typing import ClassVar, Final

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.dates import short_day
from sciatica_journal.domain.measures import RMDQ, Measure
from sciatica_journal.services.measures.forms import Plan
from sciatica_journal.ui.dialogs.form import FormDialog
from sciatica_journal.ui.dialogs.measures.above import show_above
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.tick_row import TickRow

_FIELD: Final = "statement-"


class RmdqDialog(FormDialog[tuple[str, ...]]):
    """Answers with the statements ticked. The score is not shown meanwhile: it would sway the answers."""

    CSS_PATH: ClassVar = [sheet("dialogs"), sheet("measures")]
    HELP_PAGE: ClassVar[str] = "measures"
    FIRST: ClassVar[str] = f"{_FIELD}1"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Space", "tick"), ("save", "keep"), ("Esc", "leave"), ("↵", "next, keep at the end"),
        ("^n", "start afresh, dropping the ticks"),
    )  # fmt: skip

    def __init__(self, plan: Plan, measure: Measure, words: Mapping[str, str]) -> None:
        given = plan.answers.get(RMDQ, {})
        initial = {f"{_FIELD}{item}": "yes" for item, answer in given.items() if answer}
        super().__init__(
            f"{measure.title} · {short_day(plan.date)}", plan.date, RMDQ if not given else f"{RMDQ} changed", initial
        )
        self.measure = measure
        self.words = words
        self.new = not given
        self._insisted = False

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose what to do, the statements and the credit."""
        yield Static(Content.styled(self.measure.ask, "bold"), classes="lead")
        for item in self.measure.items:
            yield TickRow(f"{_FIELD}{item.id}", item.text)
        yield Static(Content("\n" + self.measure.credit), classes="why")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show what stands above the first statement together with it."""
        show_above(self, event, self.query_one(f"#{self.FIRST}"))

    def build(self, typed: dict[str, str]) -> tuple[str, ...] | None:
        """Return the statements ticked; None where an earlier reading stays as it is."""
        if not typed and not self.new:
            return None
        state = self.state()
        return tuple(item.id for item in self.measure.items if state.get(f"{_FIELD}{item.id}"))

    def edited(self) -> None:
        """Take it that the answers are not final."""
        self._insisted = False
        super().edited()

    def action_confirm(self) -> None:
        """Answer; without a tick only the second time."""
        if not any(self.state().values()) and not self._insisted:
            self._insisted = True
            self.say(self.words["rmdq_none"], wrong=True)
        else:
            super().action_confirm()
