"""Opening and creating the journal file, in the order that keeps foreign and damaged files safe.

Rollback journal (DELETE) with synchronous EXTRA, not WAL: WAL loses acknowledged entries when the
file is replaced or copied alone, and older SQLite can corrupt it at a checkpoint of two connections.
"""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sciatica_journal.domain.errors import JournalUnusable
from sciatica_journal.storage import recognising
from sciatica_journal.storage.files import building, private_folder, put_in_place
from sciatica_journal.storage.recognising import JournalDamaged, NotThisJournal
from sciatica_journal.storage.triggers import check_no_strange_code, drop_strange_code, trust_own_schema

SMALLEST_FILE: Final = 512
"""A shorter file is no database; SQLite would turn it into an empty one without a word."""

BUSY_SECONDS: Final = 10.0

_WORDS: Final = {
    sqlite3.SQLITE_BUSY: ("{path} is locked by another program.", "Close it there or try again."),
    sqlite3.SQLITE_LOCKED: ("{path} is locked by another program.", "Close it there or try again."),
    sqlite3.SQLITE_FULL: ("The disk is full; nothing was saved to {path}.", "Make room and try again."),
    sqlite3.SQLITE_IOERR: (
        "The disk refused to read or write {path}.", "Make room, check the permissions of its folder and the disk.",
    ),
    sqlite3.SQLITE_READONLY: (
        "{path} cannot be written.", "Check the permissions, or whether the file was moved or replaced.",
    ),
    sqlite3.SQLITE_CANTOPEN: ("{path} cannot be opened.", "Check the path and the permissions of its folder."),
    sqlite3.SQLITE_PERM: ("{path} cannot be opened.", "Check the path and the permissions of its folder."),
    sqlite3.SQLITE_TOOBIG: ("This is too much for one entry of {path}.", "Split it over several days."),
}  # fmt: skip
"""Message and hint by SQLite's primary result code."""

_SAFETY: Final = ("PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON", "PRAGMA mmap_size = 0")
_WRITING: Final = {
    "journal_mode": ("DELETE", "delete"),
    "synchronous": ("EXTRA", 3),
    "foreign_keys": ("ON", 1),
    "fullfsync": ("ON", 1),
    "secure_delete": ("ON", 1),
    "temp_store": ("MEMORY", 2),
}


