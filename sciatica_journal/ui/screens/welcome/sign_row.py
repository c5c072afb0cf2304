"""A row for one sign: not there, long known, or new."""

from typing import Final

from textual import events
from textual.geometry import Size

from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.row import LABEL_WIDTH, Part

_LABELS: Final = {"none": "no", "known": "long known", "new": "new"}
_SHORT: Final = {**_LABELS, "known": "known"}
_LETTERS: Final = {"none": "n", "known": "k", "new": "w"}
_WIDE: Final = 80
"""Columns of the terminal from which what the sign is stands on the same line."""
_NARROW: Final = 50


class SignRow(ChoiceRow):
    """Each answer has its own key, as two of them begin with the same letter. `about` says what the sign is."""

    def __init__(self, sign: str, label: str, about: str) -> None:
        super().__init__(sign, label, _LABELS)
        self._about = about

    def letter_places(self) -> dict[str, int]:
        """Return where in each answer its key is."""
        return {answer: label.index(_LETTERS[answer]) for answer, label in self.labels.items()}

    def on_resize(self, _event: events.Resize) -> None:
        """Take short words and a second line where there is little room."""
        labels = _SHORT if self.app.size.width < _NARROW else _LABELS
        if labels != self.labels:
            self.show_choices(labels)
        self.refresh(layout=True)

    @property
    def _is_wide(self) -> bool:
        return self.app.size.width >= _WIDE

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the answers and what the sign is need."""
        return super().get_content_height(container, viewport, width) + (not self._is_wide)

    def parts(self) -> list[Part]:
        """Return the answers and what the sign is."""
        gap = "  " if self._is_wide else "\n" + " " * LABEL_WIDTH
        return [*super().parts(), gap, (self._about, "$text-muted")]
