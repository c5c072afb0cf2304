"""A quiet timer: starts and stops with Enter, counts down without a sound."""

from time import monotonic
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.timer import Timer

from sciatica_journal.ui.widgets.row import Part, Row


class TimerRow(Row):
    """Optional; idle it costs nothing. `minutes` is the practice's usual length."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "start_or_stop", show=False)]

    def __init__(self) -> None:
        super().__init__("Timer", id="timer")
        self.minutes = 5
        self._ends = 0.0
        self._ticking: Timer | None = None
        self._over = False

    @property
    def is_counting(self) -> bool:
        """Whether it counts down."""
        return self._ticking is not None

    def parts(self) -> list[Part]:
        """Return what is left, or how to start."""
        if self._over:
            return [("time, whenever you are ready", "$text-success")]
        if self._ticking is None:
            return [(f"{self.minutes} min", "$text-muted"), ("  ↵ start" if self.has_focus else "", "$text-muted")]
        left = max(0, round(self._ends - monotonic()))
        return [
            (f"{left // 60}:{left % 60:02d}", "$text-primary"),
            ("  ↵ stop" if self.has_focus else "", "$text-muted"),
        ]

    def begin_with(self, minutes: int) -> None:
        """Stop, and count from so many minutes when it is started."""
        self._stop()
        self._over = False
        self.minutes = minutes
        self.refresh()

    def action_start_or_stop(self) -> None:
        """Start or stop."""
        self._over = False
        if self._ticking is None:
            self._ends = monotonic() + self.minutes * 60
            self._ticking = self.set_interval(1, self._tick)
        else:
            self._stop()
        self.refresh()

    def _tick(self) -> None:
        if monotonic() >= self._ends:
            self._stop()
            self._over = True
        self.refresh()

    def _stop(self) -> None:
        if self._ticking is not None:
            self._ticking.stop()
            self._ticking = None
