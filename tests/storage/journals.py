"""What the tests of the file share: a clock, a day, changes, and a look at raw bytes."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.plain import Record
from sciatica_journal.storage.history import changing
from sciatica_journal.storage.opening import create_journal
from sciatica_journal.storage.store import Store
from tests.given import NOW
from tests.given import TODAY as DAY

__all__ = ["DAY", "NOW", "count", "edit", "files_with", "note", "opened", "put", "remove"]


@contextmanager
def opened(path: Path, *, writable: bool = True) -> Iterator[Store]:
    """An open journal, created where there is none and it is to be written."""
    if writable and not path.exists():
        create_journal(path)
    with closing(Store(path, writable=writable)) as store:
        yield store


def put(store: Store, *records: Record, label: str = "day", at: datetime = NOW, window: str = "w") -> None:
    """Write records as one change."""
    with changing(store, label, at, window) as change:
        for record in records:
            change.put(record)


def remove(store: Store, kind: str, key: str) -> None:
    """Remove a record as one change."""
    with changing(store, "removed", NOW, "w") as change:
        change.remove(kind, key)


def note(store: Store, text: str | None, day: date = DAY, at: datetime = NOW, window: str = "w") -> None:
    """Write a day's note as one change."""
    put(store, Day(day, note=text), label="note", at=at, window=window)


def count(store: Store, table: str) -> int:
    """The number of rows of a table."""
    return int(store.rows(f"SELECT count(*) FROM {table}")[0][0])


def edit(path: Path, *statements: str) -> None:
    """Change a journal from outside, with SQLite alone."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def files_with(folder: Path, words: str) -> list[str]:
    """The names of all files below the folder whose raw bytes hold the words."""
    found = words.encode()
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and found in path.read_bytes())
