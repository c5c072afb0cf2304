"""When a run of one command spares itself the full check: a large journal that passed it on the same day."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import JournalUnusable
from sciatica_journal.services.entries.days import mark_uneventful
from sciatica_journal.services.journal.opening import LARGE
from sciatica_journal.services.journal.paths import paths_in
from sciatica_journal.services.journal.session import open_session
from sciatica_journal.storage.history import changing
from tests.given import EVE, NOW, TODAY, SetClock


def write_journal(home: Path, characters: int) -> None:
    """Write a journal with one long note, and make the backup of the day."""
    session = open_session(paths_in(home), SetClock())
    with closing(session), changing(session.writer(), "note", NOW, "w") as change:
        change.put(Day(EVE, note="calf " * (characters // 5)))
    with closing(open_session(paths_in(home), SetClock())) as again:
        again.writer()
    assert list((home / "backups").iterdir())


def alter_value(home: Path) -> None:
    """Alter a value from outside, which the full check alone can notice."""
    with closing(sqlite3.connect(home / "journal.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA trusted_schema = ON")
        connection.execute("UPDATE day SET stress = 9")


def is_refused(home: Path, *, once_a_day: bool, days: int = 0) -> bool:
    """Whether a new session refuses to write the altered journal, `days` after it was written."""
    clock = SetClock(NOW + timedelta(days=days))
    with closing(open_session(paths_in(home), clock, check_once_a_day=once_a_day)) as session:
        try:
            mark_uneventful(session, TODAY)
        except JournalUnusable:
            return True
    return False


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """The folder of an altered journal that is large and was backed up today."""
    write_journal(tmp_path, LARGE)
    alter_value(tmp_path)
    return tmp_path


def test_a_large_journal_is_checked_once_a_day(large: Path) -> None:
    assert not is_refused(large, once_a_day=True)
    assert is_refused(large, once_a_day=True, days=1)


def test_the_app_checks_it_at_every_start(large: Path) -> None:
    assert is_refused(large, once_a_day=False)


def test_without_the_backup_of_the_day_it_is_checked(large: Path) -> None:
    for backup in (large / "backups").iterdir():
        backup.unlink()
    assert is_refused(large, once_a_day=True)


def test_a_small_journal_is_checked_at_every_command(tmp_path: Path) -> None:
    write_journal(tmp_path, 100)
    alter_value(tmp_path)
    assert is_refused(tmp_path, once_a_day=True)
