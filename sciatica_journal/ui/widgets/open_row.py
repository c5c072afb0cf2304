"""A row that opens something: a record, a list, or a form to add one."""

from typing import ClassVar, Final

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size

from sciatica_journal.ui.messages import RowActivated, RowRemoved
from sciatica_journal.ui.widgets.row import Part, Row

_GAP: Final = "  "


class OpenRow(Row):
    """Enter or a click opens `name`; with a `key` it stands for a record, which Delete removes.

    `tail` is a title or the first words of a note: where it does not fit behind the value, it gets a line of its own.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "open", show=False),
        Binding("delete,backspace", "remove", show=False),
    ]

    def __init__(
        self,
        label: str,
        name: str,
        value: list[Part],
        *,
        key: str = "",
        hint: str = "",
        empty: str = "·",
        tail: str = "",
    ) -> None:
        super().__init__(label, id=None if key else f"open-{name}")
        self.opens = name
        self.key = key
        self._value = value
        self.hint = hint
        self.empty = empty
        self.tail = tail

    def show(self, value: list[Part]) -> None:
        """Show another value."""
        if value != self._value:
            self._value = value
            self.refresh()

    def parts(self) -> list[Part]:
        """Return the value, or what could stand there."""
        if not any(_text(part).strip("· ") for part in self._value):
            return [(self.empty, "$text-muted")]
        if not self.tail:
            return self._value
        gap = "\n" + " " * self.head_width if self._tail_below(self.content_size.width) else _GAP
        return [*self._value, gap, (self.tail, "$text-muted")]

    def _tail_below(self, width: int) -> bool:
        """Return whether the tail needs a line of its own in a row of that width."""
        room = width - self.head_width - sum(cell_len(_text(part)) for part in self._value) - len(_GAP)
        return bool(self.tail) and cell_len(self.tail) > room

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return one line, or two where the tail has one of its own."""
        if not self.tail:
            return super().get_content_height(container, viewport, width)
        return 1 + self._tail_below(width)

    def on_click(self, event: events.Click) -> None:
        """A click opens it too."""
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Open it."""
        self.post_message(RowActivated(self.opens, self.key))

    def action_remove(self) -> None:
        """Remove the record; undo brings it back."""
        if self.key:
            self.post_message(RowRemoved(self.opens, self.key))


def _text(part: Part) -> str:
    return part if isinstance(part, str) else part[0]
