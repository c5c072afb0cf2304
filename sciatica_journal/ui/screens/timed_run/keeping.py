"""Keeping a timed run while it goes on, without waiting for the disk."""

from concurrent.futures import Future
from datetime import datetime
from typing import TYPE_CHECKING, Final

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.running.timing import TimedRun, keep_timed

if TYPE_CHECKING:
    from sciatica_journal.ui.screens.timed_run.screen import TimedRunScreen

KEEP_EVERY: Final = 20.0
"""Seconds after which a time that runs is kept again, to know later until when it ran."""


class Keeping:
    """Hands states to the storage thread, in their order; what cannot be kept is told on the screen."""

    def __init__(self, screen: "TimedRunScreen") -> None:
        self._screen = screen
        self._kept: datetime | None = None

    def is_due(self, now: datetime) -> bool:
        """Return whether it is time to keep a state that did not change."""
        return self._kept is None or (now - self._kept).total_seconds() >= KEEP_EVERY

    def keep(self, timed: TimedRun, now: datetime) -> None:
        """Keep a state."""
        self._kept = now
        app = self._screen.journal_app
        future = app.journal.submit(keep_timed, timed)
        future.add_done_callback(lambda done: app.call_later(self._look_at, done))

    def _look_at(self, done: "Future[None]") -> None:
        try:
            done.result()
        except JournalError as error:
            self._screen.report(error)
