"""A text field with its label in front, aligned with the rows."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from sciatica_journal.ui.widgets.writing import WritingArea, WritingLine


class Labelled(Horizontal):
    """Label and text on one line; the label carries the focus mark of the rows."""

    def __init__(self, label: str, text: WritingLine | WritingArea) -> None:
        super().__init__(classes="labelled")
        self.label = label
        self._text = text

    def compose(self) -> ComposeResult:
        """Compose label and text."""
        yield Static(Content(f" {self.label}"), classes="label")
        yield self._text

    def on_click(self, event: events.Click) -> None:
        """Begin to write where the label or the room beside the text was clicked; the text sees to its own clicks."""
        if event.widget is not self._text:
            self._text.focus()

    def on_descendant_focus(self) -> None:
        """Show the focus mark."""
        self._mark("▸", True)

    def on_descendant_blur(self) -> None:
        """Take the focus mark away."""
        self._mark(" ", False)

    def _mark(self, mark: str, focused: bool) -> None:
        label = self.query_one(".label", Static)
        label.update(Content(f"{mark}{self.label}"))
        label.set_class(focused, "-focused")
