"""The coin-flip trial in Patterns: what is compared, how far it is, what it came to. The one card with a because."""

from typing import ClassVar

from textual.content import Content

from sciatica_journal.services.trial.view import TrialView
from sciatica_journal.services.trial.wording import told
from sciatica_journal.services.trial.words import trial_words
from sciatica_journal.ui.screens.patterns.block import Block, Line, wrapped


class TrialPanel(Block):
    """Shows a view of the service. Enter and a click do what the key of the trial does."""

    hint: ClassVar[str] = "↵ the trial"

    def __init__(self) -> None:
        super().__init__("trial")
        self.view: TrialView | None = None
        self.opens_with = "t"
        self.display = False  # until it is known

    def on_mount(self) -> None:
        """Name the section."""
        self.border_title = Content.styled(trial_words()["setup"]["title"], "bold $text-accent")

    def show(self, view: TrialView | None, key: str = "t") -> None:
        """Show the trial, None for none yet; `key` opens what can be done about it."""
        self.view, self.opens_with, self.display = view, key, True
        self.changed()

    def lines(self, width: int) -> list[Line]:
        """Return what is told of the trial, and what can be done about it."""
        said, words = told(self.view), trial_words()["setup"]
        does = words["begin" if self.view is None else "again" if self.view.is_over else "see_to"]
        lines = wrapped(said.head, width, "" if self.view is None else "bold")
        lines += wrapped(said.today, width, "$text-primary") if said.today else []
        for line in said.lines:
            lines += wrapped(line, width, "bold $text-primary" if line == said.answer else "$text-muted")
        return [*lines, [(self.opens_with, "bold $text-accent"), (f" {does}", "$text-muted")]]

    def activate(self) -> None:
        """Do what the key does."""
        self.call_later(self.screen.run_action, "trial")
