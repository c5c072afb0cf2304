"""Backups and restore: nothing is ever lost, and a backup from elsewhere is input."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import InvalidValue, JournalUnusable, NotThere
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.plain import Record
from sciatica_journal.services.entries.undoing import undo
from sciatica_journal.services.exchange.exporting import export_jsonl
from sciatica_journal.services.journal.backups import backup, restore
from sciatica_journal.services.journal.health import check, where
from sciatica_journal.services.journal.paths import paths_in
from sciatica_journal.services.journal.session import Session, open_session
from sciatica_journal.storage.drafts import Draft, load_draft, save_draft
from sciatica_journal.storage.history import changing
from sciatica_journal.storage.search import search
from sciatica_journal.storage.values import load_value, save_value

NOW = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)
DAY = date(2026, 3, 1)


def session_in(folder: Path) -> Session:
    return open_session(paths_in(folder), lambda: NOW)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = session_in(tmp_path / "home")
    yield opened
    opened.close()


def put(session: Session, *records: Record) -> None:
    with changing(session.writer(), "log", NOW, "w") as change:
        for record in records:
            change.put(record)


def test_a_backup_is_private_whole_and_never_overwrites(session: Session, tmp_path: Path) -> None:
    put(session, Day(DAY, note="heron"))
    first, second = backup(session), backup(session)
    assert first != second
    assert first.parent == second.parent == session.paths.backups
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
    named = backup(session, tmp_path / "mine.db")
    with pytest.raises(JournalUnusable, match="exists already"):
        backup(session, named)
    (tmp_path / "stick").mkdir()
    assert backup(session, tmp_path / "stick").parent == tmp_path / "stick"


def test_there_is_nothing_to_back_up_or_check_before_the_first_day(session: Session, tmp_path: Path) -> None:
    for service in (backup, check):
        with pytest.raises(NotThere):
            service(session)
    assert where(session)["exists"] is False
    assert not (tmp_path / "home").exists()


def test_everything_comes_back_and_the_present_journal_is_kept(session: Session) -> None:
    put(session, Day(DAY, note="heron"), Moment("m", DAY, text="quiet [L5-S1]"))
    put(session, Day(DAY, note="heron", stress=3))
    save_draft(session.writer(), Draft("day", DAY, NOW, {"note": "her"}))
    save_value(session.writer(), "profile", {"known": []})
    saved = backup(session)
    exported = list(export_jsonl(session))
    put(session, Day(DAY, note="gone later"))
    later = list(export_jsonl(session))
    report = restore(session, saved)
    assert list(export_jsonl(session)) == exported
    assert {kind: count for kind, count in report.records.items() if count} == {"day": 1, "moment": 1}
    assert not report.was_damaged
    store = session.readable()
    assert [hit.key for hit in search(store, "heron")] == ["2026-03-01"]
    assert load_draft(store, "day") == Draft("day", DAY, NOW, {"note": "her"})
    assert load_value(store, "profile") == {"known": []}
    assert check(session) == []
    assert report.kept is not None
    assert undo(session) is not None
    assert session.readable().day(DAY) == Day(DAY, note="heron")
    restore(session, report.kept)
    assert list(export_jsonl(session)) == later


def test_a_backup_is_restored_where_there_is_no_journal(session: Session, tmp_path: Path) -> None:
    put(session, Day(DAY, stress=3))
    saved = backup(session, tmp_path / "stick.db")
    other = session_in(tmp_path / "new")
    report = restore(other, saved)
    assert report.kept is None
    assert list(export_jsonl(other)) == list(export_jsonl(session))
    assert stat.S_IMODE(other.paths.journal.stat().st_mode) == 0o600
    other.close()


@pytest.mark.parametrize("cut", ["text", "short", "zeros"])
def test_a_damaged_journal_is_kept_under_a_new_name_with_its_side_files(
    session: Session, tmp_path: Path, cut: str
) -> None:
    put(session, Day(DAY, stress=3, note="heron"))
    saved = backup(session, tmp_path / "good.db")
    session.close()
    journal = session.paths.journal
    whole = journal.read_bytes()
    damaged = {
        "text": whole.replace(b"heron", b"herXn"),
        "short": whole[:100],
        "zeros": whole[:4096] + bytes(len(whole) - 4096),
    }[cut]
    journal.write_bytes(damaged)
    session.reopen()
    assert check(session)
    session.close()
    side = journal.with_name("journal.db-journal")
    side.write_bytes(b"left by a crash")
    report = restore(session, saved)
    assert report.was_damaged
    assert report.kept is not None
    assert report.kept.name == f"journal-damaged-{session.now():%Y-%m-%d-%H%M%S}.db"
    assert report.kept.read_bytes() == damaged
    assert not side.exists()
    assert session.readable().day(DAY) == Day(DAY, stress=3, note="heron")
    assert check(session) == []


def altered(path: Path, *statements: str) -> Path:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("PRAGMA application_id = 7", "not a journal"),
        ("PRAGMA user_version = 99", "newer version"),
        ("UPDATE day SET stress = 9", "altered"),
        ("UPDATE day SET n = n + 100000", "out of its day"),
        ("UPDATE version SET after = '{'", "version"),
        ("UPDATE version SET key = 'other'", "of another record"),
        ("UPDATE change SET at = 'noon'", "change"),
        ("DROP TABLE draft", "draft is missing"),
    ],
)
def test_foreign_newer_and_damaged_backups_are_refused_and_nothing_changes(
    session: Session, tmp_path: Path, statement: str, words: str
) -> None:
    put(session, Day(DAY, stress=3))
    saved = altered(backup(session, tmp_path / "other.db"), "DROP TRIGGER day_fts_update", statement)
    content = saved.read_bytes()
    before = session.paths.journal.read_bytes()
    with pytest.raises(JournalUnusable, match=words):
        restore(session, saved)
    assert session.paths.journal.read_bytes() == before
    assert saved.read_bytes() == content
    assert {path.name for path in session.paths.journal.parent.iterdir()} <= {"journal.db", "backups"}
    assert session.readable().day(DAY) == Day(DAY, stress=3)


def test_code_that_a_backup_brings_along_is_never_run_and_not_copied(session: Session, tmp_path: Path) -> None:
    put(session, Day(DAY, stress=3))
    saved = altered(
        backup(session, tmp_path / "other.db"),
        "CREATE TRIGGER evil AFTER INSERT ON day BEGIN DELETE FROM moment; END",
        "CREATE VIEW spy AS SELECT * FROM day",
    )
    restore(session, saved)
    names = {name for (name,) in session.writer().rows("SELECT name FROM sqlite_schema")}
    assert not names & {"evil", "spy"}
    tampered = altered(saved, "ALTER TABLE moment RENAME TO hidden", "CREATE VIEW moment AS SELECT * FROM hidden")
    with pytest.raises(JournalUnusable, match="moment is not a table"):
        restore(session, tampered)


def test_what_is_no_backup_is_refused_in_words(session: Session, tmp_path: Path) -> None:
    put(session, Day(DAY, stress=3))
    text = tmp_path / "notes.db"
    text.write_text("not a database" * 100)
    for source, error in (
        (tmp_path / "missing.db", NotThere),
        (session.paths.journal, InvalidValue),
        (tmp_path, JournalUnusable),
        (text, JournalUnusable),
    ):
        with pytest.raises(error):
            restore(session, source)
    assert session.readable().day(DAY) == Day(DAY, stress=3)


def test_a_second_window_gets_a_clear_error_and_loses_nothing_it_was_told_is_saved(
    session: Session, tmp_path: Path
) -> None:
    put(session, Day(DAY, stress=3))
    saved = backup(session, tmp_path / "good.db")
    second = session_in(tmp_path / "home")
    put(second, Day(DAY, stress=4))
    report = restore(session, saved)
    with pytest.raises(JournalUnusable, match=r"moved or replaced"):
        put(second, Day(DAY, stress=5))
    assert session.readable().day(DAY) == Day(DAY, stress=3)
    assert check(session) == []
    assert report.kept is not None
    kept = session_in(tmp_path / "kept")
    kept.paths.journal.parent.mkdir()
    os.link(report.kept, kept.paths.journal)
    assert kept.readable().day(DAY) == Day(DAY, stress=4)
    kept.close()
    second.close()


def test_a_window_in_the_middle_of_saving_is_waited_for_and_not_overrun(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(session, Day(DAY, stress=3))
    saved = backup(session, tmp_path / "good.db")
    monkeypatch.setattr("sciatica_journal.storage.opening.BUSY_SECONDS", 0.1)
    busy = sqlite3.connect(session.paths.journal, isolation_level=None)
    busy.execute("BEGIN IMMEDIATE")
    with pytest.raises(JournalUnusable, match="locked"):
        restore(session, saved)
    busy.execute("ROLLBACK")
    busy.close()
    assert not restore(session, saved).was_damaged


def test_where_says_what_is_there(session: Session) -> None:
    put(session, Day(DAY, stress=3), Moment("m", date(2026, 3, 4)))
    saved = backup(session)
    found = where(session)
    assert (found["first_day"], found["last_day"]) == ("2026-03-01", "2026-03-04")
    assert found["records"]["day"] == found["records"]["moment"] == 1
    assert found["newest_backup"] == str(saved)
    assert found["bytes"] == session.paths.journal.stat().st_size
    assert found["problem"] is None
    session.close()
    session.paths.journal.write_bytes(b"no journal")
    session.reopen()
    assert "not a journal" in where(session)["problem"]
    assert len(check(session)) == 1
