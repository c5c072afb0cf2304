"""Looking back: which days hold anything, what a summary says, what a search finds."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.entries.moments import save_moment
from sciatica_journal.services.entries.reflections import keep_reflection
from sciatica_journal.services.entries.runs import save_run
from sciatica_journal.services.history import looking_back, searching
from sciatica_journal.services.history.looking_back import DaySummary
from sciatica_journal.services.history.searching import CLOSE, OPEN
from sciatica_journal.services.journal.paths import paths_in
from sciatica_journal.services.journal.session import Session, open_session

FIRST = date(2026, 2, 1)


@pytest.fixture
def session(tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Session]:
    session = open_session(paths_in(tmp_path), clock)
    yield session
    session.close()


def write_every_kind(session: Session) -> list[int]:
    """Write eight days, two of them with two records, and return their ordinals, newest first."""
    days = [FIRST + timedelta(days=3 * number) for number in range(8)]
    for number, day in enumerate(days):
        if number % 4 == 0:
            change_day(session, day, {"mood": 5, "note": f"calf {number}"})
        if number % 4 in (0, 1):
            save_run(session, Run(f"run{number}", day), day)
            save_run(session, Run(f"also{number}", day), day)
        if number % 4 == 2:
            keep_reflection(session, Reflection(f"r{number}", day, text="about a calf"))
        if number % 4 == 3:
            save_moment(session, Moment(f"m{number}", day, text="tight calf"))
    return [day.toordinal() for day in reversed(days)]


@pytest.mark.parametrize("size", [1, 2, 3, 8, 50])
def test_recorded_days_come_in_pages_that_join(session: Session, size: int) -> None:
    expected = write_every_kind(session)
    assert looking_back.recorded_days(session) == expected
    found: list[int] = []
    while page := looking_back.recorded_days(session, found[-1] if found else None, size):
        assert len(page) <= size
        found += page
    assert found == expected
    assert looking_back.recorded_days(session, expected[2]) == expected[3:]


def test_a_day_that_was_cleared_is_not_recorded_any_more(session: Session) -> None:
    change_day(session, FIRST, {"mood": 5})
    change_day(session, FIRST, {"mood": None})
    assert looking_back.recorded_days(session) == []
    assert looking_back.recorded_days(session, None, 10) == []
    assert looking_back.month(session, FIRST) == {}


def test_a_summary_names_the_worst_answer_and_the_first_words(session: Session) -> None:
    for ident, response in (("a", "settled"), ("b", "flared"), ("c", "lingering")):
        save_run(session, Run(ident, FIRST, distance_km=2.5, duration_min=15.5, response=response), FIRST)
    save_moment(session, Moment("m", FIRST, text="at noon"))
    change_day(session, FIRST, {"pain_morning": 3, "leg_left": 2, "leg_right": 5, "function": 6})
    expected = DaySummary(
        FIRST, pain=3, function=6, furthest=5, runs=3, distance_km=7.5, response="flared", moments=1,
        text="at noon", on_waking=True, minutes=46.5,
    )  # fmt: skip
    assert looking_back.month(session, FIRST) == {FIRST: expected}
    change_day(session, FIRST, {"did": "worked", "pain_worst": 8})
    changed = looking_back.summaries_of(session, [FIRST.toordinal()])[FIRST]
    assert (changed.pain, changed.on_waking, changed.text) == (8, False, "worked")


def test_the_revision_changes_with_every_change(session: Session) -> None:
    before = looking_back.revision(session)
    change_day(session, FIRST, {"mood": 5})
    after = looking_back.revision(session)
    assert before != after
    assert looking_back.revision(session) == after


def test_hits_of_all_kinds_come_newest_first_and_leave_the_file_unlocked(
    session: Session, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    write_every_kind(session)
    hits = searching.find(session, "calf", 4)
    assert [hit.kind for hit in hits] == ["moment", "reflection", "day", "moment"]
    assert hits[0].snippet == f"tight {OPEN}calf{CLOSE}"
    assert [hit.date for hit in hits] == sorted((hit.date for hit in hits), reverse=True)
    other = open_session(paths_in(tmp_path), clock)
    change_day(other, FIRST, {"mood": 7})
    other.close()
    assert looking_back.month(session, FIRST)[FIRST].text == "calf 0"
