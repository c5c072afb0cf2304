"""The page as it would be written, to read and scroll."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sciatica_journal.services.exchange.sheet import Sheet, rendered_text
from sciatica_journal.ui.widgets.row import Part

MOST: Final = 80
LEAST: Final = 30


class Preview(VerticalScroll, can_focus=True):
    """Shows the sheet's text, folded to the room there is; the words are the same in every format."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "page_down", show=False),
        Binding("backspace", "page_up", show=False),
        Binding("j", "scroll_down", show=False),
        Binding("k", "scroll_up", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(id="sheet-preview")
        self._sheet: Sheet | None = None
        self._said = ""
        self._folded_to = 0

    def compose(self) -> ComposeResult:
        """Compose the text."""
        yield Static(id="sheet-text")

    def show(self, sheet: Sheet | None, said: str = "") -> None:
        """Show a sheet, or where there is none, why."""
        self._sheet, self._said = sheet, said
        self._fold()

    def on_resize(self) -> None:
        """Fold to the new width."""
        if self._folded_to != self._room():
            self._fold()

    def _room(self) -> int:
        return max(LEAST, min(MOST, self.scrollable_content_region.width - 2))

    def _fold(self) -> None:
        self._folded_to = self._room()
        words = Content(self._said) if self._sheet is None else _styled(self._sheet, self._folded_to)
        self.query_one("#sheet-text", Static).update(words)


def _styled(sheet: Sheet, width: int) -> Content:
    """Return the text with its headings set off; what the person wrote is shown as written."""
    titles = {section.title for section in sheet.sections}
    parts: list[Part] = []
    for place, line in enumerate(rendered_text(sheet, width).rstrip("\n").split("\n")):
        parts.append("\n" if place else "")
        parts.append((line, "bold $text-primary" if place == 0 or line in titles else "$foreground"))
    return Content.assemble(*parts)
