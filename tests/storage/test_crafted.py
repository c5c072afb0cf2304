"""Files that were crafted or altered from outside: the check finds it, and a sound journal is made where it can be."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import JournalUnusable
from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.exchange.exporting import export_jsonl
from sciatica_journal.services.journal.backups import backup, restore
from sciatica_journal.services.journal.health import check, mending
from sciatica_journal.services.journal.session import Session
from tests.given import window

from .journals import DAY, edit, note, opened

ADDED = [
    ("CREATE TRIGGER spy AFTER INSERT ON change BEGIN SELECT raise(ABORT, 'no'); END", "the trigger spy was added"),
    ("CREATE VIEW spy AS SELECT * FROM day", "the view spy was added"),
    ("DROP TRIGGER day_fts_update", "the trigger day_fts_update is missing"),
    ("UPDATE sqlite_sequence SET seq = 9223372036854775807", "the counter of changes was set"),
    ("UPDATE sqlite_sequence SET seq = 'many'", "the counter of changes was set"),
    ("CREATE UNIQUE INDEX once ON change (label)", "the index once was added"),
    ("CREATE INDEX fails ON change (abs(nullif(label, label)))", "the index fails was added"),
    ("ALTER TABLE change ADD COLUMN more TEXT CHECK (more IS NOT NULL) DEFAULT 'x'", "the table change is not as"),
    ('ALTER TABLE draft ADD COLUMN "a b" TEXT', "the table draft is not as"),
]
BAD_ROWS = [
    ("UPDATE change SET at = 'noon'", "change"),
    ("UPDATE change SET at = '2026-03-04T21:04:00'", "no offset"),
    ("UPDATE change SET at = '0001-01-01T00:00:00+23:59'", "change"),
    ("UPDATE change SET seq = 9223372036854775807", "out of range"),
    ("UPDATE version SET id = 9223372036854775807", "out of range"),
    ("INSERT INTO value (name, body) VALUES ('profile', '{')", "value"),
    ("INSERT INTO draft (name, day, at, body) VALUES ('d', 'x', 'x', 'x')", "draft"),
    ("INSERT INTO flag (trigger, tier, date, opened) VALUES ('saddle', 'E', 'x', 'x')", "flag"),
]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of a journal with one change."""
    with opened(tmp_path / "home" / "journal.db") as store:
        note(store, "heron")
    return tmp_path / "home"


@pytest.fixture
def session(home: Path) -> Iterator[Session]:
    """A session on it that has opened nothing yet."""
    with window(home) as session:
        yield session


@pytest.mark.parametrize(("statement", "words"), ADDED)
def test_what_was_added_is_found_and_left_out_of_a_journal_made_as_the_check_says(
    session: Session, home: Path, tmp_path: Path, statement: str, words: str
) -> None:
    edit(home / "journal.db", statement)
    found = check(session)
    assert words in "; ".join(found)
    assert "restore copy.db" in mending(found)
    exported = list(export_jsonl(session))
    restore(session, backup(session, tmp_path / "copy.db"))
    assert check(session) == []
    assert list(export_jsonl(session)) == exported
    assert change_day(session, DAY, {"mood": 3}).view.day == Day(DAY, note="heron", mood=3)


@pytest.mark.parametrize(("statement", "words"), BAD_ROWS)
def test_bad_rows_are_found_and_refused_by_restore(
    session: Session, home: Path, tmp_path: Path, statement: str, words: str
) -> None:
    note_before = (home / "journal.db").read_bytes()
    with window(home) as other:
        saved = backup(other, tmp_path / "crafted.db")
    edit(saved, "PRAGMA foreign_keys = OFF", statement, "UPDATE version SET change = (SELECT seq FROM change)")
    with pytest.raises(JournalUnusable, match=words) as caught:
        restore(session, saved)
    assert "earlier versions" in caught.value.hint
    assert (home / "journal.db").read_bytes() == note_before
    (home / "journal.db").write_bytes(saved.read_bytes())
    session.reopen()
    assert words in "; ".join(check(session))


@pytest.mark.parametrize(
    ("statement", "words", "way"),
    [
        ("DROP TABLE draft", "the table draft is missing", "import records.jsonl"),
        ("DROP TABLE value", "the table value is missing", "names the newest backup"),
        ("DROP TABLE run", "no such table: run", "names the newest backup"),
        ("ALTER TABLE version RENAME COLUMN before TO earlier", "no such column: before", "names the newest backup"),
    ],
)
def test_what_is_missing_is_a_fault_with_a_way_that_works(
    session: Session, home: Path, statement: str, words: str, way: str
) -> None:
    edit(home / "journal.db", statement)
    (found,) = check(session)
    assert words in found
    assert "sciatica-journal check" not in found
    assert way in mending([found])


@pytest.mark.parametrize("number", [9223372036854775807, -1])
def test_a_spent_counter_is_no_full_disk(session: Session, home: Path, number: int) -> None:
    edit(home / "journal.db", f"UPDATE sqlite_sequence SET seq = {number}")
    with pytest.raises(JournalUnusable, match="altered from outside"):
        change_day(session, DAY, {"mood": 3})


def test_an_index_that_only_finds_is_no_fault(session: Session, home: Path) -> None:
    edit(home / "journal.db", "CREATE INDEX by_stress ON day (stress)", "CREATE TABLE mine (a)")
    assert check(session) == []


def test_a_history_that_does_not_read_leaves_the_way_of_export_and_import(session: Session, home: Path) -> None:
    edit(home / "journal.db", "UPDATE change SET at = 'noon'")
    assert "import records.jsonl" in mending(check(session))


def test_a_record_out_of_its_day_is_found(session: Session, home: Path) -> None:
    edit(home / "journal.db", "UPDATE day SET n = n + 100000")
    assert "out of its day" in "; ".join(check(session))
