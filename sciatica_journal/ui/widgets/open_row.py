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

    def __init__(self, label: str, name: str, value: list[Part], *, key: str = "", hint: str = "") -> None:
        super().__init__(label, id=None if key else f"open-{name}")
        self.opens = name
        self.key = key
        self._value = value
        self._hint = hint

    def show(self, value: list[Part]) -> None:
        """Show another value."""
        if value != self._value:
            self._value = value
            self.refresh()

    def parts(self) -> list[Part]:
        """Return the value, and what Enter does while the row has focus."""
        if self.has_focus and self._hint:
            return [*self._value, (f"  {self._hint}", "$text-muted")]
        return self._value

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
