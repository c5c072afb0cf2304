"""A row of choices of which any number are marked."""

from collections.abc import Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType

from sciatica_journal.ui.widgets.keyed_words import chosen, keyed, plain
from sciatica_journal.ui.widgets.row import LABEL_WIDTH, Part
from sciatica_journal.ui.widgets.wrapped_row import WrappedRow


class MarksRow(WrappedRow):
    """Any number of choices; arrows move among them, space or a letter sets or takes away a mark."""

    CELL_EXTRA: ClassVar[int] = 3
    GAP: ClassVar[int] = 0
    head_width: ClassVar[int] = LABEL_WIDTH - 2
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move_mark(-1)", show=False),
        Binding("right", "move_mark(1)", show=False),
        Binding("space", "toggle_mark", show=False),
        Binding("backspace,delete", "clear", show=False),
    ]

    def __init__(self, field: str, label: str, labels: Mapping[str, str]) -> None:
        self.place = 0
        super().__init__(field, label, labels)

    @property
    def marked(self) -> tuple[str, ...]:
        """The marked values, in the order of the choices."""
        chosen = self.value if isinstance(self.value, tuple) else ()
        return tuple(value for value in self.labels if value in chosen)

    def as_text(self) -> str:
        """Return the marked values, separated by spaces."""
        return " ".join(self.marked)

    def show_text(self, text: str) -> None:
        """Show marks written as text."""
        self.value = tuple(value for value in self.labels if value in text.split())

    def cell(self, value: str) -> list[Part]:
        """Return the choice: brackets mark it, a pointer shows where the arrows are."""
        here = self.has_focus and value == list(self.labels)[self.place]
        pointer: Part = ("›" if here else " ", "bold $text-accent")
        if value in self.marked:
            return [pointer, *chosen(self.labels[value], "bold $text-primary reverse")]
        label, place, style = self.labels[value], self.letters.get(value), "$foreground" if here else "$text-muted"
        return [pointer, *(plain(label, style) if place is None or not self.has_focus else keyed(label, place, style))]

    def take(self, value: str) -> None:
        """Set or take away the mark."""
        self.place = list(self.labels).index(value)
        marked = set(self.marked) ^ {value}
        self.tell(tuple(value for value in self.labels if value in marked))

    def action_move_mark(self, step: int) -> None:
        """Go to the choice beside."""
        self.place = (self.place + step) % len(self.labels)
        self.refresh()

    def action_toggle_mark(self) -> None:
        """Set or take away the mark."""
        self.take(list(self.labels)[self.place])

    def action_clear(self) -> None:
        """Take all marks away."""
        if self.marked:
            self.tell(())
