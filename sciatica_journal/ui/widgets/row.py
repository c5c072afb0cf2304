"""A row: one focusable line with a label, the shape of everything on Today that is not a text."""

import re
from collections.abc import Sequence
from datetime import date
from typing import ClassVar, TypeVar
from zlib import crc32

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from sciatica_journal.ui.messages import FieldChanged, RowLeft

LABEL_WIDTH = 11
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")

Part = str | tuple[str, str]
W = TypeVar("W", bound=Widget)


CHANGING: tuple[Binding, ...] = (
    Binding("left", "change(-1)", show=False),
    Binding("right", "change(1)", show=False),
    Binding("backspace,delete", "clear", show=False),
)
"""The keys of a row whose value goes up and down: it has `action_change(step)` and `action_clear()`."""


class Row(Widget, can_focus=True):
    """Base of all rows. Subclasses return the parts after the label; focus is a mark, not only a colour."""

    DEFAULT_CSS = """
    Row { height: auto; width: 1fr; padding: 0 1 0 0; text-wrap: nowrap; text-overflow: ellipsis; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
    ]

    head_width: ClassVar[int] = LABEL_WIDTH
    """Columns of mark and label; rows whose value begins with a bracket's place take one less."""

    hint: str = ""
    """What the row's value means or which keys set it, at most 45 characters; shown while it has focus."""

    day: date | None = None
    """The day whose value the row shows; it goes with every change, however late that is heard."""

    def __init__(self, label: str, *, id: str | None = None) -> None:  # Textual's own name for it
        super().__init__(id=id)
        self.label = label

    def parts(self) -> list[Part]:
        """Return the value as text parts with styles."""
        raise NotImplementedError

    def render(self) -> Content:
        """Return the line: focus mark, label, value."""
        mark = "▸" if self.has_focus else " "
        style = "bold $text-accent" if self.has_focus else "$text-secondary"
        head = f"{mark}{self.label}".ljust(self.head_width)
        return Content.assemble((head, style), *self.parts())

    def on_focus(self) -> None:
        """Show the focus mark."""
        self.refresh()

    def on_blur(self) -> None:
        """Take the focus mark away."""
        self.refresh()

    def action_move(self, step: int) -> None:
        """Go to the row above or below."""
        self.post_message(RowLeft(step))


class ValueRow(Row):
    """A row with one value, None for not recorded."""

    value: reactive[object] = reactive(None)

    def __init__(self, field: str, label: str, *, id: str | None = None) -> None:
        super().__init__(label, id=id or _identifier(field))
        self.field = field

    def watch_value(self) -> None:
        """Repaint."""
        self.refresh()

    def tell(self, value: object) -> None:
        """Show a value that the person chose, and tell of it where it is another one."""
        if value != self.value:
            self.value = value
            self.post_message(FieldChanged(self.field, value, self.day))

    def as_text(self) -> str:
        """Return the value as a form keeps it in a draft, empty for not recorded."""
        return "" if self.value is None else str(self.value)

    def show_text(self, text: str) -> None:
        """Show a value that `as_text` returned; what is none of this row's values shows as not recorded."""
        self.value = text or None

    def stop(self, event: events.Key) -> None:
        """Take a key for this row alone."""
        event.stop()
        event.prevent_default()


def neighbour(stops: Sequence[W], focused: Widget | None, step: int, *, around: bool = False) -> W | None:
    """Return the stop `step` places from the focused one, the first where none of them has the focus.

    Beyond either end there is None, or with `around` the other end.
    """
    place = next((number for number, stop in enumerate(stops) if stop is focused), None)
    place = 0 if place is None else place + step
    if around and stops:
        place %= len(stops)
    return stops[place] if 0 <= place < len(stops) else None


def _identifier(field: str) -> str:
    """Return a widget id for a field; a record's own id may hold anything, so what is not plain is numbered."""
    plain = field.replace(":", "-")
    return plain if _PLAIN.fullmatch(plain) else f"row-{crc32(field.encode('utf-8', 'backslashreplace'))}"
