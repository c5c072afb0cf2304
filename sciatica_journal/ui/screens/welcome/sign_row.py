"""A row for one sign: not there, long known, or new."""

from typing import Final

from textual import events

from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.row import LABEL_WIDTH, Part

_ANSWERS: Final = {"none": ("n", "no"), "known": ("k", "long known"), "new": ("w", "new")}
_WIDE: Final = 80
"""Columns of the terminal from which what the sign is stands on the same line."""
_NARROW: Final = 50


class SignRow(ChoiceRow):
    """Each answer has its own key, as two of them begin with the same letter. `about` says what the sign is."""

    def __init__(self, sign: str, label: str, about: str) -> None:
        super().__init__(sign, label, {answer: label for answer, (_, label) in _ANSWERS.items()})
        self._about = about

    def parts(self) -> list[Part]:
        """Return the answers with their keys, the chosen one in brackets, and what the sign is."""
        parts: list[Part] = []
        for answer, key, label in self._answers():
            if answer == self.value:
                style = "bold $text-warning" if answer == "new" else "bold $text-primary"
                parts.append((f"[{label}]".ljust(len(label) + 3), style))
            else:
                parts += [(key, "bold $text-accent"), (f" {label} ", "$text-muted")]
            parts.append("  ")
        if self.app.size.width < _WIDE:
            parts.append("\n" + " " * LABEL_WIDTH)
        return [*parts, (self._about, "$text-muted")]

    def _answers(self) -> list[tuple[str, str, str]]:
        """Return each answer with its key and its words, short ones where there is little room."""
        narrow = self.app.size.width < _NARROW
        return [(answer, key, label.split()[-1] if narrow else label) for answer, (key, label) in _ANSWERS.items()]

    def on_resize(self) -> None:
        """Take one line or two, as the width asks for."""
        self.refresh(layout=True)

    def on_key(self, event: events.Key) -> None:
        """The key of an answer gives it."""
        for answer, (key, _) in _ANSWERS.items():
            if event.character == key:
                self.stop(event)
                self.choose(answer)

    def on_click(self, event: events.Click) -> None:
        """A click on an answer gives it."""
        x = event.x - LABEL_WIDTH
        for answer, _, label in self._answers():
            if 0 <= x < len(label) + 3:
                self.choose(answer)
                return
            x -= len(label) + 5
