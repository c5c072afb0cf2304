"""The journal cannot be used: what is wrong, what can be done, and the way back to a backup."""

from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sciatica_journal.domain.commands import COMMANDS
from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.guide.screen_words import screen_words
from sciatica_journal.services.journal import backups, health
from sciatica_journal.services.journal.session import Session
from sciatica_journal.ui.bindings import commands_named
from sciatica_journal.ui.journal_screen import start_worker
from sciatica_journal.ui.messages import RowActivated, RowLeft
from sciatica_journal.ui.screens.place import PlaceScreen
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.key_bar import KeyBar
from sciatica_journal.ui.widgets.keyed_words import key_first
from sciatica_journal.ui.widgets.open_row import OpenRow
from sciatica_journal.ui.widgets.row import neighbour


class TroubleScreen(PlaceScreen, inherit_bindings=False):
    """Stands before the places while the journal cannot be opened or written. It changes nothing unless asked."""

    CSS_PATH: ClassVar = sheet("steps")
    HOLDS: ClassVar[bool] = True
    HELP_PAGE: ClassVar[str] = "trouble"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(",".join(command.keys), command.action, show=False, id=command.id)
            for command in COMMANDS
            if command.id in {"help", "red_flags"}
        ),
        Binding("ctrl+p", "stay", show=False, id="palette"),
        Binding("t", "again", show=False),
        Binding("b", "restore", show=False),
        Binding("q", "app.quit", show=False),
    ]

    def __init__(self, error: JournalError) -> None:
        super().__init__()
        self.error = error
        self.newest: str | None = None
        self.words = screen_words("trouble")

    def compose(self) -> ComposeResult:
        """Compose what is wrong and what can be done."""
        with VerticalScroll(id="trouble", can_focus=False):
            yield Static(id="trouble-words")
            with Vertical(id="trouble-choices"):
                yield OpenRow("Again", "again", key_first(self.words["again"]))
                yield OpenRow("Backup", "restore", [])
                yield OpenRow("Quit", "quit", key_first(self.words["quit"]))
        yield KeyBar(
            commands_named("quit", "red_flags", "help"),
            dict(self.journal_app.keymap_resolved.keys),
        )

    async def on_mount(self) -> None:
        """Find the files and the newest backup."""
        self._show_words({})
        self.set_focus(self.query_one("#open-again"))
        found = await self.ask(_where) or {}
        self.newest = found.get("newest_backup")
        self._show_words(found)

    def _show_words(self, found: dict[str, Any]) -> None:
        parts: list[Any] = [
            (f" {self.words['head']} ", "bold reverse"), "\n\n",
            (self.error.message, "bold"), "\n", self.error.hint, "\n\n",
            self.words["nothing_written"], "\n\n",
        ]  # fmt: skip
        for name, label in (("journal", "Journal"), ("newest_backup", "Backup"), ("backups", "Folder")):
            if found.get(name):
                parts += [(f"{label:<9}", "$text-secondary"), str(found[name]), "\n"]
        if found and not self.newest:
            parts += [self.words["no_backup"], "\n"]
        self.query_one("#trouble-words", Static).update(Content.assemble(*parts))
        row = self.query_one("#open-restore", OpenRow)
        row.display = self.newest is not None
        row.show(key_first(self.words["restore"]))

    @on(RowActivated)
    async def _activated(self, message: RowActivated) -> None:
        message.stop()
        await self.run_action({"quit": "app.quit"}.get(message.name, message.name))

    @on(RowLeft)
    def _row_left(self, message: RowLeft) -> None:
        message.stop()
        stops = [row for row in self.query(OpenRow) if row.display]
        self.set_focus(neighbour(stops, self.focused, message.step, around=True))

    def action_again(self) -> None:
        """Open the journal once more."""
        self.dismiss()
        self.app.call_later(self.journal_app.today_screen.open_journal)

    def action_restore(self) -> None:
        """Put the newest backup in the journal's place, after a yes."""
        from sciatica_journal.ui.dialogs.confirm import ConfirmDialog

        if self.newest is not None:
            detail = f"{self.newest}\n\n{self.words['kept']}"
            dialog = ConfirmDialog(self.words["question"], detail, self.words["yes"])
            self.app.push_screen(dialog, self._confirmed)

    def _confirmed(self, yes: bool | None) -> None:
        if yes and self.newest is not None:
            start_worker(self, partial(self._restore, Path(self.newest)), exclusive=True)

    async def _restore(self, source: Path) -> None:
        report = await self.ask(backups.restore, source)
        if report is not None:
            words = [self.words["restored"]]
            if report.kept:
                words.append(self.words["former"].replace("{path}", str(report.kept)))
            self.notify(" ".join(words), markup=False, timeout=12)
            self.action_again()

    def action_stay(self) -> None:
        """Do nothing: the other commands need a journal."""


def _where(session: Session) -> dict[str, Any]:
    """Return where the files are, in a session that reads the file afresh."""
    session.reopen()
    return health.where(session)