def open_journal(path: Path, *, writable: bool) -> sqlite3.Connection:
    """Open an existing journal and return its connection, checked by its header.

    Raises JournalUnusable for a folder, a foreign, newer, truncated, damaged, locked or unreadable file.
    """
    path = Path(os.path.realpath(path))
    _check_file(path)
    hot = path.with_name(path.name + "-journal")
    mode = "rw" if writable or (hot.exists() and os.access(path, os.W_OK)) else "ro"
    with explained(path):
        connection = sqlite3.connect(f"{_uri(path)}?mode={mode}", uri=True, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            for pragma in _SAFETY:
                connection.execute(pragma)
            _check_header(path, connection)
            if writable:
                set_up_writing(connection)
                if not needs_upgrade(connection):
                    trust_own_schema(connection)
            else:
                connection.execute("PRAGMA query_only = ON")
        except BaseException:
            connection.close()
            raise
    return connection


def _uri(path: Path) -> str:
    """Return the path as SQLite's URIs have it. `as_uri` would cost every command the import of urllib."""
    if os.name == "nt":
        return path.as_uri()
    return "file://" + str(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def set_up_writing(connection: sqlite3.Connection) -> None:
    """Set the pragmas that durable writing needs, and read each back."""
    for name, (wanted, answer) in _WRITING.items():
        connection.execute(f"PRAGMA {name} = {wanted}")
        got = connection.execute(f"PRAGMA {name}").fetchone()
        if got is None or got[0] != answer:
            raise JournalUnusable(f"SQLite refused {name}={wanted}.", "The journal cannot be written safely here.")


def create_journal(path: Path) -> None:
    """Create a new journal, whole, under another name, and put it in place. An existing file is kept."""
    from sciatica_journal.storage.schema import migrate

    path = Path(os.path.realpath(path))
    private_folder(path.parent)
    with explained(path), building(path) as unfinished:
        connection = sqlite3.connect(unfinished, isolation_level=None)
        try:
            set_up_writing(connection)
            migrate(connection)
        finally:
            connection.close()
        put_in_place(unfinished, path, replace=False)


def upgrade(connection: sqlite3.Connection) -> None:
    """Bring an older file to this version's schema, in one transaction; two windows may try it at a time.

    Raises JournalUnusable where it brings code along or does not let itself be brought there: it stays as it was.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        _migrate(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    trust_own_schema(connection)


def _migrate(connection: sqlite3.Connection) -> None:
    from sciatica_journal.storage.schema import migrate

    check_no_strange_code(connection)
    try:
        migrate(connection)
    except (ValueError, TypeError, LookupError) as error:
        raise JournalDamaged(
            f"The older journal cannot be brought to this version: {error}.", "Run `sciatica-journal check`."
        ) from error


def upgraded_copy(path: Path, connection: sqlite3.Connection) -> sqlite3.Connection:
    """Return a copy in memory, for reading only, of an older journal in this version's schema; close the file.

    The file stays as it is, byte for byte. Code that it brings along is left out of the copy.
    """
    copy = sqlite3.connect(":memory:", isolation_level=None)
    try:
        with explained(path):
            copy_pages(connection, copy)
            for pragma in _SAFETY:
                copy.execute(pragma)
            drop_strange_code(copy)
            upgrade(copy)
            copy.execute("PRAGMA query_only = ON")
    except BaseException:
        copy.close()
        raise
    finally:
        connection.close()
    return copy


def copy_pages(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy all pages as of one moment.

    The read lock is taken first: for a locked file `backup` itself would wait without end.
    """
    begun = not source.in_transaction
    if begun:
        source.execute("BEGIN")
    try:
        source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        source.backup(target)
    finally:
        if begun and source.in_transaction:
            source.execute("ROLLBACK")


def needs_upgrade(connection: sqlite3.Connection) -> bool:
    """Return whether the file is older than this version's schema."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0]) < recognising.SCHEMA_VERSION


def _check_file(path: Path) -> None:
    try:
        status = path.stat()
    except OSError as error:
        raise JournalUnusable(f"{path} cannot be read: {error.strerror}.", "Check the path.") from error
    if not stat.S_ISREG(status.st_mode):
        raise JournalDamaged(f"{path} is not a file.", "The journal is one file; move what is there away.")
    if status.st_size < SMALLEST_FILE and not path.with_name(path.name + "-journal").exists():
        raise JournalDamaged(
            f"{path} has only {status.st_size} bytes and is not a journal.",
            "Restore a backup: `sciatica-journal restore PATH` (the file there is kept).",
        )


def _check_header(path: Path, connection: sqlite3.Connection) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != recognising.APPLICATION_ID:
        raise NotThisJournal(f"{path} is an SQLite file but not a journal.", "It was left as it is.")
    if version > recognising.SCHEMA_VERSION:
        raise NotThisJournal(
            f"{path} was made by a newer version of the program.", "Update the program; the file was left as it is."
        )


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's and the system's errors into words about the journal at `path`."""
    try:
        yield
    except sqlite3.Error as error:
        raise _refusal(path, error) from error
    except (UnicodeDecodeError, MemoryError) as error:  # a damaged name in an error's text, a damaged length
        raise _damaged(path, "a name or a length in it cannot be read") from error
    except OSError as error:
        raise JournalUnusable(
            f"{path} cannot be used: {error.strerror or error}.", "Check the disk and its permissions."
        ) from error


def _refusal(path: Path, error: sqlite3.Error) -> JournalUnusable:
    """Return the error in words. By SQLite's code: its text may quote what the person wrote."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None and isinstance(error, sqlite3.OperationalError):
        return _damaged(path, "a text in it cannot be read")
    kind = (code or 0) & 0xFF
    if kind in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT):
        return _damaged(path, str(error))
    if kind not in _WORDS:
        return JournalDamaged(f"{path} cannot be used: {error}.", "Run `sciatica-journal check`.")
    message, hint = _WORDS[kind]
    return JournalUnusable(message.format(path=path), hint)


def _damaged(path: Path, what: str) -> JournalDamaged:
    return JournalDamaged(
        f"{path} is damaged or is not a journal ({what}).",
        "Restore a backup: `sciatica-journal restore PATH` (the file there is kept).",
    )
