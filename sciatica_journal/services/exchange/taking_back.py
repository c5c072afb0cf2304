"""Imports as a whole: listed, and taken back."""

from collections import Counter
from collections.abc import Sequence
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
from sciatica_journal.storage.imports import Import, added_in_vain, brought, imports, is_held, taking_back_label

__all__ = ["Import", "TakenBack", "list_imports", "undo_import"]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """An import that was taken back: records removed, records emptied again, records kept as changed since, and runs
    kept because another import that is in force holds them too."""

    what: Import
    removed: int
    emptied: int
    kept: int
    shared: int = 0


def list_imports(session: Session) -> list[Import]:
    """Return all imports, newest first; empty where there is no journal yet."""
    store = session.reader()
    return imports(store) if store is not None else []


def undo_import(session: Session, number: int | None = None) -> TakenBack:
    """Take back one whole import (None: the newest in force), as one change that can itself be undone.

    What it added is removed and the fields it filled are emptied again; what was changed since stays. A run that
    another import in force holds too goes with the last of them: only what that one found empty was kept of its
    file, so without the run its outing would be lost.
    Raises NotThere for a number that is not an import in force.
    """
    found = list_imports(session)
    wanted = [item for item in found if not item.taken_back and number in (None, item.id)]
    if not wanted:
        what = "no import to take back" if number is None else f"no import {number} in force"
        raise NotThere(f"There is {what}.", "`sciatica-journal import --list` lists them.")
    store = session.writer()
    counted = Counter[str]()
    with changing(store, taking_back_label(wanted[0].id), session.now(), session.window) as change:
        found_there = brought(store, wanted[0].id)
        rows = [after for _, after in found_there if isinstance(after, SourceRow)]
        for row in rows:
            _take_back(change, None, row)
        for before, after in found_there:
            if not isinstance(after, SourceRow):
                counted[_take_back(change, before, after)] += 1
        counted["removed"] += sum(_remove_in_vain(change, run) for run in _runs_of(rows))
    gone = [(kind, (old or {}).get("date")) for kind, _, old, new in change.versions if new is None]
    if any(kind == "flag" for kind, _ in gone):
        from sciatica_journal.services.safety.imported_flags import reopen_own

        reopen_own(session, {date.fromisoformat(day) for kind, day in gone if day and kind != "flag"})
    return TakenBack(wanted[0], counted["removed"], counted["emptied"], counted["kept"], counted["shared"])


def _take_back(change: Change, before: Record | None, after: Record) -> str:
    """Take back what an import did to one record and say what came of it, nothing for one that is gone already."""
    current = change.store.get(after.TYPE, after.key)
    if current is None:
        return ""
    if isinstance(current, Day) and isinstance(after, Day):
        return _empty_day(change, current, before if isinstance(before, Day) else None, after)
    if isinstance(current, Run) and isinstance(before, Run) and isinstance(after, Run):
        emptied, stays = empty_again(current, before, after)
        change.put(emptied)
        return "kept" if stays else "removed" if _remove_in_vain(change, current.id) else "emptied"
    if isinstance(current, Run) and is_held(change.store, current):
        return "shared"
    if current != after:
        return "kept"
    change.remove(after.TYPE, after.key)
    return "removed"


def _remove_in_vain(change: Change, ident: str) -> bool:
    """Remove a run that an import had added which was taken back before, if nothing else of it is left and no row of
    an import leads to it any more. Return whether it was so."""
    run = change.store.get(Run.TYPE, ident)
    if run is None or is_held(change.store, run) or run != added_in_vain(change.store, Run.TYPE, ident):
        return False
    change.remove(Run.TYPE, ident)
    return True


def _runs_of(rows: Sequence[SourceRow]) -> list[str]:
    found = (row.record.partition(":") for row in rows if row.record)
    return list(dict.fromkeys(key for kind, _, key in found if kind == Run.TYPE))


def _empty_day(change: Change, current: Day, before: Day | None, after: Day) -> str:
    emptied, stays = empty_again(current, before or Day(after.date), after)
    gone = emptied.is_empty and (before is None or not before.is_empty)
    change.remove(Day.TYPE, current.key) if gone else change.put(emptied)
    if stays:
        return "kept"
    return "removed" if gone else "emptied"
