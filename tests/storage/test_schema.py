"""Journals of every released schema open, are brought up to this version's, and lose nothing."""

import gzip
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from sciatica_journal.domain.plain import to_plain
from sciatica_journal.domain.run import Run
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.check import faults, unreadable
from sciatica_journal.storage.drafts import load_draft
from sciatica_journal.storage.flags import open_flags
from sciatica_journal.storage.history import redo, undo
from sciatica_journal.storage.opening import needs_upgrade, upgrade
from sciatica_journal.storage.recognising import SCHEMA_VERSION
from sciatica_journal.storage.search import search
from sciatica_journal.storage.tables import TABLES, checksum, compact, first_n
from sciatica_journal.storage.values import load_value
from sciatica_journal.storage.version_rows import versions_of_day
from tests.given import window

from .journals import edit, note, opened
from .make_fixture import BEFORE, DAY, DRAFT, FOLDER, RECORDS, SINCE_2, SINCE_3, SINCE_4, SINCE_5, UNDONE, write_journal

VERSIONS = range(1, SCHEMA_VERSION + 1)


@pytest.fixture(params=VERSIONS)
def session(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Session]:
    """A session on the journal of an older schema, or of this one."""
    packed = FOLDER / f"version-{request.param}.db.gz"
    (tmp_path / "journal.db").write_bytes(gzip.decompress(packed.read_bytes()))
    with window(tmp_path) as session:
        yield session


def test_it_is_brought_up_to_date_and_sound(session: Session) -> None:
    store = session.writer()
    assert store.rows("PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert not needs_upgrade(store.connection)
    assert faults(store) == unreadable(store) == []


def test_every_record_reads_as_it_was_written(session: Session) -> None:
    store = session.readable()
    for record in RECORDS:
        assert store.get(record.TYPE, record.key) == record
    assert [hit.key for hit in search(store, "grun l5")] == [DAY.isoformat()]
    assert [hit.kind for hit in search(store, "muddy")] == ["run"]


def test_what_came_with_version_2_reads_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / "journal.db").write_bytes(gzip.decompress((FOLDER / "version-2.db.gz").read_bytes()))
    with window(tmp_path) as session:
        store = session.readable()
        assert [store.get(record.TYPE, record.key) for record in SINCE_2] == list(SINCE_2)
        assert [hit.kind for hit in search(store, "outer")] == ["sign"]


def test_what_came_with_version_3_reads_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / "journal.db").write_bytes(gzip.decompress((FOLDER / "version-3.db.gz").read_bytes()))
    with window(tmp_path) as session:
        store = session.readable()
        assert [store.get(record.TYPE, record.key) for record in SINCE_3] == list(SINCE_3)


def test_what_came_with_version_4_reads_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / "journal.db").write_bytes(gzip.decompress((FOLDER / "version-4.db.gz").read_bytes()))
    with window(tmp_path) as session:
        store = session.readable()
        assert [store.get(record.TYPE, record.key) for record in SINCE_4] == list(SINCE_4)


def test_what_came_with_version_5_reads_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / "journal.db").write_bytes(gzip.decompress((FOLDER / "version-5.db.gz").read_bytes()))
    with window(tmp_path) as session:
        store = session.readable()
        assert [store.get(record.TYPE, record.key) for record in SINCE_5] == list(SINCE_5)


