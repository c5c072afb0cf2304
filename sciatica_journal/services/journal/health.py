"""Whether the journal is sound, and where everything lies."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from sciatica_journal.domain.errors import JournalUnusable
from sciatica_journal.guide.content import read_toml
from sciatica_journal.services.journal.paths import exists
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.store import Store

_HISTORY: Final = (
    "altered: version ", "value: change ", "value: version ", "value: draft ", "value: value ",
    *(f"schema: the table {name} is missing" for name in ("change", "version", "draft")),
)  # fmt: skip
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
        return [error.message]  # what to do about it is said by `mending`


def mending(faults: Sequence[str]) -> str:
    """Return how a sound journal is made of one with these faults, in one sentence or two."""
    from sciatica_journal.storage.added import SCHEMA

    missing = {fault for fault in faults if fault.startswith(f"{SCHEMA}the table ") and fault.endswith(" is missing")}
    added = {fault for fault in faults if fault.startswith(SCHEMA)} - missing
    history = {fault for fault in faults if fault.startswith(_HISTORY)}
    if added.issuperset(faults):
        return _words("mending")["schema"]
    return _words("mending")["history" if (added | history).issuperset(faults) else "records"]


def _words(section: str) -> dict[str, str]:
    words: dict[str, str] = read_toml("health.toml")[section]
    return words


def warnings(session: Session) -> list[str]:
    """Return, in words, which of the journal's files and folders others can read or write."""
    from sciatica_journal.storage.permissions import loose_paths

    loose = loose_paths(session.paths.journal, session.paths.backups)
    words = _words("open_to_others") if loose else {}
    return [words["folder" if path.is_dir() else "file"].format(path=path) for path in loose]


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
        unreadable = _words("backups")["unreadable"]
        found.update(in_reach=False, problem=unreadable.format(folder=folder, reason=error.strerror))
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
