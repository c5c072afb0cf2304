"""A row for one sign: not there, long known, or new."""

from typing import Final

from textual import events

from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.row import LABEL_WIDTH, Part

_ANSWERS: Final = {"none": ("n", "no"), "known": ("k", "long known"), "new": ("w", "new")}


class SignRow(ChoiceRow):
    """Each answer has its own key, as two of them begin with the same letter. `about` says what the sign is."""

    def __init__(self, sign: str, label: str, about: str) -> None:
        super().__init__(sign, label, {answer: label for answer, (_, label) in _ANSWERS.items()})
        self._about = about

    def parts(self) -> list[Part]:
        """Return the answers with their keys, the chosen one in brackets, and what the sign is."""
        parts: list[Part] = []
        for answer, (key, label) in _ANSWERS.items():
            if answer == self.value:
                parts.append((f"[{label}]".ljust(len(label) + 3), "bold $text-primary"))
            else:
                parts += [(key, "bold $text-accent"), (f" {label} ", "$text-muted")]
            parts.append("  ")
        if self.size.width >= LABEL_WIDTH + _width() + len(self._about):
            parts.append((self._about, "$text-muted"))
        return parts

    def on_key(self, event: events.Key) -> None:
        """The key of an answer gives it."""
        for answer, (key, _) in _ANSWERS.items():
            if event.character == key:
                self.stop(event)
                self.choose(answer)

    def on_click(self, event: events.Click) -> None:
        """A click on an answer gives it."""
        x = event.x - LABEL_WIDTH
        for answer, (_, label) in _ANSWERS.items():
            if 0 <= x < len(label) + 3:
                self.choose(answer)
                return
            x -= len(label) + 5


def _width() -> int:
    return sum(len(label) + 5 for _, label in _ANSWERS.values())
