"""Backups: consistent copies of the journal, checked before they get their name."""

import re
import sqlite3
from datetime import date
from pathlib import Path
from typing import Final

from sciatica_journal.domain.errors import JournalUnusable
from sciatica_journal.storage.check import counts, faults
from sciatica_journal.storage.files import building, private_folder, put_in_place
from sciatica_journal.storage.opening import explained
from sciatica_journal.storage.store import Store

KEEP_DAYS: Final = 14
KEEP_WEEKS: Final = 8
KEEP_MONTHS: Final = 12
KEEP_BEFORE: Final = 10
_BEFORE: Final = ("import-before-*.db", "restore-before-*.db", "before-upgrade-*.db")
_NAME = r"journal-(\d{4}-\d{2}-\d{2})\.db"
_LEFTOVER = r"\.\S*journal\S*\.\d+\.(new|restore)(-journal)?"


def daily_name(day: date) -> str:
    """Return the file name of a day's backup."""
    return f"journal-{day.isoformat()}.db"


def write_backup(store: Store, target: Path) -> None:
    """Copy the open journal to `target`, check the copy and only then give it its name.

    Raises JournalUnusable if the target exists, cannot be written, or the copy is not sound.
    """
    if target.exists():
        raise JournalUnusable(f"{target} exists already.", "Choose another name; nothing was overwritten.")
    private_folder(target.parent)
    with explained(target), building(target) as unfinished:
        copy = sqlite3.connect(unfinished, isolation_level=None)
        try:
            store.connection.backup(copy)
        finally:
            copy.close()
        _compare(store, unfinished)
        put_in_place(unfinished, target, replace=False)


def _compare(store: Store, path: Path) -> None:
    copy = Store(path, writable=False)
    try:
        if faults(copy) or counts(copy) != counts(store):
            raise JournalUnusable("The backup did not come out the same.", "Run `sciatica-journal check`.")
    finally:
        copy.close()


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
    """Return the newest file in the backups folder, or None."""
    found = sorted(folder.glob("*.db"), key=lambda path: path.stat().st_mtime)
    return found[-1] if found else None
