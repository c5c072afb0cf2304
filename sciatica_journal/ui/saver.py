"""Saving by itself: edits are gathered for a moment, written in order, and tried again if that fails."""

from collections.abc import Awaitable, Callable
from typing import Final

from textual.timer import Timer
from textual.widget import Widget

from sciatica_journal.domain.errors import JournalError

WRITE_AFTER: Final = 0.4
"""Seconds from the first unsaved edit to the write, so that a kill loses less than a second of typing."""

TRY_AGAIN_AFTER: Final = 3.0

Job = Callable[[], Awaitable[None]]


class Saver:
    """Keeps one waiting job a name. `failed` is called with the error when a write fails; it stays waiting."""

    def __init__(self, owner: Widget, failed: Callable[[JournalError], None]) -> None:
        self._owner = owner
        self._failed = failed
        self._jobs: dict[str, Job] = {}
        self._timer: Timer | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether anything typed is not on disk yet."""
        return bool(self._jobs)

    def waits_for(self, name: str) -> bool:
        """Return whether the job of that name is not done yet."""
        return name in self._jobs

    def later(self, name: str, job: Job) -> None:
        """Write soon; a newer job of the same name takes the place of a waiting one."""
        self._jobs[name] = job
        self._schedule(WRITE_AFTER)

    def forget(self, name: str) -> None:
        """Drop a waiting job: its words are not to be written."""
        self._jobs.pop(name, None)

    async def flush(self) -> bool:
        """Write everything now. Returns whether all of it is on disk."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        for name, job in list(self._jobs.items()):
            try:
                await job()
            except JournalError as error:
                self._failed(error)
                self._schedule(TRY_AGAIN_AFTER)
                return False
            if self._jobs.get(name) is job:
                del self._jobs[name]
        return True

    def _schedule(self, seconds: float) -> None:
        if self._timer is None:
            self._timer = self._owner.set_timer(seconds, self._due)

    async def _due(self) -> None:
        self._timer = None
        await self.flush()
