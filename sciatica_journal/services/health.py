"""Whether the journal is sound, and where everything lies."""

from datetime import date
from pathlib import Path
from typing import Any

from sciatica_journal.domain.errors import JournalUnusable
from sciatica_journal.services.session import Session
from sciatica_journal.storage.store import Store


def check(session: Session) -> list[str]:
    """Return what is wrong with the journal, in words; empty for a sound one. Nothing is changed.

    A file that cannot be opened as a journal is a fault too. Raises NotThere where there is none yet.
    """
    from sciatica_journal.storage.check import faults, unreadable

    try:
        store = session.readable()
        found = faults(store)
        return found or unreadable(store)
    except JournalUnusable as error:
        return [str(error)]


def where(session: Session) -> dict[str, Any]:
    """Return the paths, whether there is a journal, its size in bytes, and what it holds.

    Keys: journal, settings, backups, crash, newest_backup (paths as text; the last may be None), exists, bytes,
    records (by type), first_day and last_day (ISO dates, None where nothing is recorded), and problem (None, or
    why the journal does not open).
    """
    from sciatica_journal.storage.backup import latest_backup

    paths = session.paths
    newest = latest_backup(paths.backups)
    found: dict[str, Any] = {
        "journal": str(paths.journal),
        "settings": str(paths.settings),
        "backups": str(paths.backups),
        "crash": str(paths.crash),
        "newest_backup": str(newest) if newest else None,
        "exists": False,
        "bytes": 0,
        "records": {},
        "first_day": None,
        "last_day": None,
        "problem": None,
    }
    try:
        store = session.reader()
        if store is not None:
            found.update(exists=True, bytes=_size(paths.journal), **_contents(store))
    except JournalUnusable as error:
        found.update(exists=True, bytes=_size(paths.journal), problem=str(error))
    return found


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
