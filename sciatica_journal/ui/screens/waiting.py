"""Over Today while the journal cannot be read yet: what it waits for, in words."""

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

if TYPE_CHECKING:
    from sciatica_journal.ui.app import JournalApp

IN_USE: Final = "The journal is in use by another program."
OPENING: Final = "The journal is being opened."
_WAITS: Final = {
    IN_USE: "It opens here as soon as it is free. Close it there if you can: after 10 seconds you are told again.",
    OPENING: "This takes longer than usual.",
}


class WaitingScreen(ModalScreen[None]):
    """Says what the app waits for. The red-flag page and leaving work meanwhile; other commands need the journal."""

    DEFAULT_CSS = """
    WaitingScreen { align: center middle; }
    WaitingScreen > Static {
        width: 64; max-width: 100%; height: auto; max-height: 100%; padding: 0 1;
        border: round $border; background: $surface; color: $foreground;
        &:ansi { background: ansi_default; }
    }
    """
    HOLDS: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+p", "stay", show=False, id="palette")]

    def __init__(self, why: str) -> None:
        super().__init__()
        self._why = why
        self._over = False

    def compose(self) -> ComposeResult:
        """Compose the words."""
        yield Static(self._words())

    def _words(self) -> Content:
        return Content.assemble(
            (self._why, "bold"), "\n", _WAITS[self._why], ("\nF2 red flags · ^q quit", "$text-muted")
        )

    def say(self, why: str) -> None:
        """Say what it waits for now."""
        if why != self._why:
            self._why = why
            self.query_one(Static).update(self._words())

    def end(self) -> None:
        """Close; under another screen as soon as that one is closed."""
        self._over = True
        if self.app.screen is self:
            self.dismiss()

    def on_screen_resume(self) -> None:
        """Close where the waiting ended under another screen."""
        if self._over and self.app.screen is self:
            self.dismiss()

    def action_stay(self) -> None:
        """Do nothing."""

    def action_red_flags(self) -> None:
        """Open the red-flag page, which needs no journal."""
        cast("JournalApp", self.app).open_page("red-flags")
