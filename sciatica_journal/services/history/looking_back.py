"""Looking back: months, the list of recorded days, and words used before."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sciatica_journal.services.history.recorded import is_recorded, last_day, recorded_days
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage import overview
from sciatica_journal.storage.overview import DaySummary
from sciatica_journal.storage.tracking import has_holidays

__all__ = [
    "DaySummary", "MonthView", "days_off", "factors_used", "feelings_used", "is_recorded", "last_day", "month",
    "month_view", "recorded_days", "revision", "summaries_of",
]  # fmt: skip


class MonthView(NamedTuple):
    """A month: the summaries of its recorded days, and its days `off` in a holiday from the journal."""

    days: dict[date, DaySummary]
    off: frozenset[date] = frozenset()


def month(session: Session, first: date) -> dict[date, DaySummary]:
    """Return the summaries of a month's recorded days; `first` is any day of the month."""
    store = session.reader()
    if store is None:
        return {}
    last = monthrange(first.year, first.month)[1]
    return overview.summaries(store, first.replace(day=1), first.replace(day=last))


def month_view(session: Session, first: date) -> MonthView:
    """Return a month as the calendar shows it; `first` is any day of the month."""
    last = first.replace(day=monthrange(first.year, first.month)[1])
    return MonthView(month(session, first), days_off(session, first.replace(day=1), min(last, session.today())))


def days_off(session: Session, first: date, last: date) -> frozenset[date]:
    """Return the days without notes that belong to a holiday from the journal: they are no gaps."""
    store = session.reader()
    if store is None or last < first or not has_holidays(store):
        return frozenset()
    from sciatica_journal.services.tracking import holidays

    return holidays.days_off(session, first, last)


def revision(session: Session) -> tuple[int, int]:
    """Return what differs once anything was written to the journal, by this window or another."""
    store = session.reader()
    return (0, 0) if store is None else (store.data_version(), store.rows_changed())


def summaries_of(session: Session, ordinals: Sequence[int]) -> dict[date, DaySummary]:
    """Return the summaries of a stretch of recorded days."""
    store = session.reader()
    if store is None or not ordinals:
        return {}
    return overview.summaries(store, date.fromordinal(min(ordinals)), date.fromordinal(max(ordinals)))


def feelings_used(session: Session) -> list[str]:
    """Return the person's own feeling words, the most used first."""
    store = session.reader()
    return [] if store is None else overview.feelings_used(store)


def factors_used(session: Session) -> list[str]:
    """Return the names of the person's own factors, the most used first."""
    store = session.reader()
    return [] if store is None else overview.factors_used(store)
