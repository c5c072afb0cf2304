"""Keeping what is typed into a form while it is typed, so that a kill loses less than half a second of it."""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.widget import Widget

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.entries.drafting import discard_draft, keep_draft
from sciatica_journal.services.entries.unsaved_words import keep_words
from sciatica_journal.services.journal.session import Session
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

    async def flush(self) -> bool:
        """Write now what is typed. Returns whether all of it is on disk."""
        return await self._saver.flush()

    def keep_aside(self) -> None:
        """Put what the journal did not take into a file of its own: the program ends and cannot ask."""
        if self._saver.is_waiting:
            self._saver.forget(_JOB)
            _put_aside(self._journal.session, self._body)

    def finish(self) -> None:
        """Hand what is not written yet to the storage thread, without waiting: the form is going away."""
        if self._saver.is_waiting:
            self._saver.forget(_JOB)
            self._look_at(self._journal.submit(_keep, self._name, self._day, self._body))

    def drop(self) -> None:
        """Throw the draft away, written or not."""
        self._saver.forget(_JOB)
        self._look_at(self._journal.submit(discard_draft, self._name))

    def _look_at(self, future: "Future[Path | None] | Future[None]") -> None:
        future.add_done_callback(lambda done: self._app.call_later(self._tell, done))

    def _tell(self, done: "Future[Path | None]") -> None:
        try:
            aside = done.result()
        except JournalError as error:
            self._say(str(error))
            return
        if aside is not None:
            self._say(f"It is in {aside}.")

    def _say(self, words: str) -> None:
        self._app.notify(words, title=_NOT_KEPT, severity="error", markup=False, timeout=10)


def _keep(session: Session, name: str, day: date, body: dict[str, str]) -> Path | None:
    """Keep a draft; what the journal does not take goes into a file of its own, whose path is returned."""
    try:
        keep_draft(session, name, day, body)
    except JournalError:
        aside = _put_aside(session, body)
        if aside is None:
            raise
        return aside
    return None


def _put_aside(session: Session, body: dict[str, str]) -> Path | None:
    text = "\n".join(f"{field}: {value}" for field, value in body.items() if value)
    return keep_words(session.paths, "form", text, session.now()) if text else None
