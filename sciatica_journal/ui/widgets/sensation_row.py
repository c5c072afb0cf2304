"""The sensations: numb, tingling and weak, each with its side."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from sciatica_journal.domain.legs import SENSATION_SIDES, SENSATIONS
from sciatica_journal.ui.messages import FieldChanged
from sciatica_journal.ui.widgets.row import LABEL_WIDTH, Part, Row

_SHOWN = {None: "·", "none": "no", "left": "left", "right": "right", "both": "BOTH"}
_BY_KEY = {"l": "left", "r": "right", "b": "both", "0": "none", "minus": "none"}
_CELL = 15
_TINGLING = SENSATIONS.index("tingling")


class SensationRow(Row):
    """Three cells; arrows choose one, l r b 0 set its side, space steps through the sides."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "choose(-1)", show=False),
        Binding("right", "choose(1)", show=False),
        Binding("space,enter", "cycle", show=False),
        Binding("backspace,delete", "clear", show=False),
    ]

    head_width: ClassVar[int] = LABEL_WIDTH - 1
    chosen: reactive[int] = reactive(_TINGLING)
    hint = "l r b side, 0 no, ← → which"

    def __init__(self) -> None:
        super().__init__("Feels", id="sensations")
        self.values: dict[str, str | None] = dict.fromkeys(SENSATIONS)

    def show(self, values: dict[str, str | None]) -> None:
        """Show the sensations of a day."""
        if values != self.values:
            self.values = values
            self.refresh()

    def parts(self) -> list[Part]:
        """Return the three cells; the chosen one is marked while the row has focus."""
        parts: list[Part] = []
        for number, name in enumerate(SENSATIONS):
            value = self.values.get(name)
            active = self.has_focus and number == self.chosen
            text = f"{name} {_SHOWN[value]}"
            style = "$text-muted" if value in (None, "none") else "bold $text-warning"
            parts.append((("›" if active else " "), "bold $text-accent"))
            parts.append((text, f"{style} underline" if active else style))
            parts.append(" " * max(1, _CELL - 1 - len(text)))
        return parts

    def on_focus(self) -> None:
        """Begin with tingling each time, so that the same keys record the same sign."""
        self.chosen = _TINGLING

    def set_side(self, side: str | None) -> None:
        """Show and tell the side of the chosen sensation."""
        name = SENSATIONS[self.chosen]
        if self.values.get(name) != side:
            self.values = {**self.values, name: side}
            self.refresh()
            self.post_message(FieldChanged(name, side, self.day))

    def on_key(self, event: events.Key) -> None:
        """Letters set the side."""
        if event.key in _BY_KEY:
            event.stop()
            event.prevent_default()
            self.set_side(_BY_KEY[event.key])

    def on_click(self, event: events.Click) -> None:
        """A click on a cell chooses it, another steps through its sides."""
        number = (event.x - self.head_width) // _CELL
        if 0 <= number < len(SENSATIONS):
            if number == self.chosen:
                self.action_cycle()
            self.chosen = number

    def action_choose(self, step: int) -> None:
        """Choose the sensation beside."""
        self.chosen = (self.chosen + step) % len(SENSATIONS)

    def action_cycle(self) -> None:
        """Step through left, right, both, no."""
        order = (None, "left", "right", "both", "none")
        value = self.values.get(SENSATIONS[self.chosen])
        self.set_side(order[(order.index(value) + 1) % len(order)] if value in SENSATION_SIDES else "left")

    def action_clear(self) -> None:
        """Record nothing."""
        self.set_side(None)
