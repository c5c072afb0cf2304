"""Imports as a whole: listed, and taken back."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import NotThere
from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.source_row import SourceRow
from sciatica_journal.exchange.filling import empty_again
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.history import Change, changing
from sciatica_journal.storage.imports import Import, added_in_vain, brought, imports, taking_back_label

__all__ = ["Import", "TakenBack", "list_imports", "undo_import"]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """An import that was taken back: records removed, records emptied again, and records kept as changed since."""

    what: Import
    removed: int
    emptied: int
    kept: int


def list_imports(session: Session) -> list[Import]:
    """Return all imports, newest first; empty where there is no journal yet."""
    store = session.reader()
    return imports(store) if store is not None else []


def undo_import(session: Session, number: int | None = None) -> TakenBack:
    """Take back one whole import (None: the newest in force), as one change that can itself be undone.

    What it added is removed and the fields it filled are emptied again; what was changed since stays.
    Raises NotThere for a number that is no import in force.
    """
    found = list_imports(session)
    wanted = [item for item in found if not item.taken_back and number in (None, item.id)]
    if not wanted:
        what = "no import to take back" if number is None else f"no import {number} in force"
        raise NotThere(f"There is {what}.", "`sciatica-journal import --list` lists them.")
    store = session.writer()
    counted = Counter[str]()
    with changing(store, taking_back_label(wanted[0].id), session.now(), session.window) as change:
        for before, after in brought(store, wanted[0].id):
            what_came_of_it = _take_back(change, before, after)
            if not isinstance(after, SourceRow):
                counted[what_came_of_it] += 1
    gone = [(kind, (old or {}).get("date")) for kind, _, old, new in change.versions if new is None]
    if any(kind == "flag" for kind, _ in gone):
        from sciatica_journal.services.safety.imported_flags import reopen_own

        reopen_own(session, {date.fromisoformat(day) for kind, day in gone if day and kind != "flag"})
    return TakenBack(wanted[0], counted["removed"], counted["emptied"], counted["kept"])


def _take_back(change: Change, before: Record | None, after: Record) -> str:
    """Take back what an import did to one record and say what came of it, nothing for one that is gone already.

    A run that another import had added, taken back before this one, goes with what was filled in it.
    """
    current = change.store.get(after.TYPE, after.key)
    if current is None:
        return ""
    if isinstance(current, Day) and isinstance(after, Day):
        return _empty_day(change, current, before if isinstance(before, Day) else None, after)
    if isinstance(current, Run) and isinstance(before, Run) and isinstance(after, Run):
        emptied, stays = empty_again(current, before, after)
        gone = emptied == added_in_vain(change.store, Run.TYPE, current.id)
        change.remove(Run.TYPE, current.id) if gone else change.put(emptied)
        return "kept" if stays else "removed" if gone else "emptied"
    if current != after:
        return "kept"
    change.remove(after.TYPE, after.key)
    return "removed"


def _empty_day(change: Change, current: Day, before: Day | None, after: Day) -> str:
    emptied, stays = empty_again(current, before or Day(after.date), after)
    gone = emptied.is_empty and (before is None or not before.is_empty)
    change.remove(Day.TYPE, current.key) if gone else change.put(emptied)
    if stays:
        return "kept"
    return "removed" if gone else "emptied"
