"""Which days hold anything, and up to which day one can look."""

from datetime import date

from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage import overview


def recorded_days(session: Session, before: int | None = None, limit: int = -1) -> list[int]:
    """Return the ordinals of recorded days, newest first: at most `limit` (-1: all), all before `before`."""
    store = session.reader()
    return [] if store is None else overview.recorded_days(store, before, limit)


def is_recorded(session: Session, day: date) -> bool:
    """Return whether anything is recorded on the day."""
    return recorded_days(session, day.toordinal() + 1, 1) == [day.toordinal()]


def last_day(session: Session) -> date:
    """Return the last day that can be looked at: today, or the last recorded day where that lies ahead.

    It does after a flight west, or once the clock was set back.
    """
    newest = recorded_days(session, limit=1)
    return max([session.today(), *map(date.fromordinal, newest)])
