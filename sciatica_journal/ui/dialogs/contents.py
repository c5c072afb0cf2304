"""The headings of a page, to go to one of them."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.dialogs.pick_list import PickList
from sciatica_journal.ui.widgets.markdown_lines import Heading


class ContentsDialog(Dialog[int]):
    """Answers with the line of the heading chosen, None where none was."""

    HELP_PAGE: ClassVar[str] = "reader"
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↵", "go there"), ("Esc", "back"))

    def __init__(self, headings: tuple[Heading, ...], line: int) -> None:
        super().__init__("On this page")
        self._headings = headings
        self._line = line

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the list, the heading one is at chosen."""
        yield PickList()

    def on_mount(self) -> None:
        """Begin where the reader is."""
        before = [number for number, heading in enumerate(self._headings) if heading.line <= self._line + 1]
        highest = min((heading.level for heading in self._headings), default=1)
        lines = [Content("  " * (one.level - highest) + one.text) for one in self._headings]
        self.query_one(PickList).show(lines, before[-1] if before else 0)
        self.query_one(PickList).focus()

    def action_confirm(self) -> None:
        """Go to the heading one is on."""
        self.query_one(PickList).action_select()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.leave(self._headings[event.option_index].line)
