"""Undo and redo, across restarts."""

from dataclasses import dataclass
from datetime import date

from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage import history
from sciatica_journal.storage.store import Store
from sciatica_journal.storage.version_rows import last_day_of


@dataclass(frozen=True, slots=True)
class Undone:
    """What was undone or redone, in words, and the day it belongs to (None: several or none)."""

    label: str
    day: date | None


def undo(session: Session) -> Undone | None:
    """Undo the newest change. Returns None where there is nothing to undo."""
    store = session.writer()
    step = history.undo(store)
    if step is not None and any(kind == "flag" for kind, _ in step.records):
        from sciatica_journal.services.safety.imported_flags import reopen_own

        gone = [last_day_of(store, kind, key) for kind, key in step.records if kind != "flag"]
        reopen_own(session, {day for day in gone if day is not None})
    return _described(store, step)


def redo(session: Session) -> Undone | None:
    """Do the last undone change again. Returns None where there is nothing to redo."""
    store = session.writer()
    return _described(store, history.redo(store))


def _described(store: Store, step: history.Step | None) -> Undone | None:
    if step is None:
        return None
    days = {day for kind, key in step.records if (day := _day_of(store, kind, key)) is not None}
    return Undone(step.label, days.pop() if len(days) == 1 else None)


def _day_of(store: Store, kind: str, key: str) -> date | None:
    if kind == "day":
        return date.fromisoformat(key)
    record = store.get(kind, key)
    return record.date if record is not None else last_day_of(store, kind, key)
