"""A question with yes and no; no is what Enter and Escape say."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.dialogs.pick_list import PickList
from sciatica_journal.ui.widgets.keyed_words import keyed

_YES = 1


class ConfirmDialog(Dialog[bool]):
    """Asks `question`, with a `detail` under it; `yes` is that answer, such as `Yes, clear it`. Leaving it is a no."""

    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("n", "no"), ("y", "yes"), ("Esc", "no"))

    def __init__(self, question: str, detail: str, yes: str) -> None:
        super().__init__(question)
        self.detail = detail
        self.yes = yes

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the detail and both answers."""
        yield Static(Content(self.detail), id="detail")
        yield PickList()

    def on_mount(self) -> None:
        """Begin at no."""
        answers = self.query_one(PickList)
        answers.show(
            [
                Content.assemble(*keyed("No", 0, ""), ", leave it as it is"),
                Content.assemble(*keyed(self.yes, 0, "")),
            ]
        )
        self.begin(answers)

    def on_key(self, event: events.Key) -> None:
        """A letter answers."""
        if event.key in ("y", "n"):
            event.stop()
            self.leave(event.key == "y")

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.leave(event.option_index == _YES)

    def action_cancel(self) -> None:
        """Say no."""
        self.leave(False)

    def action_confirm(self) -> None:
        """Answer with the marked line."""
        self.query_one(PickList).action_select()
