"""Daily backups grow thinner with age, and whatever else lies in their folder stays."""

import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from sciatica_journal.domain.errors import JournalUnusable
from sciatica_journal.storage.backup import daily_name, remove_leftovers, thin_out

FIRST = date(2025, 1, 6)
"""A Monday."""


def kept_days(folder: Path) -> list[date]:
    return sorted(date.fromisoformat(path.name[8:18]) for path in folder.glob("journal-????-??-??.db"))


def test_two_years_of_daily_backups_leave_fourteen_days_eight_weeks_and_twelve_months(tmp_path: Path) -> None:
    for number in range(730):
        today = FIRST + timedelta(days=number)
        (tmp_path / daily_name(today)).touch()
        thin_out(tmp_path, today)
    kept = kept_days(tmp_path)
    assert len(kept) <= 14 + 8 + 13
    assert kept[-14:] == [today - timedelta(days=age) for age in reversed(range(14))]
    for weeks in range(8):
        begun = today - timedelta(days=7 * weeks)
        assert any(begun - timedelta(days=7) < day <= begun for day in kept)
    months = {(day.year, day.month) for day in kept}
    assert months >= {(2026, month) for month in range(1, 13)}
    assert min(kept) > today - timedelta(days=373)


def test_backups_made_before_something_keep_the_newest_ten(tmp_path: Path) -> None:
    for number in range(10, 25):
        (tmp_path / f"import-before-2026-03-{number}-120000.db").touch()
    removed = thin_out(tmp_path, date(2026, 3, 4))
    assert sorted(path.name[14:24] for path in removed) == [f"2026-03-{number}" for number in range(10, 15)]
    assert len(list(tmp_path.iterdir())) == 10


def test_what_only_looks_like_a_backup_stays(tmp_path: Path) -> None:
    names = [
        "journal-2020-13-45.db",
        "journal-2020-01-01.db.txt",
        "journal-old.db",
        "my own.db",
        "backup-2020-01-01.db",
    ]
    for name in [*names, "journal-2020-01-01.db"]:
        (tmp_path / name).touch()
    assert [path.name for path in thin_out(tmp_path, date(2026, 3, 4))] == ["journal-2020-01-01.db"]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)


def test_backups_of_a_clock_that_was_ahead_stay(tmp_path: Path) -> None:
    (tmp_path / "journal-2199-01-01.db").touch()
    assert thin_out(tmp_path, date(2026, 3, 4)) == []


def test_a_backup_that_cannot_be_removed_is_told(tmp_path: Path) -> None:
    (tmp_path / "journal-2020-01-01.db").mkdir()
    with pytest.raises(JournalUnusable, match="cannot be used"):
        thin_out(tmp_path, date(2026, 3, 4))


def test_unfinished_copies_go_the_day_after(tmp_path: Path) -> None:
    leftover = tmp_path / f".{daily_name(FIRST)}.4711.new"
    leftover.touch()
    noon = 1772622000
    os.utime(leftover, (noon, noon))
    day = date.fromtimestamp(noon)
    assert remove_leftovers(tmp_path, day) == []
    assert remove_leftovers(tmp_path, day + timedelta(days=1)) == [leftover]
    assert not leftover.exists()