def test_a_stride_that_an_older_journal_carried_along_is_read_or_stays_under_another_name(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(gzip.decompress((FOLDER / "version-4.db.gz").read_bytes()))
    columns = [name for name in TABLES["run"].columns if name != "stride"]
    with closing(sqlite3.connect(path)) as connection, connection:
        for ident, said in (("run-1", '{"stride":"limp","x":1}'), ("run-2", '{"stride":1.05}')):
            (row,) = connection.execute(f"SELECT {', '.join(columns)} FROM run WHERE id = ?", [ident])
            row = (*row[:-1], said)
            connection.execute("UPDATE run SET extra = ?, checksum = ? WHERE id = ?", [said, checksum(row), ident])
    with window(tmp_path) as session:
        store = session.writer()
        one, two = store.get("run", "run-1"), store.get("run", "run-2")
        assert isinstance(one, Run)
        assert isinstance(two, Run)
        assert (one.stride, dict(one.extra), dict(two.extra)) == ("limp", {"x": 1}, {"other_stride": 1.05})
        assert faults(store) == unreadable(store) == []
        assert [hit.kind for hit in search(store, "muddy")] == ["run"]
        note(store, "after it")


def test_a_run_that_was_altered_in_an_older_journal_is_still_told(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(gzip.decompress((FOLDER / "version-4.db.gz").read_bytes()))
    edit(path, "UPDATE run SET effort = 9 WHERE id = 'run-2'")
    with window(tmp_path) as session:
        assert faults(session.readable()) == ["altered: run run-2"]


@pytest.mark.parametrize("version", [1, 2, 3])
def test_a_trial_that_an_older_program_carried_along_moves_into_its_table(tmp_path: Path, version: int) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(gzip.decompress((FOLDER / f"version-{version}.db.gz").read_bytes()))
    trial, unsound = SINCE_4[0], {"type": "draw", "id": "d", "date": "2026-03-04", "number": 0}
    with closing(sqlite3.connect(path)) as connection, connection:
        for number, body in enumerate((to_plain(trial), unsound)):
            row = (f"k{number}", body["date"], compact(body))
            n = first_n(date.fromisoformat(row[1])) + 50
            connection.execute("INSERT INTO other VALUES (?, ?, ?, ?, ?)", (n, *row, checksum(row)))
    with window(tmp_path) as session:
        store = session.writer()
        assert store.get("trial", trial.key) == trial
        assert store.rows("SELECT id FROM other WHERE id LIKE 'k%'") == [("k1",)]
        assert faults(store) == unreadable(store) == []


def test_history_drafts_values_and_flags_are_there(session: Session) -> None:
    store = session.writer()
    changed = [version for _, _, version in versions_of_day(store, DAY) if version.kind == "day" and version.before]
    assert changed[-1].before == {"type": "day", "date": "2026-03-04", "stress": 1, "note": BEFORE.note}
    assert redo(store) is not None
    assert store.get("run", "undone") == UNDONE
    for _ in range(4):
        assert undo(store) is not None
    assert store.day(DAY) == BEFORE
    assert load_draft(store, "quick line") == DRAFT
    assert load_value(store, "reading") == {"positions": {"start-here": 12}, "read": ["red-flags"]}
    assert [flag.trigger for flag in open_flags(store)] == ["saddle"]


def test_the_newest_fixture_has_the_schema_that_a_new_journal_gets(session: Session, tmp_path: Path) -> None:
    write_journal(tmp_path / "new" / "journal.db")
    schema = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE '\\_sqlite%' ESCAPE '\\' ORDER BY name"
    with opened(tmp_path / "new" / "journal.db") as new:
        assert session.writer().rows(schema) == new.rows(schema)


def test_bringing_up_to_date_twice_changes_nothing(session: Session) -> None:
    store = session.writer()
    before = store.rows("SELECT * FROM sqlite_schema")
    upgrade(store.connection)
    assert store.rows("SELECT * FROM sqlite_schema") == before


def test_an_older_journal_is_backed_up_before_it_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(gzip.decompress((FOLDER / "version-1.db.gz").read_bytes()))
    edit(path, "PRAGMA user_version = 0")
    older = path.read_bytes()
    with window(tmp_path) as session:
        session.writer()
    (backup,) = (tmp_path / "backups").glob("before-upgrade-*.db")
    with opened(backup, writable=False) as kept:
        assert kept.is_copy
        assert all(kept.get(record.TYPE, record.key) == record for record in RECORDS)
    assert len(older) == backup.stat().st_size
