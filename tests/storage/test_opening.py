"""Opening what is no sound journal of this version: refused in words, and left as it is."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sciatica_journal.domain.errors import JournalUnusable
from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.journal.paths import paths_in
from sciatica_journal.services.journal.session import open_session
from sciatica_journal.storage.check import faults
from sciatica_journal.storage.recognising import SCHEMA_VERSION
from sciatica_journal.storage.store import Store

from .journals import DAY, NOW, edit, note, opened

LONG = "x" * 3000


@pytest.fixture
def journal(path: Path) -> Path:
    """A journal with a few days in it, closed."""
    with opened(path) as store:
        for number in range(1, 10):
            note(store, f"day {number}", DAY.replace(month=1, day=number))
    return path


def refusal(path: Path, *, writable: bool) -> str:
    """How opening is refused."""
    with pytest.raises(JournalUnusable) as caught:
        Store(path, writable=writable)
    assert caught.value.message
    assert caught.value.hint
    assert len(str(caught.value).splitlines()) == 1
    return str(caught.value)


def what_is_wrong(path: Path, *, writable: bool) -> str:
    """What opening or the full check says of a damaged file; empty if neither sees anything."""
    try:
        with opened(path, writable=writable) as store:
            return "; ".join(faults(store))
    except JournalUnusable as error:
        return str(error)


@pytest.mark.parametrize("writable", [True, False])
@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "only 0 bytes"), (1, "only 1 bytes"), (511, "only 511 bytes"), (512, "damaged"), (9000, "damaged")],
)
def test_a_truncated_file_is_refused_and_kept(journal: Path, size: int, words: str, writable: bool) -> None:
    os.truncate(journal, size)
    assert words in what_is_wrong(journal, writable=writable)
    assert journal.stat().st_size == size
    assert list(journal.parent.iterdir()) == [journal]


@pytest.mark.parametrize("writable", [True, False])
@pytest.mark.parametrize("content", [b"hello, world " * 100, bytes(4096), b"SQLite format 3\0" + b"\xff" * 4080])
def test_a_file_that_is_no_database_is_refused_and_kept(path: Path, content: bytes, writable: bool) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    refusal(path, writable=writable)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("writable", [True, False])
def test_a_foreign_database_is_refused_and_kept(path: Path, writable: bool) -> None:
    path.parent.mkdir()
    edit(path, "CREATE TABLE day (date TEXT)", "INSERT INTO day VALUES ('2026-03-01')")
    before = path.read_bytes()
    assert "not a journal" in refusal(path, writable=writable)
    assert path.read_bytes() == before


@pytest.mark.parametrize("writable", [True, False])
def test_a_newer_journal_is_refused_and_kept(journal: Path, writable: bool) -> None:
    edit(journal, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = journal.read_bytes()
    assert "newer version" in refusal(journal, writable=writable)
    assert journal.read_bytes() == before


@pytest.mark.parametrize("writable", [True, False])
def test_what_is_no_file_is_refused(tmp_path: Path, writable: bool) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone.db")
    assert "not a file" in refusal(tmp_path / "folder", writable=writable)
    assert "not a file" in refusal(tmp_path / "pipe", writable=writable)
    assert "cannot be read" in refusal(tmp_path / "nowhere", writable=writable)
    assert "cannot be read" in refusal(tmp_path / "missing.db", writable=writable)
    assert sorted(item.name for item in tmp_path.iterdir()) == ["folder", "nowhere", "pipe"]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER spy AFTER INSERT ON day BEGIN INSERT INTO value VALUES ('spy', new.note); END",
        "CREATE VIEW spy AS SELECT * FROM day",
        "DROP TRIGGER day_fts_delete",
    ],
)
def test_changed_triggers_and_views_are_not_run(journal: Path, statement: str) -> None:
    edit(journal, statement)
    assert "schema was changed" in refusal(journal, writable=True)
    with opened(journal, writable=False) as store:
        assert store.day(DAY.replace(month=1, day=1)).note == "day 1"


def test_a_trigger_with_another_body_under_its_own_name_is_not_run(journal: Path) -> None:
    edit(
        journal,
        "DROP TRIGGER day_fts_insert",
        "CREATE TRIGGER day_fts_insert AFTER INSERT ON day BEGIN DELETE FROM day; END",
    )
    assert "day_fts_insert" in refusal(journal, writable=True)


def hot_copy(path: Path, folder: Path) -> Path:
    """A copy of the journal as a power cut in the middle of a save leaves it: half written, to be rolled back."""
    folder.mkdir()
    copy = folder / path.name
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 2")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE day SET did = ?", (LONG,))
        shutil.copy(path, copy)
        shutil.copy(f"{path}-journal", f"{copy}-journal")
        connection.execute("ROLLBACK")
    return copy


@pytest.mark.parametrize("writable", [True, False])
def test_a_half_written_save_is_rolled_back(journal: Path, tmp_path: Path, writable: bool) -> None:
    copy = hot_copy(journal, tmp_path / "cut")
    assert LONG[:500].encode() in copy.read_bytes()
    with opened(copy, writable=writable) as store:
        first = store.day(DAY.replace(month=1, day=1))
        assert (first.note, first.did) == ("day 1", None)
        assert faults(store) == []
    assert not copy.with_name("journal.db-journal").exists()


def test_an_empty_file_beside_a_leftover_journal_is_no_new_journal(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"")
    path.with_name("journal.db-journal").write_bytes(b"\0" * 600)
    refusal(path, writable=True)
    assert path.read_bytes() == b""


def test_a_damaged_page_is_found_before_the_first_write(journal: Path) -> None:
    content = bytearray(journal.read_bytes())
    content[8192:12288] = b"\x55" * 4096
    journal.write_bytes(content)
    assert what_is_wrong(journal, writable=True)
    session = open_session(paths_in(journal.parent), lambda: NOW)
    with closing(session), pytest.raises(JournalUnusable, match="is damaged"):
        change_day(session, DAY, {"stress": 3})
    assert journal.read_bytes() == bytes(content)
