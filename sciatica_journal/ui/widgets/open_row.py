"""A row that opens something: a record, a list, or a form to add one."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from sciatica_journal.ui.messages import RowActivated, RowRemoved
from sciatica_journal.ui.widgets.row import Part, Row


class OpenRow(Row):
    """Enter or a click opens `name`; with a `key` it stands for a record, which Delete removes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "open", show=False),
        Binding("delete,backspace", "remove", show=False),
    ]

    def __init__(
        self, label: str, name: str, value: list[Part], *, key: str = "", hint: str = "", empty: str = "·"
    ) -> None:
        super().__init__(label, id=None if key else f"open-{name}")
        self.opens = name
        self.key = key
        self._value = value
        self.hint = hint
        self.empty = empty

    def show(self, value: list[Part]) -> None:
        """Show another value."""
        if value != self._value:
            self._value = value
            self.refresh()

    def parts(self) -> list[Part]:
        """Return the value, or what could stand there."""
        return self._value if any(_text(part).strip("· ") for part in self._value) else [(self.empty, "$text-muted")]

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
