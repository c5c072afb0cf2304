"""Restoring: the rows of a backup in a new journal file, and that file in the journal's place.

A backup is input from elsewhere. Its rows are copied one by one after they were checked; its code (triggers,
views, indexes of its own, the pages of its full-text index) is never run and never copied. It is never
attached.
"""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

from sciatica_journal.domain.errors import JournalUnusable
from sciatica_journal.storage.backup import write_backup
from sciatica_journal.storage.check import counts, faults
from sciatica_journal.storage.files import put_in_place, sync_folder
from sciatica_journal.storage.opening import create_journal, explained, needs_upgrade, open_journal, upgraded_copy
from sciatica_journal.storage.row_checks import KIND_OF, REFUSALS, check_row
from sciatica_journal.storage.store import Store

_SIDE_FILES: Final = ("-journal", "-wal", "-shm")
_ATTEMPT: Final = "Try an older backup; nothing was changed."
WITHOUT_HISTORY: Final = (
    "If nothing else has these days: as the journal itself it can still be exported (`sciatica-journal export -o "
    "FILE`), and the records imported into a new one, without their earlier versions."
)
"""What helps where only the history, a draft or the like does not read."""


def build_from(source: Path, building: Path) -> dict[str, int]:
    """Copy the rows of a checked backup into a new journal at `building`. Returns the counts by table.

    An older backup is brought to this version's schema in memory first. Raises JournalUnusable, in words, for a
    foreign, newer or damaged source.
    """
    with _opened(source) as backup, explained(source):
        building.unlink(missing_ok=True)
        create_journal(building)
        with closing(Store(building)) as target:
            tables = _tables(source, backup, target.connection)
            _check_structure(source, backup, tables)
            with target.transaction() as connection:
                for table in tables:
                    _copy(source, backup, connection, table)
            found = faults(target)
            if found:
                raise JournalUnusable(f"The restored journal is not sound ({found[0]}).", _ATTEMPT)
            return counts(target)


@contextmanager
def _opened(source: Path) -> Iterator[sqlite3.Connection]:
    """Open a backup for its rows, an older one as a copy in this version's schema."""
    backup = open_journal(source, writable=False)
    try:
        if needs_upgrade(backup):
            with explained(source):
                names = backup.execute("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE TABLE%'").fetchall()
                _check_structure(source, backup, [name for (name,) in names if "_fts" not in name])
            backup = upgraded_copy(source, backup)
        yield backup
    finally:
        backup.close()


def _tables(source: Path, backup: sqlite3.Connection, target: sqlite3.Connection) -> list[str]:
    """Return the tables to copy, in the order of their creation: all those of a new journal.

    A view or virtual table in the place of one is refused: it could run code.
    """
    schema = "SELECT name, coalesce(sql, '') FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY rowid"
    theirs = dict(backup.execute(schema))
    found: list[str] = []
    for name, sql in target.execute(schema).fetchall():
        if not sql.startswith("CREATE TABLE") or "_fts" in name or name.startswith(("sqlite_", "_sqlite_")):
            continue
        if name in theirs and not theirs[name].upper().startswith("CREATE TABLE"):
            raise JournalUnusable(f"{source} was tampered with: {name} is not a table.", _ATTEMPT)
        if name not in theirs:
            raise JournalUnusable(f"{source} is not a whole journal: {name} is missing.", _ATTEMPT)
        found.append(name)
    return found


def _check_structure(source: Path, backup: sqlite3.Connection, tables: Sequence[str]) -> None:
    for table in tables:
        for (message,) in backup.execute(f"PRAGMA integrity_check({table})"):
            if message != "ok":
                raise JournalUnusable(f"{source} is damaged ({table}: {message}).", _ATTEMPT)


def _copy(source: Path, backup: sqlite3.Connection, target: sqlite3.Connection, table: str) -> None:
    """Copy a table's rows, each checked."""
    columns = [row[1] for row in target.execute(f"PRAGMA table_info({table})")]
    sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    for row in backup.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY 1"):
        try:
            check_row(table, dict(zip(columns, row, strict=True)))
            target.execute(sql, row)
        except (*REFUSALS, sqlite3.IntegrityError) as error:
            hint = _ATTEMPT if table in KIND_OF else f"{_ATTEMPT} {WITHOUT_HISTORY}"
            raise JournalUnusable(f"{source} is damaged ({table} {row[0]!r}: {error}).", hint) from error


@contextmanager
def keep_former(journal: Path, target: Path) -> Iterator[Path | None]:
    """Back the present journal up to `target` and keep it locked, so that no window saves into it meanwhile.

    Yields the backup's path, or None where there is no journal that reads. Raises JournalUnusable where it is
    in use, or the backup cannot be written.
    """
    store = _sound(journal)
    if store is None:
        yield None
        return
    lock = open_journal(journal, writable=True)
    try:
        with explained(journal):
            lock.execute("BEGIN IMMEDIATE")
        try:
            write_backup(store, target)
        finally:
            store.close()
        if os.name == "nt":  # Windows replaces no open file
            lock.close()
        yield target
    finally:
        store.close()
        lock.close()


def _sound(journal: Path) -> Store | None:
    if not os.path.lexists(journal):
        return None
    store: Store | None = None
    try:
        store = Store(journal, writable=False)
        if not faults(store):
            open_journal(journal, writable=True).close()
            return store
    except JournalUnusable as error:
        if _is_busy(error):
            raise
    if store is not None:
        store.close()
    return None


def _is_busy(error: JournalUnusable) -> bool:
    cause = error.__cause__
    return isinstance(cause, sqlite3.OperationalError) and cause.sqlite_errorcode & 0xFF in (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
    )


def put_journal_in_place(building: Path, journal: Path, damaged: Path | None) -> None:
    """Replace the journal by the finished file; with `damaged` the former one is kept under that name.

    Its rollback journal goes with it: beside the new file SQLite would play it back into that.
    """
    with explained(journal):
        if damaged is not None:
            try:
                os.link(journal, damaged)
            except (OSError, NotImplementedError, AttributeError):
                journal.rename(damaged)
            for ending in _SIDE_FILES:
                with suppress(FileNotFoundError):
                    journal.with_name(journal.name + ending).rename(damaged.with_name(damaged.name + ending))
            sync_folder(journal.parent)
        put_in_place(building, journal, replace=True)
