"""Runs beyond adding them: a timed run that outlives a kill, jumps in distance, mornings answered days later."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from sciatica_journal.domain.errors import NotThere
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.running.intervals import Interval, Intervals
from sciatica_journal.domain.units import MOST_MINUTES
from sciatica_journal.services.entries.days import view_day
from sciatica_journal.services.entries.drafting import TIMED_DRAFT, find_draft, keep_draft
from sciatica_journal.services.entries.line_log import log_line, preview_line
from sciatica_journal.services.entries.runs import remove_run, save_run
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.running.card import card_of
from sciatica_journal.services.running.guard import jump_line, jumps_of, runs_before
from sciatica_journal.services.running.mornings import keep_morning, late_line, runs_of, unanswered
from sciatica_journal.services.running.timing import begin_timed, find_timed, keep_timed, run_of, save_timed
from tests.given import EVE, NOW, TODAY, SetClock, window

PLAN = Intervals((Interval("walk", 2), Interval("run", 1)), 4)


def run(days_ago: int, km: float | None = 5.0, **fields: object) -> Run:
    day = TODAY - timedelta(days=days_ago)
    known = {"id": f"r{days_ago}", "date": day, "kind": "run", "distance_km": km} | fields
    return Run(**known)  # type: ignore[arg-type]  # built by name


def keep(session: Session, *runs: Run) -> None:
    for each in runs:
        save_run(session, each, each.date)


def test_of_a_run_and_a_walk_on_one_day_the_run_is_asked_about_first(session: Session) -> None:
    keep(session, run(1, id="a", kind="walk"), run(1, id="b"), run(1, id="c", kind="walk"))
    assert [one.id for one in view_day(session, TODAY).asked] == ["b", "a", "c"]
    log_line(session, "settled", TODAY)
    assert {one.id: one.response for one in runs_of(session, EVE)} == {"a": None, "b": "settled", "c": None}


def test_a_timed_run_is_there_again_after_a_kill_as_it_was_last_kept(home: Path) -> None:
    clock = SetClock()
    with window(home, clock) as session:
        timed = begin_timed(session, PLAN, "steady", "s2")
        keep_timed(session, timed)
        clock.now = NOW + timedelta(seconds=100)
        keep_timed(session, replace(timed, timing=timed.timing.marked(clock.now)))
    clock.now = NOW + timedelta(seconds=400)
    with window(home, clock) as session:
        found = find_timed(session)
        assert found is not None
        assert (found.id, found.day, found.ladder, found.step) == (timed.id, TODAY, "steady", "s2")
        assert found.window != session.window
        assert found.timing.elapsed(clock.now) == 400
        last = found.at_last()
        assert last.timing.elapsed(clock.now) == 100
        made = run_of(session, last, clock.now)
        assert made == Run(timed.id, TODAY, start=NOW, kind="walk", duration_min=1.67, ladder="steady", step="s2")
        save_run(session, made, TODAY, (TIMED_DRAFT,))
        assert find_timed(session) is None


def test_a_time_forgotten_for_days_still_ends_as_a_run(home: Path) -> None:
    clock = SetClock()
    with window(home, clock) as session:
        timed = begin_timed(session, Intervals((Interval("walk", 0.0),)), None, None)
        clock.now += timedelta(days=4)
        forgotten = replace(timed, timing=timed.timing.paused(clock.now))
        for one in (timed, forgotten, replace(timed, timing=replace(forgotten.timing, walked=1e6))):
            assert run_of(session, one, clock.now).duration_min == MOST_MINUTES


def test_a_time_that_two_windows_take_up_is_one_run_with_what_both_say(home: Path) -> None:
    clock = SetClock()
    with window(home, clock) as first, window(home, clock) as second:
        timed = begin_timed(first, PLAN, "steady", "s2")
        keep_timed(first, timed)
        taken = find_timed(second)
        assert taken is not None
        clock.now = NOW + timedelta(minutes=10)
        save_timed(second, replace(run_of(second, taken, clock.now), pain_during=4, note="calf"), "form")
        keep_timed(first, timed)
        assert find_timed(second) is None
        clock.now = NOW + timedelta(minutes=12)
        save_timed(first, replace(run_of(first, timed, clock.now), pain_during=3), "form")
        (kept,) = runs_of(second, TODAY)
        assert (kept.duration_min, kept.pain_during, kept.note) == (12, 3, "calf")


@pytest.mark.parametrize(
    "body", [{"parts": 3}, {"parts": [["walk", "x"]]}, {"id": "a"}, {"parts": [["walk", 1]], "repeats": "many"}]
)
def test_a_draft_that_makes_no_sense_is_none(home: Path, body: dict[str, object]) -> None:
    with window(home) as session:
        keep_draft(session, TIMED_DRAFT, TODAY, body)
        assert find_timed(session) is None


def test_a_run_is_compared_with_the_last_thirty_days_else_with_the_last_one_before(home: Path) -> None:
    with window(home) as session:
        keep(session, run(90, 9), run(60, 8), run(31, None), run(30, 2, kind="walk"))
        assert [each.id for each in runs_before(session, TODAY)] == ["r60"]
        assert "nothing to compare" in jump_line(3, TODAY, runs_before(session, TODAY), "km")
        keep(session, run(0, 4))
        assert [each.id for each in card_of(session, TODAY, "r0").before] == ["r60"], "not with itself"
        remove_run(session, "r0", TODAY)
        keep(session, run(10, 5))
        assert [each.id for each in runs_before(session, TODAY)] == ["r30", "r10"]
        assert jump_line(5.4, TODAY, runs_before(session, TODAY), "km") == ""
        line = jump_line(6, TODAY, runs_before(session, TODAY), "km")
        assert line.startswith("6 km is 1.2 times your longest run in 30 days (5 km, 22 Feb).")
        assert "1.64" in line
        assert jump_line(6, TODAY, [run(0, 6)], "km", but="r0") == ""
        assert runs_before(session, date(1900, 1, 2)) == ()


def test_the_line_tells_of_a_jump_once_and_never_of_a_walk(home: Path) -> None:
    with window(home) as session:
        assert log_line(session, "ran 5k", TODAY - timedelta(days=3)).warnings == ()
        assert log_line(session, "walked 20k", TODAY).warnings == ()
        (warning,) = preview_line(session, "ran 8k", TODAY).warnings
        assert "8 km is 1.6 times" in warning
        assert log_line(session, "ran 8k", TODAY).warnings == (warning,)
        assert log_line(session, "ran 8k", TODAY).warnings == ()
        assert jumps_of(session, [run(0, 8.5, id="a"), run(0, 9.5, id="b")]) != ()


def test_earlier_shoes_come_the_latest_first(home: Path) -> None:
    with window(home) as session:
        keep(session, run(3, shoes="Old"), run(2, shoes="New"), run(1, shoes="Old"))
        assert card_of(session, TODAY).shoes == ("Old", "New")
        assert card_of(session, TODAY).caution == ""


def test_runs_of_the_last_week_wait_for_an_answer_on_today_alone(home: Path) -> None:
    with window(home) as session:
        keep(session, run(8), run(7), run(3), run(2, response="settled"), run(1), run(0))
        view = view_day(session, TODAY)
        assert [each.id for each in view.asked] == ["r1"]
        assert [each.id for each in view.waiting] == ["r3", "r7"]
        assert view_day(session, TODAY - timedelta(days=1)).waiting == ()
        assert [each.id for each in unanswered(session, TODAY)] == ["r1", "r3", "r7"]


def test_a_late_answer_changes_the_morning_and_nothing_else(home: Path) -> None:
    with window(home) as session:
        keep(session, run(5))
        (seen,) = runs_of(session, run(5).date)
        keep(session, run(5, note="meanwhile"))
        keep_draft(session, "morning r5", TODAY, {"response": "flared"})
        answered = replace(seen, response="flared", response_furthest=5, settle_hours=50.5)
        keep_morning(session, answered, TODAY, "morning r5")
        (kept,) = runs_of(session, run(5).date)
        assert kept == replace(answered, note="meanwhile")
        assert find_draft(session, "morning r5") is None
        with pytest.raises(NotThere):
            keep_morning(session, run(4), TODAY, "morning r4")


def test_an_answer_is_late_once_the_48_hours_are_over() -> None:
    assert late_line(TODAY - timedelta(days=2), TODAY) == ""
    assert late_line(TODAY - timedelta(days=5), TODAY).startswith("5 days after this run")
