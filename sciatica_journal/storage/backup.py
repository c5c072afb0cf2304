"""Backups: consistent copies of the journal, checked before they get their name."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Final

from sciatica_journal.domain.errors import JournalUnusable
from sciatica_journal.storage.check import faults
from sciatica_journal.storage.files import building, private_folder, put_in_place
from sciatica_journal.storage.opening import copy_pages, explained, open_journal
from sciatica_journal.storage.store import Store

KEEP_DAYS: Final = 14
KEEP_WEEKS: Final = 8
KEEP_MONTHS: Final = 12
"""For so many days each daily backup is kept, for so many weeks one a week, for so many months one a month."""
KEEP_BEFORE: Final = 10
"""Backups from before an import, a restore or an upgrade: so many of each."""
_BEFORE: Final = ("import-before-*.db", "restore-before-*.db", "before-upgrade-*.db")
_NAME = r"journal-(\d{4}-\d{2}-\d{2})\.db"
_LEFTOVER = r"\.\S*journal\S*\.\d+\.(new|restore)(-journal)?"


def daily_name(day: date) -> str:
    """Return the file name of a day's backup."""
    return f"journal-{day.isoformat()}.db"


def free_name(folder: Path, what: str, now: datetime) -> Path:
    """Return an unused path in a folder: `what`, a stamp of now and, if need be, a number."""
    stem = f"{what}-{now:%Y-%m-%d-%H%M%S}"
    path = folder / f"{stem}.db"
    number = 2
    while os.path.lexists(path):
        path = folder / f"{stem}-{number}.db"
        number += 1
    return path


def write_backup(store: Store, target: Path) -> None:
    """Copy the journal's file to `target`, check the copy and only then give it its name.

    An older file is copied as it is, in its own version's schema. Raises JournalUnusable if the target exists,
    cannot be written, or the copy is not sound.
    """
    if target.exists():
        raise JournalUnusable(f"{target} exists already.", "Choose another name; nothing was overwritten.")
    private_folder(target.parent)
    with _file_of(store) as source, explained(target), building(target) as unfinished:
        copy = sqlite3.connect(unfinished, isolation_level=None)
        try:
            copy_pages(source, copy)
        finally:
            copy.close()
        _compare(source, unfinished)
        put_in_place(unfinished, target, replace=False)


@contextmanager
def _file_of(store: Store) -> Iterator[sqlite3.Connection]:
    if not store.is_copy:
        yield store.connection
        return
    with closing(open_journal(store.path, writable=False)) as connection:
        yield connection


def _compare(source: sqlite3.Connection, path: Path) -> None:
    """Check the copy as a reader sees it: one in an older schema is so found to be one that can be read."""
    with closing(open_journal(path, writable=False)) as copy, closing(Store(path, writable=False)) as store:
        if found := faults(store):
            raise JournalUnusable(f"What was to be backed up is damaged ({found[0]}).", "Run `sciatica-journal check`.")
        if _row_counts(copy) != _row_counts(source):
            raise JournalUnusable("The backup did not come out the same.", "Try again; check the disk.")


def _row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%' AND name NOT GLOB '*_fts*'"
    ).fetchall()
    quoted = {name: name.replace('"', '""') for (name,) in tables}
    return {
        name: int(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]) for name, table in quoted.items()
    }


def thin_out(folder: Path, today: date) -> list[Path]:
    """Remove what is beyond keeping and return it.

    Daily backups are kept for 14 days, one a week for 8 weeks, one a month for 12 months; of those made before
    an import, a restore or an upgrade the newest ten each. Backups the person asked for stay.
    """
    dated = sorted((day, path) for path in folder.glob("journal-*.db") if (day := _day_of(path)) is not None)
    kept: dict[str, Path] = {}
    for day, path in dated:
        age = (today - day).days
        if age < KEEP_DAYS:
            kept[f"day {day}"] = path
        if age < KEEP_WEEKS * 7:
            kept.setdefault(f"week {day.isocalendar()[:2]}", path)
        if age < KEEP_MONTHS * 31:
            kept.setdefault(f"month {day:%Y-%m}", path)
    removed = [path for _, path in dated if path not in kept.values()]
    for pattern in _BEFORE:
        removed += sorted(folder.glob(pattern))[:-KEEP_BEFORE]
    with explained(folder):
        for path in removed:
            path.unlink(missing_ok=True)
    return removed


def _day_of(backup: Path) -> date | None:
    match = re.fullmatch(_NAME, backup.name)
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def remove_leftovers(folder: Path, today: date) -> list[Path]:
    """Remove unfinished copies that a killed program left before today, and return them."""
    with explained(folder):
        found = [
            path
            for path in folder.iterdir()
            if re.fullmatch(_LEFTOVER, path.name) and date.fromtimestamp(path.lstat().st_mtime) < today
        ]
        for path in found:
            path.unlink(missing_ok=True)
    return found


def latest_backup(folder: Path) -> Path | None:
    """Return the newest file in the backups folder, or None. Raises OSError where one may not look."""
    try:
        with os.scandir(folder) as entries:
            found = [(entry.stat().st_mtime, entry.name) for entry in entries if entry.name.endswith(".db")]
    except (FileNotFoundError, NotADirectoryError):
        return None
    return folder / max(found)[1] if found else None
