"""A list to choose one thing from, with a few words above it; a letter may choose too."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events, on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.dialogs.pick_list import PickList

Choice = tuple[str, Content]
"""What a line answers, and the line."""


class PickDialog(Dialog[str]):
    """Answers with the first part of the chosen line. `letters` says by which letters, one a line, it can be chosen."""

    HELP_PAGE: ClassVar[str] = "ladder"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↵", "choose"), ("Esc", "back"), ("F1", "help"))

    def __init__(
        self, title: str, choices: Sequence[Choice], *, about: str = "", at: int | None = None, letters: str = ""
    ) -> None:
        super().__init__(title)
        self.choices = list(choices)
        self.about = about
        self.at = at
        self.letters = letters

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the words and the list."""
        if self.about:
            yield Static(Content(self.about), classes="heading")
        yield PickList()

    def on_mount(self) -> None:
        """Begin at the line that was asked for."""
        lines = self.query_one(PickList)
        lines.show([line for _, line in self.choices], self.at)
        self.begin(lines)

    def on_key(self, event: events.Key) -> None:
        """A letter chooses."""
        at = self.letters.find(event.character) if event.character else -1
        if at >= 0:
            event.stop()
            self.leave(self.choices[at][0])

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.leave(self.choices[event.option_index][0])

    def action_confirm(self) -> None:
        """Answer with the marked line."""
        self.query_one(PickList).action_select()
