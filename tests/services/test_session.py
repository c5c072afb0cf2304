"""The session: the clock and the day, opening for reading and writing, the daily backup."""

import os
import sys
import time
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sciatica_journal.domain.errors import InvalidValue, JournalUnusable, NotThere
from sciatica_journal.services.entries.days import change_day, view_day
from sciatica_journal.services.journal.paths import paths_in
from sciatica_journal.services.journal.session import open_session, system_clock
from sciatica_journal.storage.check import faults
from sciatica_journal.storage.store import Store
from tests.given import EVE, NOW, TODAY, SetClock, window


def backups(home: Path) -> list[str]:
    """The names in the backups folder, hidden ones too."""
    folder = home / "backups"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_reading_creates_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with window(home) as session:
        assert session.reader() is None
        assert view_day(session, TODAY).is_empty
        with pytest.raises(NotThere, match="no journal yet"):
            session.readable()
    assert not home.exists()


def test_reading_an_existing_journal_changes_no_byte_and_makes_no_backup(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        change_day(session, TODAY, {"stress": 3})
    before = (tmp_path / "journal.db").read_bytes()
    with window(tmp_path, SetClock(NOW + timedelta(days=1))) as session:
        assert view_day(session, TODAY).day.stress == 3
    assert (tmp_path / "journal.db").read_bytes() == before
    assert list(tmp_path.iterdir()) == [tmp_path / "journal.db"]


def test_the_home_zone_says_which_day_it_is(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("home_zone = 'Pacific/Auckland'\nday_ends = '04:00'\n")
    clock = SetClock(datetime(2026, 3, 4, 15, 30, 1, 999, tzinfo=UTC))
    with window(tmp_path, clock) as session:
        assert session.now() == datetime(2026, 3, 5, 4, 30, 1, tzinfo=ZoneInfo("Pacific/Auckland"))
        assert session.today() == date(2026, 3, 5)
        clock.now -= timedelta(minutes=31)
        assert session.today() == TODAY


def test_an_open_program_goes_on_to_the_next_day_when_the_day_ends(tmp_path: Path) -> None:
    clock = SetClock(datetime(2026, 3, 5, 2, 59, tzinfo=ZoneInfo("Europe/Vienna")))
    with window(tmp_path, clock) as session:
        with pytest.raises(InvalidValue, match="in the future"):
            change_day(session, date(2026, 3, 5), {"stress": 3})
        clock.now += timedelta(minutes=1)
        assert change_day(session, date(2026, 3, 5), {"stress": 3}).view.day.stress == 3


def test_the_first_write_of_a_day_makes_its_backup_also_in_a_program_that_stays_open(tmp_path: Path) -> None:
    clock = SetClock()
    with window(tmp_path, clock) as session:
        change_day(session, TODAY, {"stress": 3})
        assert backups(tmp_path) == []
        for day in (5, 6):
            clock.now = NOW.replace(day=day)
            change_day(session, TODAY, {"mood": day})
            change_day(session, TODAY, {"energy": day})
        assert backups(tmp_path) == ["journal-2026-03-05.db", "journal-2026-03-06.db"]
    with closing(Store(tmp_path / "backups" / "journal-2026-03-06.db", writable=False)) as store:
        assert faults(store) == []
        assert (store.day(TODAY).mood, store.day(TODAY).energy) == (5, 5)


def test_a_backup_that_cannot_be_made_is_told_once_and_saving_goes_on(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        change_day(session, TODAY, {"stress": 3})
    (tmp_path / "backups").write_text("a file in the folder's place")
    with window(tmp_path, SetClock(NOW + timedelta(days=1))) as session:
        for mood in (5, 6):
            assert change_day(session, TODAY, {"mood": mood}).view.day.mood == mood
        (problem,) = session.problems
        assert problem.startswith("backup: today's backup was not made. ")


def test_leftovers_of_killed_programs_go_with_the_next_day_s_backup(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        change_day(session, TODAY, {"stress": 3})
    leftovers = [
        tmp_path / ".journal.db.123.new",
        tmp_path / ".journal.db.123.restore",
        tmp_path / "backups" / ".journal-2026-03-01.db.77.new",
        tmp_path / "backups" / ".journal-2026-03-01.db.77.new-journal",
    ]
    mine = [tmp_path / ".bashrc.new", tmp_path / "journal.db.new", tmp_path / ".journal.db.9.new"]
    (tmp_path / "backups").mkdir()
    for path in [*leftovers, *mine]:
        path.write_text("private words")
        os.utime(path, (NOW.timestamp(), NOW.timestamp()))
    os.utime(mine[-1], ((NOW + timedelta(days=1)).timestamp(),) * 2)
    with window(tmp_path, SetClock(NOW + timedelta(days=1))) as session:
        change_day(session, TODAY, {"mood": 5})
    assert not any(path.exists() for path in leftovers)
    assert all(path.exists() for path in mine)


def test_a_damaged_journal_is_read_but_not_written(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        change_day(session, TODAY, {"note": "an honest word"})
    path = tmp_path / "journal.db"
    path.write_bytes(path.read_bytes().replace(b"honest", b"forged"))
    damaged = path.read_bytes()
    with window(tmp_path) as session:
        assert view_day(session, TODAY).day.note == "an forged word"
        for _ in range(2):
            with pytest.raises(JournalUnusable, match=r"altered: day 2026-03-04.*Nothing was written"):
                change_day(session, TODAY, {"stress": 3})
    assert path.read_bytes() == damaged


def test_a_dangling_link_is_told_and_nothing_is_made(tmp_path: Path) -> None:
    (tmp_path / "journal.db").symlink_to(tmp_path / "gone.db")
    with window(tmp_path) as session, pytest.raises(JournalUnusable, match="cannot be read"):
        session.writer()
    assert not (tmp_path / "gone.db").exists()


def test_reopening_reads_the_file_that_is_there_now(tmp_path: Path) -> None:
    with window(tmp_path) as session, window(tmp_path / "other") as other:
        change_day(session, TODAY, {"stress": 3})
        change_day(other, TODAY, {"stress": 9})
        os.replace(other.paths.journal, session.paths.journal)
        session.reopen()
        assert view_day(session, TODAY).day.stress == 9
        assert change_day(session, EVE, {"stress": 1}).view.day.stress == 1


def test_ids_differ_and_the_clock_has_a_zone(tmp_path: Path) -> None:
    session = open_session(paths_in(tmp_path))
    assert len({session.new_id() for _ in range(100)}) == 100
    assert system_clock().tzinfo is not None
    assert abs(session.now() - datetime.now(UTC)) < timedelta(seconds=5)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no TZ")
def test_the_clock_follows_the_machine_into_another_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        for zone in ("Europe/Vienna", "Asia/Kathmandu"):
            patch.setenv("TZ", zone)
            assert system_clock().utcoffset() == datetime.now(ZoneInfo(zone)).utcoffset()
    time.tzset()
