"""The headings of a page, to go to one of them."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList

from sciatica_journal.ui.widgets.markdown_lines import Heading


class ContentsDialog(ModalScreen[int | None]):
    """Returns the line of the heading chosen, None where none was."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,c,q", "dismiss(None)", show=False)]

    def __init__(self, headings: tuple[Heading, ...], line: int) -> None:
        super().__init__()
        self._headings = headings
        self._line = line

    def compose(self) -> ComposeResult:
        """Compose the list, the heading one is at chosen."""
        with Vertical(classes="guide-dialog") as box:
            box.border_title = "On this page"
            box.border_subtitle = "↵ go there   esc back"
            yield OptionList(*(Content("  " * (one.level - 1) + one.text) for one in self._headings))

    def on_mount(self) -> None:
        """Begin where the reader is."""
        before = [number for number, heading in enumerate(self._headings) if heading.line <= self._line + 1]
        self.query_one(OptionList).highlighted = before[-1] if before else 0

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._headings[event.option_index].line)
