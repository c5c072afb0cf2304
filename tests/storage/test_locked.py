"""Another program holds the file: clear words after a while, and saving goes on once it lets go."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from sciatica_journal.domain.errors import JournalUnusable
from sciatica_journal.storage import opening
from sciatica_journal.storage.store import Store

from .journals import DAY, note, opened


@pytest.fixture
def other(path: Path, store: Store) -> Iterator[sqlite3.Connection]:
    """Another program's connection."""
    note(store, "kept")
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as connection:
        yield connection


@pytest.fixture
def impatient(path: Path, other: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A journal that waits a twentieth of a second for others, not ten."""
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    with opened(path) as store:
        yield store


@pytest.mark.parametrize("held", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_a_save_says_that_the_file_is_locked_and_works_afterwards(
    impatient: Store, other: sqlite3.Connection, held: str
) -> None:
    other.execute(held)
    with pytest.raises(JournalUnusable, match="locked by another program"):
        note(impatient, "later")
    other.execute("ROLLBACK")
    note(impatient, "later")
    assert impatient.day(DAY).note == "later"


def test_a_reader_that_does_not_finish_lets_nothing_half_be_saved(impatient: Store, other: sqlite3.Connection) -> None:
    other.execute("BEGIN")
    other.execute("SELECT * FROM day").fetchall()
    with pytest.raises(JournalUnusable, match="locked by another program"):
        note(impatient, "later")
    assert impatient.day(DAY).note == "kept"
    assert not impatient.connection.in_transaction
    other.execute("ROLLBACK")
    note(impatient, "later")


@pytest.mark.parametrize("writable", [True, False])
def test_opening_and_reading_a_file_held_exclusively(
    path: Path, impatient: Store, other: sqlite3.Connection, writable: bool
) -> None:
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(JournalUnusable, match="locked by another program"):
        Store(path, writable=writable)
    with pytest.raises(JournalUnusable, match="locked by another program"):
        impatient.day(DAY)


def test_a_short_wait_is_not_noticed(store: Store, other: sqlite3.Connection) -> None:
    other.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(0.15, lambda: other.execute("COMMIT"))
    timer.start()
    note(store, "waited")
    timer.join()
    assert store.day(DAY).note == "waited"
