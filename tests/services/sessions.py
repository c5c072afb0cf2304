"""What the tests of several services share: a clock that can be set, and sessions on one home folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sciatica_journal.services.paths import paths_in
from sciatica_journal.services.session import Session, open_session

NOW = datetime(2026, 3, 4, 21, 4, tzinfo=ZoneInfo("Europe/Vienna"))
TODAY = date(2026, 3, 4)
EVE = TODAY - timedelta(days=1)


@dataclass(slots=True)
class Clock:
    """A clock that stands where it is set."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        """Return the time."""
        return self.now


@contextmanager
def window(home: Path, clock: Clock | None = None) -> Iterator[Session]:
    """A session on the journal in `home`, closed at the end."""
    session = open_session(paths_in(home), clock or Clock())
    try:
        yield session
    finally:
        session.close()
