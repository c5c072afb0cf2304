"""The session: the wired-up journal that every service works on."""

import os
import sys
import time
from collections.abc import Callable
from datetime import date, datetime

from sciatica_journal.domain.dates import journal_day
from sciatica_journal.domain.errors import NotThere
from sciatica_journal.domain.settings import Settings
from sciatica_journal.services.journal.paths import Paths, exists
from sciatica_journal.services.settings.settings_file import load_settings
from sciatica_journal.storage.store import Store

Clock = Callable[[], datetime]


class Session:
    """One program run on one journal. Use it on one thread: the connection belongs to that thread.

    `clock` returns the current time with its zone; `problems` is what went wrong without stopping anything, in
    words; `window` tells this run's changes from another's; `check_once_a_day` is for runs of one command:
    a large journal is then not checked in full again on a day on which it was.
    """

    def __init__(
        self,
        paths: Paths,
        settings: Settings,
        clock: Clock,
        problems: tuple[str, ...] = (),
        *,
        demo: bool = False,
        check_once_a_day: bool = False,
    ) -> None:
        self.paths = paths
        self.settings = settings
        self.clock = clock
        self.problems = problems
        self.window = f"{os.getpid()}-{os.urandom(3).hex()}"
        self.demo = demo
        self.check_once_a_day = check_once_a_day
        self._reader: Store | None = None
        self._writer: Store | None = None
        self._checked = False
        self._backed_up: date | None = None

    def now(self) -> datetime:
        """Return the current time in the home zone, to the second."""
        return self.clock().astimezone(self.settings.zone()).replace(microsecond=0)

    def today(self) -> date:
        """Return the journal day that now belongs to."""
        return journal_day(self.clock(), self.settings.day_ends, self.settings.zone())

    def new_id(self) -> str:
        """Return a new identifier for a run, reflection or moment."""
        return os.urandom(8).hex()

    def reader(self) -> Store | None:
        """Return the journal for reading, None where there is none yet. Never creates or changes a file."""
        if self._writer is not None:
            return self._writer
        if self._reader is None and exists(self.paths.journal):
            self._reader = Store(self.paths.journal, writable=False)
        return self._reader

    def readable(self) -> Store:
        """Return the journal for reading. Raises NotThere where there is none yet."""
        store = self.reader()
        if store is None:
            raise NotThere("There is no journal yet.", "Log a first day: `sciatica-journal ok`.")
        return store

    def writer(self) -> Store:
        """Return the journal for writing: created, upgraded after a backup, checked, backed up daily.

        Raises JournalUnusable for a file that cannot be written safely.
        """
        from sciatica_journal.services.journal import opening

        if self._writer is None:
            self._writer = opening.open_for_writing(self.paths, self.now())
            self._close_reader()
        today = self.today()
        if not self._checked:
            if not (self.check_once_a_day and opening.was_checked_today(self.paths, self._writer, today)):
                opening.check_before_writing(self.paths, self._writer)
            self._checked = True
        if self._backed_up != today:
            self.problems += opening.back_up_today(self.paths, self._writer, today)
            self._backed_up = today
        return self._writer

    def close(self) -> None:
        """Close the file."""
        self._close_reader()
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def reopen(self) -> None:
        """Close the file and let the next use open it afresh, for example after a restore."""
        self.close()
        self._checked = False

    def _close_reader(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None


def system_clock() -> datetime:
    """Return the current time with the zone that the machine has now: it may have changed since the start."""
    if sys.platform != "win32":
        time.tzset()
    return datetime.now().astimezone()


def open_session(paths: Paths, clock: Clock = system_clock, *, check_once_a_day: bool = False) -> Session:
    """Return a session on the journal at `paths`; no file is opened before it is needed."""
    settings, problems = load_settings(paths.settings)
    return Session(paths, settings, clock, problems, check_once_a_day=check_once_a_day)
