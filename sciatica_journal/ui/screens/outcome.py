"""What came of a red flag: what closes it, and what one was told."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.services import flags
from sciatica_journal.services.flags import Outcome
from sciatica_journal.services.wording import safety_words
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.messages import RowActivated, RowLeft, TextEdited
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.open_row import OpenRow
from sciatica_journal.ui.widgets.writing import WritingArea

_LABELS: dict[Outcome, str] = {"seen_cleared": "Cleared", "seen_treated": "Treated", "by_mistake": "Mistake"}


class OutcomeDialog(Dialog[bool]):
    """Records one outcome for all open red flags. Answers True where they are closed now."""

    CSS_PATH: ClassVar = [sheet("dialogs"), sheet("guide")]
    HELP_PAGE: ClassVar[str] = "redflags"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↵", "choose"), ("save", "record it"), ("esc", "leave it open"))

    def __init__(self) -> None:
        super().__init__("What came of it")
        self._outcome: Outcome | None = None
        self._told = ""

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose what is open, the outcomes and the words."""
        yield Static(id="outcome-open")
        for outcome in _LABELS:
            yield OpenRow("", outcome, [])
        yield Static(Content("\n" + self._sentence("outcome_ask")), classes="ask")
        yield WritingArea("told", self._sentence("outcome_example"))
        yield Static(Content(self._sentence("outcome_why")), classes="why")

    def _sentence(self, name: str, items: str = "") -> str:
        return safety_words(self.journal_app.journal.session, name, items)

    async def on_mount(self) -> None:
        """Say what is open; where nothing is, there is nothing to record."""
        self._show()
        rows = list(self.query(OpenRow))
        rows[0].focus()
        notices = await self.ask(flags.open_notices)
        if notices is None:
            return
        items = "; ".join(notice.items for notice in notices)
        said = self._sentence("outcome_open", items) if notices else self._sentence("outcome_none")
        self.query_one("#outcome-open", Static).update(Content(said + ("\n" if notices else "")))
        if not notices:
            for widget in self.query("OpenRow, WritingArea, .ask, .why"):
                widget.display = False

    def _show(self) -> None:
        for row in self.query(OpenRow):
            chosen = row.opens == self._outcome
            row.label = _LABELS[row.opens]  # type: ignore[index]  # the rows are made from these keys
            words = self._sentence(f"outcome_{row.opens}")
            row.show([("[x] " if chosen else "[ ] ", "bold $text-accent"), (words, "bold" if chosen else "")])

    @on(RowActivated)
    def _choose(self, message: RowActivated) -> None:
        message.stop()
        self._outcome = next(outcome for outcome in _LABELS if outcome == message.name)
        self._show()
        self.query_one(WritingArea).focus()

    @on(RowLeft)
    def _row_left(self, message: RowLeft) -> None:
        message.stop()
        stops = [*self.query(OpenRow), self.query_one(WritingArea)]
        if self.focused in stops:
            self.set_focus(stops[(stops.index(self.focused) + message.step) % len(stops)])

    @on(TextEdited)
    def _edited(self, message: TextEdited) -> None:
        message.stop()
        self._told = message.text

    def action_confirm(self) -> None:
        """Record the outcome chosen."""
        if not self.query_one(WritingArea).display:
            self.leave(False)
        elif self._outcome is None:
            self.say(self._sentence("outcome_choose"), wrong=True)
        else:
            self.run_worker(self._record(self._outcome), exclusive=True)

    async def _record(self, outcome: Outcome) -> None:
        closed = await self.ask(flags.record_outcome, outcome, self._told.strip())
        if closed is not None:
            self.leave(True)
