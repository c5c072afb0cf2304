"""The weekly screen: all measures of the journal's own on one page, a number and a step a question."""

from collections.abc import Iterable, Mapping
from typing import ClassVar, Final

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.dates import short_day
from sciatica_journal.domain.measures import Measure
from sciatica_journal.services.measures.forms import Plan
from sciatica_journal.ui.dialogs.form import FormDialog
from sciatica_journal.ui.dialogs.measures.above import show_above
from sciatica_journal.ui.dialogs.measures.scale_row import ScaleRow, SixRow
from sciatica_journal.ui.styling import sheet

Answers = dict[str, dict[str, int]]

_DRAFT: Final = "measures"
_FIRST: Final = "first-scale"
_WIDEST: Final = 28
"""Columns of the phrases: with the numbers behind them they fit into 60 columns."""


class WeeklyDialog(FormDialog[Answers]):
    """Answers with what was given by measure and item; a measure of the form without an answer is there, empty."""

    CSS_PATH: ClassVar = [sheet("dialogs"), sheet("measures")]
    HELP_PAGE: ClassVar[str] = "measures"
    FIRST: ClassVar[str] = _FIRST
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("save", "keep"), ("0-9 ↓", "set, go on"), ("Esc", "not now"), ("↵", "next, keep at the end"),
        ("^n", "start afresh, dropping what is typed"),
    )  # fmt: skip

    def __init__(self, plan: Plan, measures: Mapping[str, Measure], words: Mapping[str, str]) -> None:
        initial = {
            f"{name}:{item}": str(answer) for name, given in plan.answers.items() for item, answer in given.items()
        }
        draft = f"{_DRAFT} changed" if plan.answers else _DRAFT
        super().__init__(f"This week · {short_day(plan.date)}", plan.date, draft, initial)
        self.plan = plan
        self.measures = measures
        self.words = words
        texts = [item.text for items in plan.items.values() for item in items]
        self._head = max((cell_len(text) + 2 for text in texts if cell_len(text) + 2 <= _WIDEST), default=_WIDEST)

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the questions by measure."""
        yield Static(Content(self.words["own"]), classes="why")
        first = True
        for name, items in self.plan.items.items():
            if not items:
                continue
            measure = self.measures[name]
            yield Static(Content.assemble((measure.ask, "bold"), f" {measure.anchors}."), classes="ask")
            for item in items:
                kind = SixRow if measure.highest_answer == SixRow.highest else ScaleRow
                field = f"{name}:{item.id}"
                yield (
                    kind(field, item.text, head=self._head, id=_FIRST)
                    if first
                    else kind(field, item.text, head=self._head)
                )
                first = False

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show what stands above the first question together with it."""
        show_above(self, event, next(iter(self.query(ScaleRow)), None))

    def build(self, typed: dict[str, str]) -> Answers | None:
        """Return the answers, None where none was given or changed."""
        if not typed:
            return None
        state = self.state()
        return {
            name: {item.id: int(state[key]) for item in items if state.get(key := f"{name}:{item.id}")}
            for name, items in self.plan.items.items()
            if items
        }
