"""A block of Patterns: some lines that can have the focus, and that may open and fold."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from sciatica_journal.ui.widgets.row import Part
from sciatica_journal.ui.widgets.wrapping import wrapped_text

Line = Sequence[Part]


class Block(Widget, can_focus=True):
    """Base of all blocks. Subclasses return their lines for a width; the first column is for the mark of the focus.

    `key` says which block of the page it is, from one day to the next.
    """

    DEFAULT_CSS = """
    Block { height: auto; width: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "screen.move(-1)", show=False),
        Binding("down,j", "screen.move(1)", show=False),
        Binding("pageup", "screen.page(-1)", show=False),
        Binding("pagedown", "screen.page(1)", show=False),
        Binding("home", "screen.to_end(-1)", show=False),
        Binding("end", "screen.to_end(1)", show=False),
    ]

    class Opened(Message):
        """A block was opened: more of it is there to see."""

        def __init__(self, block: "Block") -> None:
            super().__init__()
            self.block = block

    folds: ClassVar[bool] = False
    """Whether it opens and folds."""
    hint: ClassVar[str] = ""
    """Which key does what here, shown beside the places while it has the focus."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        self.is_open = False
        self._laid: tuple[object, list[Line]] | None = None

    def lines(self, width: int) -> list[Line]:
        """Return the lines, each at most `width` cells wide."""
        raise NotImplementedError

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's
        """Return how many lines there are."""
        return len(self._lay_out(width))

    def _lay_out(self, width: int) -> list[Line]:
        """Return the lines in that width, laid out once as long as they stay the same."""
        now = (width, self.screen.has_class("-tall"), self.app.native_ansi_color)
        if self._laid is None or self._laid[0] != now:
            self._laid = now, self.lines(max(1, width - 1))
        return self._laid[1]

    def render(self) -> Content:
        """Return the lines behind the mark of the focus."""
        parts: list[Part] = []
        for number, line in enumerate(self._lay_out(self.content_size.width)):
            parts += ["\n"] if number else []
            parts.append(("▸", "bold $text-accent") if self.has_focus and not number else " ")
            parts += line
        return Content.assemble(*parts)

    def changed(self) -> None:
        """Lay out and paint anew."""
        self._laid = None
        self.refresh(layout=True)

    def on_focus(self) -> None:
        """Show the mark."""
        self.refresh()

    def on_blur(self) -> None:
        """Take the mark away."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click does what Enter does."""
        event.stop()
        self.activate()

    def activate(self) -> None:
        """Open or fold it."""
        if self.folds:
            self.is_open = not self.is_open
            self.changed()
            if self.is_open:
                self.post_message(self.Opened(self))


def wrapped(text: str, width: int, style: str = "", *, indent: int = 0) -> list[Line]:
    """Return a text as lines in one style, those after the first one indented."""
    lines = wrapped_text(text, width - indent)
    return [[" " * (indent if number else 0), (line, style)] for number, line in enumerate(lines)]
