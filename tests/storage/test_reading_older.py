"""A journal of an older version: reading works and leaves the file as it is; writing backs it up and upgrades it."""

import gzip
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from sqlite_utils import Database, Migrations

from sciatica_journal.domain.errors import JournalUnusable
from sciatica_journal.services.entries.days import change_day, view_day
from sciatica_journal.services.entries.undoing import undo
from sciatica_journal.services.exchange.exporting import export_jsonl
from sciatica_journal.services.exchange.taking_back import list_imports
from sciatica_journal.services.history.searching import find
from sciatica_journal.services.history.showing import recorded_views
from sciatica_journal.services.journal.backups import backup, restore
from sciatica_journal.services.journal.beginning import begin
from sciatica_journal.services.journal.health import check, where
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.flags import open_notices
from sciatica_journal.storage import recognising, schema
from sciatica_journal.storage.opening import upgrade
from tests.given import window

from .journals import edit, note, opened
from .make_fixture import DAY, EVE, FOLDER

FUTURE = recognising.SCHEMA_VERSION + 1

READING: tuple[Callable[[Session], Any], ...] = (
    lambda session: view_day(session, DAY),
    lambda session: recorded_views(session, EVE, DAY),
    lambda session: find(session, "muddy"),
    lambda session: list(export_jsonl(session)),
    list_imports,
    check,
    where,
    open_notices,
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with the journal of version 1 in it and nothing else."""
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / "journal.db").write_bytes(gzip.decompress((FOLDER / "version-1.db.gz").read_bytes()))
    return folder


@pytest.fixture
def future(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program one schema further on: a column more, filled from what was there, and a table more."""
    later = Migrations(schema.migrations.name)
    for known in schema.migrations._migrations:
        later(name=known.name)(known.fn)

    @later()
    def m999_future(db: Database) -> None:
        db.execute("ALTER TABLE value ADD COLUMN size INTEGER")
        db.execute("UPDATE value SET size = length(body)")
        db.execute("CREATE TABLE future (n INTEGER PRIMARY KEY) STRICT")
        db.execute(f"PRAGMA user_version = {FUTURE}")

    monkeypatch.setattr(schema, "migrations", later)
    monkeypatch.setattr(recognising, "SCHEMA_VERSION", FUTURE)


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


@pytest.mark.usefixtures("future")
def test_reading_works_and_leaves_the_file_byte_for_byte(home: Path) -> None:
    before = (home / "journal.db").read_bytes()
    for read in READING:
        with window(home) as session:
            read(session)
    with window(home) as session:
        view = view_day(session, DAY)
        assert (view.day.pain_worst, view.runs[0].title) == (5, "Lunch run")
        assert [hit.key for hit in find(session, "muddy")] == ["run-1"]
        assert check(session) == []
        assert where(session)["first_day"] == EVE.isoformat()
        assert session.readable().rows("SELECT size > 0 FROM value") == [(1,)]
    assert (home / "journal.db").read_bytes() == before
    assert [path.name for path in home.iterdir()] == ["journal.db"]


@pytest.mark.usefixtures("future")
def test_what_was_opened_for_reading_cannot_be_written(home: Path) -> None:
    with opened(home / "journal.db", writable=False) as store, pytest.raises(JournalUnusable):
        store.rows("DELETE FROM day")


@pytest.mark.usefixtures("future")
@pytest.mark.parametrize("write", [lambda session: change_day(session, DAY, {"mood": 1}), begin, undo])
def test_writing_and_the_app_back_it_up_as_it_was_and_upgrade_it(home: Path, write: Callable[[Session], Any]) -> None:
    with window(home) as session:
        write(session)
        assert check(session) == []
    (kept,) = (home / "backups").glob("before-upgrade-*.db")
    assert (version_of(kept), version_of(home / "journal.db")) == (1, FUTURE)


@pytest.mark.usefixtures("future")
def test_a_backup_of_an_older_journal_is_one_of_its_own_version_and_is_restored_into_the_new(home: Path) -> None:
    before = (home / "journal.db").read_bytes()
    with window(home) as session:
        exported = list(export_jsonl(session))
        saved = backup(session)
        assert version_of(saved) == 1
        assert (home / "journal.db").read_bytes() == before
        report = restore(session, saved)
        assert report.kept is not None
        assert not report.was_damaged
        assert list(export_jsonl(session)) == exported
        assert check(session) == []
    assert version_of(home / "journal.db") == FUTURE


@pytest.mark.usefixtures("future")
def test_two_windows_may_bring_it_up_to_date_at_a_time(home: Path) -> None:
    together = Barrier(2)

    def bring(text: str) -> None:
        with opened(home / "journal.db") as store:
            assert store.needs_upgrade
            together.wait()
            upgrade(store.connection)
            note(store, text)

    with ThreadPoolExecutor() as threads:
        list(threads.map(bring, ("heron", "stork")))
    with window(home) as session:
        assert check(session) == []


def test_an_older_journal_whose_upgrade_fails_is_told_in_words_and_stays(home: Path) -> None:
    edit(home / "journal.db", "PRAGMA user_version = 0", "DROP TABLE _sqlite_migrations")
    before = (home / "journal.db").read_bytes()
    uses: tuple[Callable[[Session], Any], ...] = (
        lambda session: view_day(session, DAY),
        lambda session: change_day(session, DAY, {"mood": 1}),
    )
    for use in uses:
        with window(home) as session, pytest.raises(JournalUnusable) as caught:
            use(session)
        assert caught.value.hint
    assert (home / "journal.db").read_bytes() == before


def test_code_in_an_older_journal_is_not_run_by_the_upgrade(home: Path) -> None:
    edit(
        home / "journal.db",
        "CREATE TRIGGER evil AFTER DELETE ON other BEGIN DELETE FROM day; END",
        'CREATE VIEW "sp""y" AS SELECT * FROM day',
        "PRAGMA user_version = 0",
    )
    before = (home / "journal.db").read_bytes()
    with window(home) as session:
        assert view_day(session, date(2026, 3, 4)).day.pain_worst == 5
        with pytest.raises(JournalUnusable, match="evil"):
            change_day(session, DAY, {"mood": 1})
    assert (home / "journal.db").read_bytes() == before
