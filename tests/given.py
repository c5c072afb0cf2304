"""What the tests of every layer share: a time, its day, a clock that can be set, and sessions on a folder's journal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sciatica_journal.services.journal.paths import paths_in
from sciatica_journal.services.journal.session import Session, open_session

Clock = Callable[[], datetime]

NOW = datetime(2026, 3, 4, 21, 4, tzinfo=ZoneInfo("Europe/Vienna"))
"""A Wednesday evening."""

TODAY = date(2026, 3, 4)
"""The day of NOW."""

EVE = TODAY - timedelta(days=1)


@dataclass(slots=True)
class SetClock:
    """A clock that stands where it is set."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        """Return the time."""
        return self.now


def session_in(folder: Path, clock: Clock | None = None) -> Session:
    """Return a session on the folder's journal, at NOW unless a clock is given."""
    return open_session(paths_in(folder), clock or SetClock())


@contextmanager
def window(home: Path, clock: Clock | None = None) -> Iterator[Session]:
    """A session on the journal in `home`, closed at the end."""
    session = session_in(home, clock)
    try:
        yield session
    finally:
        session.close()
