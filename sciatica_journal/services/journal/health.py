"""Whether the journal is sound, and where everything lies."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from sciatica_journal.domain.errors import JournalUnusable
from sciatica_journal.services.journal.paths import exists
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.store import Store

_HISTORY: Final = ("altered: version ", "value: change ", "value: version ", "value: draft ", "value: value ")
"""How faults begin that leave the records themselves alone."""


def check(session: Session) -> list[str]:
    """Return what is wrong with the journal, in words; empty for a sound one. Nothing is changed.

    A file that is damaged beyond opening is a fault too. Raises NotThere where there is none yet, JournalUnusable
    where it cannot be looked at (locked, unreadable) or is not this program's (foreign, newer): that says nothing
    about what is in it.
    """
    from sciatica_journal.storage.added import schema_faults
    from sciatica_journal.storage.check import faults, unreadable
    from sciatica_journal.storage.recognising import JournalDamaged

    try:
        store = session.readable()
        found = faults(store)
        return found or unreadable(store) + schema_faults(store)
    except JournalDamaged as error:
        return [str(error)]


def mending(faults: Sequence[str]) -> str:
    """Return how a sound journal is made of one with these faults, in one sentence or two."""
    from sciatica_journal.storage.added import SCHEMA

    if all(fault.startswith(SCHEMA) for fault in faults):
        return (
            "What was recorded is sound. `sciatica-journal backup copy.db`, then `sciatica-journal restore copy.db`: "
            "the rows go into a new journal, what was added does not."
        )
    if all(fault.startswith((SCHEMA, *_HISTORY)) for fault in faults):
        return (
            "The records are sound, their history or a draft is not. A backup from before it: `sciatica-journal "
            "restore PATH`. Or `sciatica-journal export -o records.jsonl`, move the journal away, and `sciatica-"
            "journal import records.jsonl`: all records, without their earlier versions."
        )
    return (
        "`sciatica-journal where` names the newest backup; `sciatica-journal restore PATH` puts it in place and "
        "keeps the damaged file."
    )


def warnings(session: Session) -> list[str]:
    """Return, in words, which of the journal's files and folders others can read or write."""
    from sciatica_journal.storage.permissions import loose_paths

    return [
        f"{path} can be read or written by others than its owner: "
        + ("make it 0700, or move the journal to a folder of its own." if path.is_dir() else "make it 0600.")
        for path in loose_paths(session.paths.journal, session.paths.backups)
    ]


def where(session: Session) -> dict[str, Any]:
    """Return the paths, whether there is a journal, its size in bytes, and what it holds.

    Keys: journal, settings, backups, crash, newest_backup (paths as text; the last may be None), exists (None where
    one may not look), bytes, records (by type), first_day and last_day (ISO dates, None where nothing is recorded),
    problem (None, or why the journal does not open or the backups cannot be listed) and in_reach (False where that
    is because a file is locked or one may not look, which says nothing about what is in it).
    """
    paths = session.paths
    found: dict[str, Any] = {
        "journal": str(paths.journal),
        "settings": str(paths.settings),
        "backups": str(paths.backups),
        "crash": str(paths.crash),
        "newest_backup": None,
        "exists": None,
        "bytes": 0,
        "records": {},
        "first_day": None,
        "last_day": None,
        "problem": None,
        "in_reach": True,
    }
    _look_for_backups(paths.backups, found)
    _look_for_journal(session, found)
    return found


def _look_for_backups(folder: Path, found: dict[str, Any]) -> None:
    from sciatica_journal.storage.backup import latest_backup

    try:
        newest = latest_backup(folder)
    except OSError as error:
        found.update(
            in_reach=False,
            problem=f"The backups in {folder} cannot be listed: {error.strerror}. Check the folder's permissions.",
        )
    else:
        found["newest_backup"] = str(newest) if newest else None


def _look_for_journal(session: Session, found: dict[str, Any]) -> None:
    from sciatica_journal.storage.recognising import JournalDamaged, NotThisJournal

    journal = session.paths.journal
    try:
        found["exists"] = exists(journal)
        found["bytes"] = _size(journal)
        store = session.reader()
        if store is not None:
            found.update(_contents(store))
    except (JournalDamaged, NotThisJournal) as error:
        found["problem"] = str(error)
    except JournalUnusable as error:
        found.update(problem=str(error), in_reach=False)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _contents(store: Store) -> dict[str, Any]:
    from sciatica_journal.storage.check import counts
    from sciatica_journal.storage.overview import recorded_days

    days = recorded_days(store)
    return {
        "records": counts(store),
        "first_day": date.fromordinal(days[-1]).isoformat() if days else None,
        "last_day": date.fromordinal(days[0]).isoformat() if days else None,
    }
