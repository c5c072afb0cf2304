"""A row of choices that wraps: each choice has a letter of its own, shown in its label."""

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size

from sciatica_journal.ui.messages import FieldChanged
from sciatica_journal.ui.widgets.row import LABEL_WIDTH, Part, ValueRow


def letters_of(labels: Mapping[str, str]) -> dict[str, int]:
    """Return, by value, where in its label the first letter is that no earlier choice has; none: left out."""
    taken: set[str] = set()
    places: dict[str, int] = {}
    for value, label in labels.items():
        for place, letter in enumerate(label.lower()):
            if letter.isalpha() and letter not in taken:
                taken.add(letter)
                places[value] = place
                break
    return places


class WrappedRow(ValueRow):
    """Base of rows of choices on as many lines as they need. `labels` are shown by value."""

    DEFAULT_CSS = """
    WrappedRow { height: auto; text-wrap: wrap; text-overflow: fold; }
    """
    CELL_EXTRA: ClassVar[int] = 2
    head_width: ClassVar[int] = LABEL_WIDTH - 1

    def __init__(self, field: str, label: str, labels: Mapping[str, str]) -> None:
        super().__init__(field, label)
        self.show_choices(labels)

    def show_choices(self, labels: Mapping[str, str]) -> None:
        """Offer other choices."""
        self.labels = dict(labels)
        self.letters = letters_of(self.labels)
        self.refresh(layout=True)

    def cell(self, value: str) -> list[Part]:
        """Return one choice, as wide as its label and CELL_EXTRA."""
        raise NotImplementedError

    def take(self, value: str) -> None:
        """Do what a letter or a click on the choice does."""
        raise NotImplementedError

    def value_of_letter(self, character: str | None) -> str | None:
        """Return the choice of that letter."""
        for value, place in self.letters.items():
            if character and self.labels[value][place].lower() == character.lower():
                return value
        return None

    def lines(self, width: int) -> list[list[str]]:
        """Return the choices line by line in a row of that width."""
        room = width - self.head_width
        lines: list[list[str]] = [[]]
        used = 0
        for value, label in self.labels.items():
            need = len(label) + self.CELL_EXTRA
            if lines[-1] and used + need > room:
                lines.append([])
                used = 0
            lines[-1].append(value)
            used += need
        return lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's
        """Return how many lines the choices need."""
        return len(self.lines(width))

    def parts(self) -> list[Part]:
        """Return the choices, further lines under the first."""
        parts: list[Part] = []
        for number, line in enumerate(self.lines(self.content_size.width)):
            if number:
                parts.append("\n" + " " * self.head_width)
            for value in line:
                parts += self.cell(value)
        return parts

    def lettered(self, value: str, style: str) -> list[Part]:
        """Return the label with its letter marked."""
        label, place = self.labels[value], self.letters.get(value)
        if place is None:
            return [(label, style)]
        mark = "bold underline $text-accent"
        return [(label[:place], style), (label[place], mark), (label[place + 1 :], style)]

    def on_key(self, event: events.Key) -> None:
        """A letter stands for its choice."""
        value = self.value_of_letter(event.character)
        if value is not None:
            self.stop(event)
            self.take(value)

    def on_click(self, event: events.Click) -> None:
        """A click on a choice takes it."""
        lines = self.lines(self.content_size.width)
        x = event.x - self.head_width
        for value in lines[event.y] if 0 <= event.y < len(lines) else ():
            width = len(self.labels[value]) + self.CELL_EXTRA
            if 0 <= x < width:
                self.take(value)
                return
            x -= width


class LetterRow(WrappedRow):
    """One of several choices, or none: the chosen one stands in brackets."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "change(-1)", show=False),
        Binding("right,space", "change(1)", show=False),
        Binding("backspace,delete", "clear", show=False),
    ]

    def cell(self, value: str) -> list[Part]:
        """Return the choice in brackets if it is chosen."""
        if value == self.value:
            return [(f"[{self.labels[value]}]", "bold $text-primary reverse")]
        return [" ", *self.lettered(value, "$text-muted"), " "]

    def take(self, value: str) -> None:
        """Choose it."""
        self.choose(value)

    def choose(self, value: str | None) -> None:
        """Show and tell a choice."""
        if value != self.value:
            self.value = value
            self.post_message(FieldChanged(self.field, value))

    def action_change(self, step: int) -> None:
        """Choose the one beside."""
        values = list(self.labels)
        if self.value not in values:
            self.choose(values[0 if step > 0 else -1])
        else:
            self.choose(values[(values.index(str(self.value)) + step) % len(values)])

    def action_clear(self) -> None:
        """Choose none."""
        self.choose(None)


class MarksRow(WrappedRow):
    """Any number of choices; arrows move among them, space or a letter sets or takes away a mark."""

    CELL_EXTRA: ClassVar[int] = 3
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

    def cell(self, value: str) -> list[Part]:
        """Return the choice: brackets mark it, a pointer shows where the arrows are."""
        here = self.has_focus and value == list(self.labels)[self.place]
        pointer: Part = ("›" if here else " ", "bold $text-accent")
        if value in self.marked:
            return [pointer, (f"[{self.labels[value]}]", "bold $text-primary reverse")]
        return [pointer, " ", *self.lettered(value, "$foreground" if here else "$text-muted"), " "]

    def take(self, value: str) -> None:
        """Set or take away the mark."""
        self.place = list(self.labels).index(value)
        marked = set(self.marked) ^ {value}
        self.value = tuple(value for value in self.labels if value in marked)
        self.post_message(FieldChanged(self.field, self.value))

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
            self.value = ()
            self.post_message(FieldChanged(self.field, ()))
