"""Restoring: the rows of a backup in a new journal file, and that file in the journal's place.

A backup is input from elsewhere. Its rows are copied one by one after they were checked; its code (triggers,
views, indexes of its own, the pages of its full-text index) is never run and never copied. It is never
attached.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import date, datetime
from json import loads
from pathlib import Path
from typing import Any, Final

from sciatica_journal.domain.errors import JournalError, JournalUnusable
from sciatica_journal.domain.plain import from_plain
from sciatica_journal.storage.backup import write_backup
from sciatica_journal.storage.check import counts, faults
from sciatica_journal.storage.files import put_in_place, sync_folder
from sciatica_journal.storage.opening import create_journal, explained, needs_upgrade, open_journal
from sciatica_journal.storage.store import Store
from sciatica_journal.storage.tables import ROWS_A_DAY, TABLES, checksum, first_n, record_of

_SIDE_FILES: Final = ("-journal", "-wal", "-shm")
_ATTEMPT: Final = "Try an older backup; nothing was changed."


def build_from(source: Path, building: Path) -> dict[str, int]:
    """Copy the rows of a checked backup into a new journal at `building`. Returns the counts by table.

    Raises JournalUnusable, in words, for a foreign, newer or damaged source.
    """
    with closing(open_journal(source, writable=False)) as backup, explained(source):
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


def _tables(source: Path, backup: sqlite3.Connection, target: sqlite3.Connection) -> list[str]:
    """Return the tables to copy, in the order of their creation: those of a new journal that the backup has.

    An older backup may lack some. A view or virtual table in the place of one is refused: it could run code.
    """
    schema = "SELECT name, coalesce(sql, '') FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY rowid"
    theirs = dict(backup.execute(schema))
    found: list[str] = []
    for name, sql in target.execute(schema).fetchall():
        if not sql.startswith("CREATE TABLE") or "_fts" in name or name.startswith(("sqlite_", "_sqlite_")):
            continue
        if name in theirs and not theirs[name].upper().startswith("CREATE TABLE"):
            raise JournalUnusable(f"{source} was tampered with: {name} is no table.", _ATTEMPT)
        if name in theirs:
            found.append(name)
        elif not needs_upgrade(backup):
            raise JournalUnusable(f"{source} is no whole journal: {name} is missing.", _ATTEMPT)
    return found


def _check_structure(source: Path, backup: sqlite3.Connection, tables: Sequence[str]) -> None:
    for table in tables:
        for (message,) in backup.execute(f"PRAGMA integrity_check({table})"):
            if message != "ok":
                raise JournalUnusable(f"{source} is damaged ({table}: {message}).", _ATTEMPT)


def _copy(source: Path, backup: sqlite3.Connection, target: sqlite3.Connection, table: str) -> None:
    """Copy a table's rows, each checked; columns that the backup does not know keep their default."""
    own = [row[1] for row in target.execute(f"PRAGMA table_info({table})")]
    theirs = {row[1] for row in backup.execute(f"PRAGMA table_info({table})")}
    columns = [name for name in own if name in theirs]
    check = _check_record if table in TABLES else _CHECKS.get(table, _accept)
    sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    for row in backup.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY 1"):
        try:
            check(table, dict(zip(columns, row, strict=True)))
            target.execute(sql, row)
        except (JournalError, ValueError, TypeError, KeyError, RecursionError, sqlite3.IntegrityError) as error:
            raise JournalUnusable(f"{source} is damaged ({table} {row[0]!r}: {error}).", _ATTEMPT) from error


def _check_record(kind: str, values: dict[str, Any]) -> None:
    table = TABLES[kind]
    row = [values[name] for name in table.columns]
    if checksum(row) != values["checksum"]:
        raise ValueError("altered")
    base = first_n(record_of(kind, row).date)
    if not base <= values["n"] < base + ROWS_A_DAY:
        raise ValueError("out of its day")


def _accept(_table: str, _values: dict[str, Any]) -> None:
    """Leave it to the new table's own constraints."""


def _check_change(_table: str, values: dict[str, Any]) -> None:
    datetime.fromisoformat(values["at"])


def _check_version(_table: str, values: dict[str, Any]) -> None:
    for body in (values["before"], values["after"]):
        if body is not None:
            record = from_plain(loads(body))
            if (record.TYPE, record.key) != (values["kind"], values["key"]):
                raise ValueError("of another record")
    if checksum([values[name] for name in ("kind", "key", "before", "after")]) != values["checksum"]:
        raise ValueError("altered")


def _check_draft(_table: str, values: dict[str, Any]) -> None:
    date.fromisoformat(values["day"])
    datetime.fromisoformat(values["at"])
    if not isinstance(loads(values["body"]), dict):
        raise ValueError("no draft")


def _check_value(_table: str, values: dict[str, Any]) -> None:
    loads(values["body"])


def _check_flag(_table: str, values: dict[str, Any]) -> None:
    date.fromisoformat(values["date"])


_CHECKS: Final[dict[str, Callable[[str, dict[str, Any]], None]]] = {
    "change": _check_change, "version": _check_version, "draft": _check_draft, "value": _check_value,
    "flag": _check_flag,
}  # fmt: skip


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
