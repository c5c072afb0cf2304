"""Keeping what is typed into a form while it is typed, so that a kill loses less than half a second of it."""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from textual.widget import Widget

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.entries.drafting import discard_draft, keep_draft
from sciatica_journal.ui.saver import Saver

if TYPE_CHECKING:
    from sciatica_journal.services.journal.storage_thread import StorageThread

_JOB: Final = "draft"
_NOT_KEPT: Final = "What you typed in the form could not be kept."


class DraftKeeper:
    """Writes `typed()` under a name soon after each edit, and again until it is written.

    `failed` is called when it cannot be written while the form is open; after that the app tells of it.
    """

    def __init__(
        self,
        owner: Widget,
        journal: "StorageThread",
        name: str,
        day: date,
        typed: Callable[[], dict[str, str]],
        failed: Callable[[JournalError], None],
    ) -> None:
        self._app = owner.app
        self._journal = journal
        self._name = name
        self._day = day
        self._typed = typed
        self._body: dict[str, str] = {}
        self._saver = Saver(owner, failed)

    def edited(self) -> None:
        """Write soon what is typed now."""
        self._body = self._typed()
        self._saver.later(_JOB, partial(self._journal.call, keep_draft, self._name, self._day, self._body))

    def finish(self) -> None:
        """Hand what is not written yet to the storage thread, without waiting: the form is going away."""
        if self._saver.is_waiting:
            self._saver.forget(_JOB)
            self._look_at(self._journal.submit(keep_draft, self._name, self._day, self._body))

    def drop(self) -> None:
        """Throw the draft away, written or not."""
        self._saver.forget(_JOB)
        self._look_at(self._journal.submit(discard_draft, self._name))

    def _look_at(self, future: "Future[None]") -> None:
        future.add_done_callback(lambda done: self._app.call_later(self._tell, done))

    def _tell(self, done: "Future[None]") -> None:
        try:
            done.result()
        except JournalError as error:
            self._app.notify(str(error), title=_NOT_KEPT, severity="error", markup=False, timeout=10)
