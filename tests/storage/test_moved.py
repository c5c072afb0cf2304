"""The file is moved, replaced or deleted under an open journal: no save is acknowledged that is not in it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sciatica_journal.domain.errors import JournalUnusable
from sciatica_journal.storage.check import faults
from sciatica_journal.storage.store import Store

from .journals import DAY, note, opened


def rename(path: Path) -> None:
    path.rename(path.with_name("elsewhere.db"))


def delete(path: Path) -> None:
    path.unlink()


def replace(path: Path) -> None:
    with opened(path.parent / "restored" / "journal.db") as other:
        note(other, "of the replacement")
    os.replace(path.parent / "restored" / "journal.db", path)


@pytest.mark.parametrize("happens", [rename, delete, replace])
def test_the_next_save_raises_and_goes_nowhere(path: Path, store: Store, happens: Callable[[Path], None]) -> None:
    note(store, "kept")
    happens(path)
    for _ in range(2):
        with pytest.raises(JournalUnusable) as caught:
            note(store, "LOST?")
        assert "moved or replaced" in str(caught.value)
    assert not any(b"LOST?" in file.read_bytes() for file in path.parent.rglob("*") if file.is_file())
    if path.exists():
        with opened(path) as now:
            assert now.day(DAY).note == "of the replacement"


def test_a_file_that_is_back_in_its_place_takes_saves_again(path: Path, store: Store) -> None:
    note(store, "kept")
    rename(path)
    with pytest.raises(JournalUnusable):
        note(store, "not yet")
    path.with_name("elsewhere.db").rename(path)
    note(store, "kept again")
    with opened(path) as other:
        assert other.day(DAY).note == "kept again"
        assert faults(other) == []


def test_a_file_moved_during_the_save_is_not_acknowledged(path: Path, store: Store) -> None:
    """SQLite looks at the name when a transaction begins; the look after COMMIT sees what happened since."""
    note(store, "kept")

    def save_while_replaced() -> None:
        with store.transaction() as connection:
            connection.execute("INSERT INTO value (name, body) VALUES ('a', '1')")
            shutil.copy(path, path.with_name("copy.db"))
            path.with_name("copy.db").replace(path)

    with pytest.raises(JournalUnusable, match="moved or replaced"):
        save_while_replaced()


def test_a_folder_that_was_renamed_is_noticed(path: Path, store: Store) -> None:
    note(store, "kept")
    path.parent.rename(path.parent.with_name("away"))
    with pytest.raises(JournalUnusable):
        note(store, "LOST?")
