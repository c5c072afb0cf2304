"""The quick line: a day in one line, with what is understood under it while one types."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.domain.dates import short_day
from sciatica_journal.domain.text import one_line
from sciatica_journal.services.entries.drafting import LINE_DRAFT, find_draft
from sciatica_journal.services.entries.line_log import LineLogged, preview_line
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.dialogs.drafts import DraftKeeper
from sciatica_journal.ui.dialogs.fields import FormLine
from sciatica_journal.ui.dialogs.form import NOT_SAVED
from sciatica_journal.ui.journal_screen import start_worker
from sciatica_journal.ui.messages import RowLeft, TextEdited
from sciatica_journal.ui.widgets.row import Part

_EXAMPLE: Final = "pain 4, left calf tingling; ran 5k 32:10 track effort 4; stress 3; long day at work"


class DayLine(FormLine):
    """The line; several pasted lines become one, each its own part."""

    def folded(self, text: str) -> str:
        """Return pasted lines joined by semicolons, so that none runs into the next."""
        return "; ".join(filter(None, (one_line(line).rstrip(";,") for line in text.splitlines())))


class LineDialog(Dialog[str]):
    """Asks for a line about a day; what is typed and left is there the next time, on the same day."""

    HELP_PAGE: ClassVar[str] = "line"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↵", "log"), ("F1", "what it reads"), ("Esc", "leave"))
    CLICKS: ClassVar[dict[str, str]] = {**Dialog.CLICKS, "↵": "screen.save"}

    def __init__(self, day: date, unsaved: str = "") -> None:
        """Ask about a day; `unsaved` is a line that could not be logged."""
        super().__init__(f"The day in one line · {short_day(day)}")
        self.day = day
        self._unsaved = unsaved

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the line and what is understood of it."""
        yield DayLine("quick_line", "any words, in any order")
        yield Static(id="understood")

    async def on_mount(self) -> None:
        """Begin typing; offer what was left unfinished."""
        self.begin(self.line)
        self._show("")
        self.keeper = DraftKeeper(
            self, self.journal_app.journal, LINE_DRAFT, self.day, lambda: {"line": self.line.value}, self.report
        )
        if self._unsaved:
            self.line.show_text(self._unsaved)
            self._show(self._unsaved)
            self.say(NOT_SAVED, wrong=True)
            self.keeper.edited()
            return
        found = await self.ask(find_draft, LINE_DRAFT)
        if found is not None and found.day == self.day and not self.line.value:
            self.line.show_text(str(found.body.get("line", "")))
            self._show(self.line.value)
            self.say(f"As typed at {found.at:%H:%M} and not logged.")

    def on_unmount(self) -> None:
        """Keep what is typed, however the dialog goes away."""
        if self.keeper is not None:
            self.keeper.finish()

    @property
    def line(self) -> DayLine:
        """The line."""
        return self.query_one(DayLine)

    @on(TextEdited)
    def _typed(self, message: TextEdited) -> None:
        message.stop()
        self.say("")
        self._show(message.text)
        if self.keeper is not None:
            self.keeper.edited()

    @on(RowLeft)
    def _row_left(self, message: RowLeft) -> None:
        message.stop()

    def _show(self, text: str) -> None:
        if text.strip():
            start_worker(self, partial(self._preview, text), exclusive=True, group="preview")
        else:
            self.workers.cancel_group(self, "preview")
            example = Content.assemble(("Such as: ", "$text-secondary"), (_EXAMPLE, "$text-muted"))
            self.query_one("#understood", Static).update(example)

    async def _preview(self, text: str) -> None:
        preview = await self.ask(preview_line, text, self.day)
        if preview is not None and text == self.line.value:
            lines = map(_shown, _lines(preview))
            # Fast typing closes the dialog while the preview is read: then there is nothing left to show it on.
            for understood in self.query("#understood").results(Static):
                understood.update(Content("\n").join(lines))

    def action_confirm(self) -> None:
        """Answer with the line; nothing typed logs nothing."""
        if self.keeper is not None:
            self.keeper.finish()
        self.leave(self.line.value.strip() or None)

    def entered(self) -> None:
        """Log the line."""
        self.action_confirm()

    def action_quick_line(self) -> None:
        """It is open already."""


def _lines(preview: LineLogged) -> Iterable[Part]:
    note = preview.said.note
    for word in preview.words if note is None else preview.words[:-1]:
        yield ("✓ " + word, "$text-success")
    if note is not None:
        yield ("stays as note  " + note, "$text-muted")
    for warning in preview.warnings:
        yield ("! " + warning, "$text-warning")


def _shown(part: Part) -> Content:
    return Content.assemble(part)
