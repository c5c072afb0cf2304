"""Patterns: what went with pain, the running question first."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from sciatica_journal.domain.commands import Place
from sciatica_journal.services.patterns.screen_words import screen_words
from sciatica_journal.ui.bindings import bindings_for
from sciatica_journal.ui.screens.place import PlaceScreen
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.prose import Prose


class PatternsScreen(PlaceScreen):
    """One scrolling page, in two columns where there is room."""

    CSS_PATH: ClassVar = sheet("patterns")
    PLACE: ClassVar[Place] = "patterns"
    NAME: ClassVar[str] = "patterns"
    HELP_PAGE: ClassVar[str] = "patterns"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("patterns")]

    def __init__(self) -> None:
        super().__init__()
        self._words = screen_words()

    def compose_place(self) -> ComposeResult:
        """Compose the page."""
        with VerticalScroll(id="patterns"):
            yield Prose(self._words["empty"], id="patterns-empty")

    def action_open_page(self, slug: str) -> None:
        """Open a guide page."""
        self.journal_app.open_page(slug)

    def action_open_here(self) -> None:
        """Open or fold what the focus is on."""

    def action_trial(self) -> None:
        """Begin a coin-flip trial, or see to the one under way."""
        from sciatica_journal.ui.dialogs.trial_opening import open_trial

        open_trial(self.journal_app)

    def action_other_column(self) -> None:
        """Go to the other column."""

    def action_leave(self) -> None:
        """Go to Today."""
        self.journal_app.go_to("today")
