"""A choice row: a few words of which one is chosen, by a letter, arrows or a click."""

from collections.abc import Mapping
from typing import ClassVar, Final

from textual.binding import Binding, BindingType

from sciatica_journal.ui.messages import RowLeft
from sciatica_journal.ui.widgets.keyed_words import chosen, keyed, plain
from sciatica_journal.ui.widgets.row import CHANGING, Part
from sciatica_journal.ui.widgets.wrapped_row import WrappedRow

YES_NO: Final = {"yes": "yes", "no": "no"}
YES_NO_UNSURE: Final = {**YES_NO, "unsure": "unsure"}
_COLOURS: Final = {"settled": "$text-success", "flared": "$text-error"}


class ChoiceRow(WrappedRow):
    """One of several choices, or none where it is `optional`; the chosen one stands in brackets.

    With `moves_on` a choice made by its letter goes on to the next row, so that the next letter is not taken
    for another answer.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *CHANGING,
        Binding("space", "change(1)", show=False),
    ]

    def __init__(
        self,
        field: str,
        label: str,
        labels: Mapping[str, str],
        *,
        optional: bool = True,
        title: str = "",
        moves_on: bool = False,
    ) -> None:
        super().__init__(field, label, labels, title=title)
        self.moves_on = moves_on
        self.optional = optional

    def show_text(self, text: str) -> None:
        """Show the choice of that name; another is none."""
        self.value = text if text in self.labels else None

    def cell(self, value: str) -> list[Part]:
        """Return the choice: in brackets if it is chosen, with its key where a letter would choose it."""
        label, place = self.labels[value], self.letters.get(value)
        if value == self.value:
            return chosen(label, f"bold {_COLOURS.get(value, '$text-primary')} reverse")
        if place is None or not self.has_focus:
            return plain(label, "$text-muted")
        return keyed(label, place, "$foreground")

    def take(self, value: str) -> None:
        """Choose it."""
        self.tell(value)

    def take_letter(self, value: str) -> None:
        """Choose it, and go on where that is wanted."""
        self.take(value)
        if self.moves_on:
            self.post_message(RowLeft(1, to_row=True))

    def action_change(self, step: int) -> None:
        """Choose the one beside."""
        values = list(self.labels)
        if self.value not in values:
            self.tell(values[0 if step > 0 else -1])
        else:
            self.tell(values[(values.index(str(self.value)) + step) % len(values)])

    def action_clear(self) -> None:
        """Record nothing."""
        if self.optional:
            self.tell(None)
