"""The one quiet line about safety on Today. It is mounted only where there is something to say."""

from functools import partial
from typing import TYPE_CHECKING, cast

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.safety.safety_line import SafetyLine, put_away, safety_line
from sciatica_journal.services.safety.wording import asking_words
from sciatica_journal.ui.dialogs.safety.opening import ask_sign, open_check
from sciatica_journal.ui.dialogs.safety.sign import sign_words
from sciatica_journal.ui.journal_screen import start_worker
from sciatica_journal.ui.widgets.open_row import OpenRow
from sciatica_journal.ui.widgets.row import Part
from sciatica_journal.ui.widgets.sensation_row import SensationRow

if TYPE_CHECKING:
    from sciatica_journal.ui.app import JournalApp
    from sciatica_journal.ui.screens.today.journal_pane import JournalPane
    from sciatica_journal.ui.screens.today.screen import TodayScreen

_LABELS = {"sign": "New", "book": "Book", "check": "Check"}


class SafetyRow(OpenRow):
    """Enter or a click opens what the line offers, Delete puts it away."""

    def __init__(self, line: SafetyLine, words: str, hint: str, owner: "SafetyLines") -> None:
        parts: list[Part] = [(words, "bold $text-warning"), (f"  {owner.key}", "bold $text-accent")]
        super().__init__(_LABELS[line.opens], "safety", parts, key=line.key, hint=hint)
        self.line = line
        self.owner = owner

    def action_open(self) -> None:
        """Open what is offered."""
        self.owner.open(self.line)

    def action_remove(self) -> None:
        """Put it away."""
        self.owner.put_away(self.line)


class SafetyLines:
    """Looks after the line of a journal pane: looked up anew with every day that is shown."""

    def __init__(self, pane: "JournalPane") -> None:
        self.pane = pane
        self.words = asking_words("line")
        self.row: SafetyRow | None = None

    @property
    def app(self) -> "JournalApp":
        """The app, by its own type."""
        return cast("JournalApp", self.pane.app)

    @property
    def key(self) -> str:
        """The key that opens it."""
        return self.pane.keys.get("safety", "")

    def look(self, day: Day) -> None:
        """Look up what the day offers, beside all that is done meanwhile."""
        start_worker(self.pane, partial(self._look, day), group="safety-line", exclusive=True)

    async def _look(self, day: Day) -> None:
        try:
            line = await self.app.journal.call(safety_line, day)
        except JournalError:
            return  # the next save tells what is wrong with the file
        await self._show(line)

    async def _show(self, line: SafetyLine | None) -> None:
        if (line.key if line else None) == (self.row.line.key if self.row else None):
            return
        had_focus = self.row is not None and self.row.has_focus
        if self.row is not None:
            await self.row.remove()
            self.row = None
        if line is not None:
            self.row = SafetyRow(line, self._sentence(line), self.words["dismiss"], self)
            if line.opens == "sign":
                await self.pane.mount(self.row, after=self.pane.query_one(SensationRow))
            else:
                await self.pane.mount(self.row, before=0)
        if had_focus:
            self.pane.screen.set_focus(self.row or self.pane.query_one("#function"))

    def _sentence(self, line: SafetyLine) -> str:
        signs = sign_words(*line.question) if line.question else ""
        return self.words[line.words].replace("{signs}", signs).replace("{items}", line.items)

    def open_shown(self) -> bool:
        """Open what is offered. Returns whether anything is."""
        if self.row is None:
            return False
        self.open(self.row.line)
        return True

    def open(self, line: SafetyLine) -> None:
        """Open the question, the notice or the check."""
        if line.question is not None:
            ask_sign(self.app, line.question, line.day)
        elif line.notice is not None:
            from sciatica_journal.ui.screens.emergency import EmergencyScreen

            self.app.push_screen(EmergencyScreen((line.notice,)), self.app.notices_answered)
            self.put_away(line)
        else:
            open_check(self.app)

    def put_away(self, line: SafetyLine) -> None:
        """Keep that it was offered, and take the line away."""
        start_worker(self.pane, partial(self._put_away, line), group="safety-line")

    async def _put_away(self, line: SafetyLine) -> None:
        try:
            await self.app.journal.call(put_away, line)
        except JournalError:
            return  # it is offered again, no more
        await self._show(None)
        screen = cast("TodayScreen", self.pane.screen)
        if screen.offers is not None and screen.view is not None:
            screen.offers.look(screen.view.day)


def watch_safety(screen: "TodayScreen") -> None:
    """Offer on Today what the safety rules ask for, from now on and for the day that is shown."""
    pane = screen.journal_pane
    if pane.safety is None:
        pane.safety = SafetyLines(pane)
        if screen.view is not None:
            pane.safety.look(screen.view.day)
