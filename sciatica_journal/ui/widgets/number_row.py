"""A number row: hours of sleep, doses, and other amounts typed as digits."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from sciatica_journal.ui.widgets.row import Part, ValueRow


class NumberRow(ValueRow):
    """A number typed in place; what is typed counts at once, arrows change it by `step`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "change(-1)", show=False),
        Binding("right", "change(1)", show=False),
        Binding("backspace,delete", "shorten", show=False),
    ]

    def __init__(
        self,
        field: str,
        label: str,
        *,
        highest: float,
        step: float,
        shown: Callable[[float], str],
        whole: bool = False,
        empty: str = "·",
        hint: str = "type the number, or ← →",
    ) -> None:
        super().__init__(field, label)
        self.highest = highest
        self.step = step
        self.shown = shown
        self.whole = whole
        self._typed = ""
        self.empty = empty
        self.hint = hint

    @property
    def number(self) -> float | None:
        """The value as a number."""
        return self.value if isinstance(self.value, int | float) else None

    def parts(self) -> list[Part]:
        """Return what is being typed, else the number in words."""
        if self.has_focus and self._typed:
            return [(self._typed, "bold $text-primary"), ("▏", "$text-accent")]
        if self.number is None:
            return [(self.empty, "$text-muted")]
        return [(self.shown(self.number), "bold $text-primary" if self.has_focus else "$foreground")]

    def as_text(self) -> str:
        """Return the number without a trailing `.0`."""
        return "" if self.number is None else repr(self.number).removesuffix(".0")

    def show_text(self, text: str) -> None:
        """Show a number written as text."""
        try:
            number = float(text) if text else None
        except ValueError:
            number = None
        if number is not None and not 0 <= number <= self.highest:
            number = None
        self.value = None if number is None else int(number) if self.whole else number

    def on_blur(self) -> None:
        """Typing ends with the focus."""
        self._typed = ""
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """Digits and one decimal mark are typed; a number out of range is not taken."""
        char = event.character
        if char is None or not char.isascii() or not (char.isdigit() or (char in ".," and not self.whole)):
            return
        self.stop(event)
        self._take(self._typed + char.replace(",", "."))

    def action_shorten(self) -> None:
        """Take the last digit away, or record nothing."""
        self._take(self._typed[:-1])

    def _take(self, typed: str) -> None:
        try:
            number = float(typed) if typed else None
        except ValueError:
            return
        if number is not None and number > self.highest:
            return
        self._typed = typed
        self._tell_number(number)
        self.refresh()

    def action_change(self, step: int) -> None:
        """One step more or less."""
        self._typed = ""
        self._tell_number(min(self.highest, max(0.0, (self.number or 0.0) + step * self.step)))

    def _tell_number(self, number: float | None) -> None:
        self.tell(None if number is None else int(number) if self.whole else float(number))
