"""A question of the safety check: a sentence with its answer before it, and the choices below while it is asked."""

from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.geometry import Size

from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.row import LABEL_WIDTH, Part

ANSWERS: Final = {"no": "no", "usual": "as usual", "more": "more", "new": "new", "unsure": "unsure"}


class CheckRow(ChoiceRow, inherit_bindings=False):
    """An answer is given by its letter or a click only: arrows would pass over answers that raise an alarm."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
    ]

    def __init__(self, item: str, sentence: str) -> None:
        super().__init__(item, "·", ANSWERS, title=sentence, moves_on=True)

    def watch_value(self) -> None:
        """Show the answer before the question."""
        self.label = ANSWERS.get(str(self.value), "·")
        self.refresh()

    def lines(self, width: int) -> list[list[str]]:
        """Return the choices only while the question is asked."""
        return super().lines(width) if self.has_focus else []

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's
        """Return how many lines the question needs, with its choices while it is asked."""
        return len(self.title_lines(width)) + len(self.lines(width))

    def parts(self) -> list[Part]:
        """Return the question, and the choices while it is asked."""
        if self.has_focus:
            return super().parts()
        parts: list[Part] = []
        for number, line in enumerate(self.title_lines(self.content_size.width)):
            parts += ["\n" + " " * LABEL_WIDTH if number else " ", (line, "$foreground")]
        return parts

    def on_focus(self) -> None:
        """Make room for the choices."""
        self.refresh(layout=True)

    def on_blur(self) -> None:
        """Give the room back."""
        self.refresh(layout=True)
