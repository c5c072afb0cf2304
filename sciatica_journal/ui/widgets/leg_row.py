"""The leg line: how far down the pain reaches in one leg, from the back to the foot."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size

from sciatica_journal.domain.legs import FOOT, FURTHEST_POINTS
from sciatica_journal.ui.widgets.row import CHANGING, LABEL_WIDTH, Part, ValueRow

_NAMES = FURTHEST_POINTS[1:]
_WIDE_GAP = 3
_TAIL = 8
"""Columns kept free behind the foot."""


class LegRow(ValueRow):
    """The furthest point 0-6 of a leg. Yesterday's is offered with Enter, never set by itself."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *CHANGING,
        Binding("enter,space", "accept", show=False),
    ]

    head_width: ClassVar[int] = LABEL_WIDTH - 1
    hint = "0 none to 6 foot; ↵ as yesterday"

    def __init__(self, field: str, label: str) -> None:
        super().__init__(field, label)
        self.offered: int | None = None

    def offer(self, point: int | None) -> None:
        """Offer yesterday's furthest point."""
        if point != self.offered:
            self.offered = point
            self.refresh()

    @property
    def point(self) -> int | None:
        """The furthest point as a number."""
        return self.value if isinstance(self.value, int) else None

    def parts(self) -> list[Part]:
        """Return the six names; brackets hold the furthest; yesterday's is asked with a question mark."""
        if self.size.width < LABEL_WIDTH + 35:
            return self._short_parts()
        gap = self._gap
        marked = self.point if self.point is not None else self.offered
        left, right = ("[", "]") if self.point is not None else (" ", "?")
        parts: list[Part] = []
        for number, name in enumerate(_NAMES, 1):
            reached = self.point is not None and 1 < number <= self.point
            between = ("─" if reached else " ").center(gap)
            if number == marked:
                parts += [(between[:-1], "$text-secondary"), (left, self._style(number))]
            elif marked and number == marked + 1:
                parts += [(right, self._style(marked)), (between[1:], "$text-secondary")]
            else:
                parts.append((between, "$text-secondary"))
            parts.append((name, self._style(number)))
        parts[0] = (parts[0][0][gap - 1 :], parts[0][1]) if isinstance(parts[0], tuple) else parts[0]
        parts.append((right, self._style(FOOT)) if marked == FOOT else (" ", ""))
        return [*parts, *self._tail_parts()]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's
        """One line. To measure what `parts` returns would lay the whole screen out first, once a leg, for the width."""
        return 1

    @property
    def _gap(self) -> int:
        """Columns between two names: as many as the pane has room for, from one to three."""
        room = self.size.width - LABEL_WIDTH - sum(map(len, _NAMES)) - _TAIL
        return min(_WIDE_GAP, max(1, room // (len(_NAMES) - 1)))

    def _style(self, number: int) -> str:
        if number == self.point:
            return "bold $text-secondary reverse"
        if self.point is None and number == self.offered:
            return "italic $text-secondary"
        return "$text-secondary" if self.point is not None and number < self.point else "$text-muted"

    def _tail_parts(self) -> list[Part]:
        if self.point == 0:
            return [(" none", "bold $text-success")]
        return [(" none?", "italic $text-secondary")] if self.point is None and self.offered == 0 else []

    def _short_parts(self) -> list[Part]:
        if self.point is not None:
            return [(f" {self.point} {FURTHEST_POINTS[self.point]}", "bold $text-secondary")]
        offer = f" {FURTHEST_POINTS[self.offered]}?" if self.offered is not None else ""
        return [(f" 0-6{offer}", "$text-muted")]

    def on_key(self, event: events.Key) -> None:
        """Digits 0 to 6 set the furthest point."""
        if event.character and event.character in "0123456":
            self.stop(event)
            self.tell(int(event.character))

    def on_click(self, event: events.Click) -> None:
        """A click on a name sets it, one right of the foot means none."""
        x = event.x - LABEL_WIDTH
        for number, name in enumerate(_NAMES, 1):
            if x < len(name):
                if x >= 0:
                    self.tell(number)
                return
            x -= len(name) + self._gap
        self.tell(0)

    def action_change(self, step: int) -> None:
        """One further down or up; from nothing, start at yesterday's or at none."""
        start = self.point if self.point is not None else self.offered
        self.tell(start if self.point is None and start is not None else min(FOOT, max(0, (start or 0) + step)))

    def action_clear(self) -> None:
        """Record nothing."""
        self.tell(None)

    def action_accept(self) -> None:
        """Take yesterday's furthest point."""
        if self.point is None and self.offered is not None:
            self.tell(self.offered)
