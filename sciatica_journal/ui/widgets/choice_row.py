"""A choice row: a few words of which one is chosen, by its first letter, arrows or a click."""

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from sciatica_journal.ui.messages import FieldChanged, RowLeft
from sciatica_journal.ui.widgets.row import LABEL_WIDTH, Part, ValueRow


class ChoiceRow(ValueRow):
    """Choices by value with their label; each is chosen by the first letter of its label.

    With a `title` the row has two lines, the choices on the second. With `moves_on` a choice made by its letter
    goes on to the next row, so that the next letter is not taken for another answer.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "change(-1)", show=False),
        Binding("right,space", "change(1)", show=False),
        Binding("backspace,delete", "clear", show=False),
    ]

    def __init__(
        self,
        field: str,
        label: str,
        choices: Mapping[str, str],
        *,
        optional: bool = True,
        title: str = "",
        moves_on: bool = False,
    ) -> None:
        super().__init__(field, label)
        self.moves_on = moves_on
        self.choices = dict(choices)
        self.optional = optional
        self.title = title

    def parts(self) -> list[Part]:
        """Return the title line, if any, and the choices; the chosen one stands in brackets."""
        parts: list[Part] = []
        if self.title:
            parts += [(self.title, "$foreground"), "\n", (" morning".ljust(LABEL_WIDTH), "$text-secondary")]
        for value, label in self.choices.items():
            if value == self.value:
                parts.append((f"[{label}]", f"bold {self._colour(value)} reverse"))
            elif self.has_focus:
                parts += [(" ", ""), (label[0], "bold underline $text-accent"), (f"{label[1:]} ", "$foreground")]
            else:
                parts.append((f" {label} ", "$text-muted"))
            parts.append("  ")
        return parts

    def _colour(self, value: str) -> str:
        return {"settled": "$text-success", "flared": "$text-error"}.get(value, "$text-primary")

    def choose(self, value: str | None) -> None:
        """Show and tell a choice."""
        if value != self.value:
            self.value = value
            self.post_message(FieldChanged(self.field, value, self.day))

    def on_key(self, event: events.Key) -> None:
        """The first letter of a choice chooses it."""
        for value, label in self.choices.items():
            if event.character and event.character.lower() == label[0].lower():
                self.stop(event)
                self.choose(value)
                if self.moves_on:
                    self.post_message(RowLeft(1, to_row=True))
                return

    def on_click(self, event: events.Click) -> None:
        """A click on a choice chooses it."""
        x = event.x - LABEL_WIDTH
        if self.title and event.y == 0:
            return
        for value, label in self.choices.items():
            width = len(label) + 2
            if 0 <= x < width:
                self.choose(value)
                return
            x -= width + 2

    def action_change(self, step: int) -> None:
        """Choose the one beside."""
        values = list(self.choices)
        if self.value not in values:
            self.choose(values[0 if step > 0 else -1])
        else:
            self.choose(values[(values.index(str(self.value)) + step) % len(values)])

    def action_clear(self) -> None:
        """Record nothing."""
        if self.optional:
            self.choose(None)
