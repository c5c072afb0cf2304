"""The journal's file, opened: one connection, owned by one thread, with plain reads and durable transactions."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sciatica_journal.domain.errors import JournalUnusable
from sciatica_journal.storage.opening import explained, needs_upgrade, open_journal, upgraded_copy


class JournalFile:
    """An open journal file. Use it on the thread that opened it.

    For reading, a file of an older version is copied into memory and brought to this version's schema there:
    `is_copy` says so. The file itself stays as it is.
    """

    def __init__(self, path: Path, *, writable: bool = True) -> None:
        self.path = Path(os.path.realpath(path))
        self.writable = writable
        self.connection = open_journal(self.path, writable=writable)
        self.is_copy = not writable and self.needs_upgrade
        if self.is_copy:
            self.connection = upgraded_copy(self.path, self.connection)
        self._identity = self._file_identity()

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()

    @property
    def needs_upgrade(self) -> bool:
        """Whether the file has an older schema than this version's."""
        with explained(self.path):
            return needs_upgrade(self.connection)

    def data_version(self) -> int:
        """Return a number that changes when another connection has changed the file."""
        return int(self.rows("PRAGMA data_version")[0][0])

    def rows_changed(self) -> int:
        """Return how many rows this connection has written since it was opened."""
        return self.connection.total_changes

    def has_changes(self) -> bool:
        """Return whether anything was ever recorded."""
        return bool(self.rows("SELECT 1 FROM change LIMIT 1"))

    def rows(self, sql: str, *values: Any) -> list[Any]:
        """Return all rows of a reading statement, with SQLite's errors in words."""
        with explained(self.path):
            return self.connection.execute(sql, values).fetchall()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Run a durable transaction; after COMMIT the file must still be the one that was opened.

        Raises JournalUnusable if the file cannot be written, or was moved or replaced meanwhile.
        """
        with explained(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise
        if self._file_identity() != self._identity:
            raise JournalUnusable(
                f"{self.path} was moved or replaced while it was open.", "Close the program and look where it went."
            )

    def _file_identity(self) -> tuple[int, int] | None:
        try:
            status = self.path.stat()
        except OSError:
            return None
        return status.st_dev, status.st_ino
