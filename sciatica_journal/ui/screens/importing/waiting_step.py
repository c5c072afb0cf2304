"""Waiting for what takes long: what is being done, how much of it, how fast, and how long it will still take."""

from collections.abc import Callable
from time import monotonic
from typing import Final

from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from sciatica_journal.services.exchange.pace import pace_of
from sciatica_journal.services.exchange.watching import Watch

EVERY: Final = 0.1
_LONG: Final = 3
"""Seconds from which on they are told, where nothing else tells that it goes on."""
_BAR: Final = 30


class WaitingStep(Static):
    """Looks at a watch ten times a second."""

    def __init__(self) -> None:
        super().__init__(id="waiting-step")
        self._title = ""
        self._after: Callable[[], str] = str
        self._watch = Watch()
        self._begun = 0.0
        self._timer: Timer | None = None

    def on_mount(self) -> None:
        """Look now and then, when there is something to look at."""
        self._timer = self.set_interval(EVERY, self._tick, pause=True)

    def begin(self, title: str, watch: Watch, after: Callable[[], str]) -> None:
        """Show what is under way. `after` returns what to say of stopping it."""
        self._title, self._watch, self._after = title, watch, after
        self._begun = monotonic()
        if self._timer is not None:
            self._timer.resume()
        self._tick()

    def end(self) -> None:
        """Look no longer."""
        if self._timer is not None:
            self._timer.pause()

    def _tick(self) -> None:
        self.update(waiting_words(self._title, self._watch, monotonic() - self._begun, self._after()))


def waiting_words(title: str, watch: Watch, seconds: float, after: str) -> Content:
    """Return what is under way after so many seconds; a bar only where the whole is known."""
    pace = pace_of(watch, seconds)
    parts = [f"{pace.items:,} done"] if pace.items else []
    if pace.items and seconds > 1:
        parts.append(f"{pace.a_second:,.0f} a second")
    if pace.left is not None and seconds > 1:
        parts.append(f"about {_time(pace.left)} left")
    if not parts and seconds > _LONG:
        parts.append(f"{seconds:.0f} s")
    bar = ""
    if pace.share is not None:
        full = round(pace.share * _BAR)
        bar = f"{'█' * full}{'░' * (_BAR - full)} {100 * pace.share:.0f} %\n"
    stopped = "Stopping…" if watch.is_stopped else after
    return Content.assemble(
        (f"{title}…\n\n", "bold"), (bar, "$text-accent"), (", ".join(parts) or " ", "$foreground"), "\n\n",
        (stopped, "$text-muted"),
    )  # fmt: skip


def _time(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"
