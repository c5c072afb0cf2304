"""Where to write the sheet: a path, whose ending picks the format."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sciatica_journal.services.exchange.sheet import Sheet, app_words, write_sheet
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.dialogs.fields import FormLine
from sciatica_journal.ui.journal_screen import start_worker
from sciatica_journal.ui.widgets.labelled import Labelled


class WriteSheetDialog(Dialog[str]):
    """Answers with what to tell of the written file. What is there already is never overwritten."""

    HELP_PAGE: ClassVar[str] = "sheet"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↵", "write"), ("Esc", "back"))

    def __init__(self, sheet: Sheet, path: str) -> None:
        super().__init__("Write the doctor's sheet")
        self._sheet = sheet
        self._path = path

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the path and what its ending means."""
        yield Labelled("File", FormLine("file"))
        for name in ("endings", "not_encrypted"):
            yield Static(Content(app_words()[name]), classes="about")

    def on_mount(self) -> None:
        """Offer a name that is free."""
        line = self.query_one(FormLine)
        line.show_text(self._path)
        self.begin(line)

    def entered(self) -> None:
        """Write."""
        self.action_confirm()

    def action_confirm(self) -> None:
        """Write; what is refused is told and the path stays as typed."""
        start_worker(self, self._write, exclusive=True, group="form")

    async def _write(self) -> None:
        typed = self.query_one(FormLine).as_text().strip() or self._path
        written = await self.ask(write_sheet, self._sheet, Path(typed).expanduser())
        if written is not None:
            self.leave(written.message)
