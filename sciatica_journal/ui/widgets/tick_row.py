"""A sentence that is ticked or not: one line of a list such as a questionnaire."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size

from sciatica_journal.ui.widgets.row import ValueRow
from sciatica_journal.ui.widgets.wrapping import wrapped_text

_HEAD = 5
"""Columns of the focus mark and the box."""


class TickRow(ValueRow):
    """True is ticked, None is not; space, x or a click changes it. A long sentence takes more lines."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,x", "tick", show=False),
        Binding("backspace,delete", "clear", show=False),
    ]

    hint = "space or x ticks it"

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(field, sentence)

    def as_text(self) -> str:
        """Return `yes`, or nothing."""
        return "yes" if self.value else ""

    def show_text(self, text: str) -> None:
        """Show the tick for `yes`."""
        self.value = True if text == "yes" else None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's
        """Return how many lines the sentence needs."""
        return len(wrapped_text(self.label, width - _HEAD))

    def render(self) -> Content:
        """Return focus mark, box and sentence, further lines under the first word."""
        style = "bold $text-accent" if self.has_focus else "$text-secondary"
        box = "[x] " if self.value else "[ ] "
        lines = wrapped_text(self.label, self.content_size.width - _HEAD)
        words = ("\n" + " " * _HEAD).join(lines)
        return Content.assemble(
            ("▸" if self.has_focus else " ", style), (box, style), (words, "bold" if self.value else "$foreground")
        )

    def on_click(self, event: events.Click) -> None:
        """A click ticks it, or takes the tick away."""
        event.stop()
        self.action_tick()

    def action_tick(self) -> None:
        """Tick it, or take the tick away."""
        self.tell(None if self.value else True)

    def action_clear(self) -> None:
        """Take the tick away."""
        self.tell(None)
