"""A rating with a whole phrase as its label; where both do not fit on a line, the numbers stand below."""

from typing import ClassVar, Final

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Size

from sciatica_journal.ui.widgets.rating_row import HIGHEST, RatingRow
from sciatica_journal.ui.widgets.row import Part, ValueRow
from sciatica_journal.ui.widgets.wrapping import wrapped_text

_INDENT: Final = 2
"""Columns before the numbers in a row that is too narrow to align them."""

_EDGES: Final = 4
"""Columns that a scale takes beyond its numbers."""


class ScaleRow(RatingRow):
    """`head` is the columns that the phrases of a form share, so that their numbers stand below each other."""

    def __init__(
        self, field: str, label: str, *, head: int, id: str | None = None
    ) -> None:  # Textual's own name for it
        ValueRow.__init__(self, field, label, id=id)
        self.head = head
        self.hint = "a number sets it"
        self._one_at = 0.0

    @property
    def _step(self) -> int:
        """Columns a number; the same for all rows of a form, whatever their highest number is."""
        width = self.size.width
        return 3 if width > self._start(width) + HIGHEST * 3 + _EDGES else 2

    def _has_room(self, width: int) -> bool:
        return width >= self.head + HIGHEST * 2 + _EDGES

    def _is_below(self, width: int) -> bool:
        return not self._has_room(width) or cell_len(self.label) + 2 > self.head

    def _start(self, width: int) -> int:
        return self.head if self._has_room(width) else _INDENT

    def _label_lines(self, width: int) -> list[str]:
        return wrapped_text(self.label, max(1, width - 1)) if self._is_below(width) else [self.label]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's
        """Return how many lines phrase and numbers need."""
        return len(self._label_lines(width)) + self._is_below(width)

    def render(self) -> Content:
        """Return the focus mark, the phrase, and the numbers behind or below it."""
        width = self.content_size.width
        style = "bold $text-accent" if self.has_focus else "$text-secondary"
        lines = self._label_lines(width)
        text = ("▸" if self.has_focus else " ") + "\n ".join(lines)
        gap = "\n" + " " * self._start(width) if self._is_below(width) else " " * (self.head - 1 - cell_len(self.label))
        parts: list[Part] = [(text, style), gap, *self.parts()]
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """A click on a number sets it. The base's own handler, which knows one line only, is not asked."""
        event.prevent_default()
        width = self.content_size.width
        if event.y == (len(self._label_lines(width)) if self._is_below(width) else 0):
            number = (event.x - self._start(width)) // self._step
            if 0 <= number <= self.highest:
                self.tell(number)


class SixRow(ScaleRow):
    """The same from 0 to 6."""

    highest: ClassVar[int] = 6
