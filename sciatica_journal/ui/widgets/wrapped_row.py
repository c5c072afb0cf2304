"""The base of the rows of choices: as many lines as they need, each choice with a letter of its own."""

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.geometry import Size

from sciatica_journal.ui.widgets.keyed_words import letters_of
from sciatica_journal.ui.widgets.row import LABEL_WIDTH, Part, ValueRow
from sciatica_journal.ui.widgets.wrapping import wrapped_text


class WrappedRow(ValueRow):
    """`labels` are the words shown, by value. A `title`, such as a whole question, stands above them, wrapped."""

    CELL_EXTRA: ClassVar[int] = 2
    """Columns that a choice takes beyond its label: parentheses or brackets."""

    GAP: ClassVar[int] = 1
    """Columns between two choices."""

    second_label: str = ""
    """What stands before the choices where a title stands above them."""

    head_width: ClassVar[int] = LABEL_WIDTH - 1

    def __init__(self, field: str, label: str, labels: Mapping[str, str], *, title: str = "") -> None:
        super().__init__(field, label)
        self.title = title
        self.show_choices(labels)

    def show_choices(self, labels: Mapping[str, str]) -> None:
        """Offer other choices."""
        self.labels = dict(labels)
        self.letters = self.letter_places()
        self.refresh(layout=True)

    def letter_places(self) -> dict[str, int]:
        """Return, by value, which letter of its label chooses it."""
        return letters_of(self.labels)

    def cell(self, value: str) -> list[Part]:
        """Return one choice, as wide as its label and CELL_EXTRA."""
        raise NotImplementedError

    def take(self, value: str) -> None:
        """Do what a letter or a click on the choice does."""
        raise NotImplementedError

    def take_letter(self, value: str) -> None:
        """Do what its letter does."""
        self.take(value)

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
            used += need + self.GAP
        return lines

    def title_lines(self, width: int) -> list[str]:
        """Return the title line by line in a row of that width, the first line behind the label."""
        return wrapped_text(self.title, width - LABEL_WIDTH) if self.title else []

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's
        """Return how many lines title and choices need."""
        return len(self.title_lines(width)) + len(self.lines(width))

    def parts(self) -> list[Part]:
        """Return the title and the choices, further lines under the first."""
        width = self.content_size.width
        parts: list[Part] = []
        for line in self.title_lines(width):
            parts += [" " if not parts else " " * LABEL_WIDTH, (line, "$foreground"), "\n"]
        if parts:
            parts.append((self.second_label.ljust(self.head_width), "$text-secondary"))
        for number, values in enumerate(self.lines(width)):
            if number:
                parts.append("\n" + " " * self.head_width)
            for place, value in enumerate(values):
                parts += [" " * self.GAP if place else "", *self.cell(value)]
        return parts

    def on_key(self, event: events.Key) -> None:
        """A letter stands for its choice."""
        value = self.value_of_letter(event.character)
        if value is not None:
            self.stop(event)
            self.take_letter(value)

    def on_click(self, event: events.Click) -> None:
        """A click on a choice takes it."""
        lines = self.lines(self.content_size.width)
        y = event.y - len(self.title_lines(self.content_size.width))
        x = event.x - self.head_width
        for value in lines[y] if 0 <= y < len(lines) else ():
            width = len(self.labels[value]) + self.CELL_EXTRA
            if 0 <= x < width:
                self.take(value)
                return
            x -= width + self.GAP
