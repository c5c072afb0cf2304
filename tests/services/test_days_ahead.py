"""After a flight west, or once the clock was set back, a recorded day lies ahead of today."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from sciatica_journal.domain.dates import parse_day, parse_days
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.services.entries.days import change_day, view_day
from sciatica_journal.services.exchange.exporting import export_to
from sciatica_journal.services.exchange.importing import run_import
from sciatica_journal.services.exchange.planning import plan_import
from sciatica_journal.services.history.looking_back import is_recorded, last_day
from sciatica_journal.services.journal.session import Session
from tests.given import NOW, TODAY, SetClock, window

AHEAD = TODAY + timedelta(days=1)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A session in which tomorrow is recorded already."""
    clock = SetClock(NOW + timedelta(days=1))
    with window(tmp_path / "home", clock) as session:
        change_day(session, AHEAD, {"note": "written before the flight"})
        clock.now = NOW
        yield session


def lines(folder: Path, *texts: str) -> Path:
    path = folder / "lines.jsonl"
    path.write_text("\n".join(texts))
    return path


def test_the_last_day_is_the_recorded_one(session: Session, tmp_path: Path) -> None:
    assert last_day(session) == AHEAD
    assert [is_recorded(session, AHEAD + timedelta(days=days)) for days in (-1, 0, 1)] == [False, True, False]
    with window(tmp_path / "other") as other:
        assert last_day(other) == TODAY


def test_it_can_be_named_but_none_after_it() -> None:
    assert parse_day(AHEAD.isoformat(), TODAY, AHEAD) == AHEAD
    assert parse_days("..", TODAY, AHEAD)[1] == parse_days(f"..{AHEAD}", TODAY, AHEAD)[1] == AHEAD
    for latest in (AHEAD, TODAY - timedelta(days=9), None):
        with pytest.raises(InvalidValue, match="in the future"):
            parse_day((AHEAD + timedelta(days=1)).isoformat(), TODAY, latest)


def test_a_journal_s_own_export_is_imported_again(session: Session, tmp_path: Path) -> None:
    export = export_to(session, "jsonl", tmp_path / "mine.jsonl").path
    assert plan_import(session, [export]).totals == {"new": 0, "merged": 0, "skipped": 1, "refused": 0, "left_out": 0}
    with window(tmp_path / "new") as other:
        run_import(other, plan_import(other, [export]))
        assert view_day(other, AHEAD).day == Day(AHEAD, note="written before the flight")


@pytest.mark.parametrize(("days", "is_read"), [(2, True), (3, False)])
def test_two_days_ahead_are_read_and_no_more(tmp_path: Path, days: int, is_read: bool) -> None:
    day = TODAY + timedelta(days=days)
    path = lines(tmp_path, f'{{"type":"day","date":"{TODAY}","mood":1}}', f'{{"type":"day","date":"{day}","mood":1}}')
    with window(tmp_path / "home") as session:
        if is_read:
            assert plan_import(session, [path]).totals["new"] == 2
        else:
            with pytest.raises(InvalidValue, match=r"line 2: .* is in the future"):
                plan_import(session, [path])


def test_a_recorded_day_far_ahead_is_imported_too(session: Session, tmp_path: Path) -> None:
    far = TODAY + timedelta(days=400)
    session.clock = SetClock(NOW + timedelta(days=400))
    change_day(session, far, {"mood": 2})
    session.clock = SetClock(NOW)
    export = export_to(session, "jsonl", tmp_path / "mine.jsonl").path
    assert plan_import(session, [export]).totals["skipped"] == 2
