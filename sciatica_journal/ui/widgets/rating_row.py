"""A rating row: 0 to 10 on one line, set by digits, arrows or a click."""

from time import monotonic
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Size

from sciatica_journal.ui.widgets.row import CHANGING, LABEL_WIDTH, Part, ValueRow

TEN_WITHIN_SECONDS = 1.5
HIGHEST = 10


class RatingRow(ValueRow):
    """A 0-10 rating; the value chosen stands in brackets. `1` then `0` is 10."""

    BINDINGS: ClassVar[list[BindingType]] = [*CHANGING]

    head_width: ClassVar[int] = LABEL_WIDTH - 1

    highest: ClassVar[int] = HIGHEST

    def __init__(self, field: str, label: str, *, hint: str = "") -> None:
        super().__init__(field, label)
        self.hint = hint
        self._one_at = 0.0

    @property
    def rating(self) -> int | None:
        """The value as a number."""
        return self.value if isinstance(self.value, int) else None

    def parts(self) -> list[Part]:
        """Return the scale; wide panes get three columns a number, narrow ones two."""
        step = self._step
        cells = [" "] * (self.highest * step + 4)
        for number in range(self.highest + 1):
            for offset, char in enumerate(str(number)):
                cells[number * step + 1 + offset] = char
        rating = self.rating
        if rating is None:
            return [("".join(cells), "$text-muted")]
        start = rating * step
        end = start + 1 + len(str(rating))
        cells[start], cells[end] = "[", "]"
        line = "".join(cells)
        return [
            (line[:start], "$foreground"),
            (line[start : end + 1], "bold $text-primary reverse"),
            (line[end + 1 :], "$text-muted"),
        ]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's
        """One line. To measure what `parts` returns would lay the whole screen out first, once a row, for the width."""
        return 1

    @property
    def _step(self) -> int:
        return 3 if self.size.width >= self.head_width + self.highest * 3 + 4 else 2

    def show_text(self, text: str) -> None:
        """Show a rating written as text."""
        self.value = int(text) if text.isdecimal() and int(text) <= self.highest else None

    def on_key(self, event: events.Key) -> None:
        """Digits set the rating at once."""
        if event.character is None or not event.character.isascii() or not event.character.isdigit():
            return
        self.stop(event)
        digit = int(event.character)
        if digit > self.highest:
            return
        is_soon = monotonic() - self._one_at < TEN_WITHIN_SECONDS
        if digit == 0 and self.rating == 1 and is_soon and self.highest == HIGHEST:
            self.tell(HIGHEST)
        else:
            self._one_at = monotonic() if digit == 1 else 0.0
            self.tell(digit)

    def on_click(self, event: events.Click) -> None:
        """A click on a number sets it."""
        number = (event.x - self.head_width) // self._step
        if 0 <= number <= self.highest:
            self.tell(number)

    def action_change(self, step: int) -> None:
        """One more or less; from nothing, the arrows start at 0."""
        rating = self.rating
        self.tell(0 if rating is None else min(self.highest, max(0, rating + step)))

    def action_clear(self) -> None:
        """Record nothing."""
        self.tell(None)
