"""Keeping what is typed into a form while it is typed, so that a kill loses less than half a second of it."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final

from textual.timer import Timer
from textual.widget import Widget

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.drafting import discard_draft, keep_draft

if TYPE_CHECKING:
    from sciatica_journal.services.storage_thread import StorageThread

KEEP_AFTER: Final = 0.3
"""Seconds from the first unkept edit to its writing."""


class DraftKeeper:
    """Writes `typed()` under a name soon after each edit. `failed` is called when it cannot be written."""

    def __init__(
        self,
        owner: Widget,
        journal: "StorageThread",
        name: str,
        day: date,
        typed: Callable[[], dict[str, str]],
        failed: Callable[[JournalError], None],
    ) -> None:
        self._owner = owner
        self._journal = journal
        self._name = name
        self._day = day
        self._typed = typed
        self._failed = failed
        self._timer: Timer | None = None
        self._body: dict[str, str] = {}

    def edited(self) -> None:
        """Write soon what is typed now."""
        self._body = self._typed()
        if self._timer is None:
            self._timer = self._owner.set_timer(KEEP_AFTER, self._due)

    def finish(self) -> None:
        """Hand what is not written yet to the storage thread, without waiting: the form is going away."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
            self._journal.submit(keep_draft, self._name, self._day, self._body)

    def drop(self) -> None:
        """Throw the draft away, written or not."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._journal.submit(discard_draft, self._name)

    async def _due(self) -> None:
        self._timer = None
        try:
            await self._journal.call(keep_draft, self._name, self._day, self._body)
        except JournalError as error:
            self._failed(error)
