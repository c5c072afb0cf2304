"""The timed run as a value: the place in the intervals comes from instants, whatever happened in between."""

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.running.intervals import Interval, Intervals, Timing, intervals_of

ZONE = ZoneInfo("Europe/Vienna")
START = datetime(2026, 3, 4, 18, 0, tzinfo=ZONE)
PLAN = Intervals((Interval("walk", 2), Interval("run", 0.5)), 3)
"""7:30 in all."""


def after(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def begun(plan: Intervals = PLAN) -> Timing:
    return Timing(plan, START, START)


@pytest.mark.parametrize(
    ("seconds", "number", "kind", "left"),
    [(0, 0, "walk", 120), (119, 0, "walk", 1), (120, 1, "run", 30), (149.5, 1, "run", 0.5), (150, 2, "walk", 120),
     (449, 5, "run", 1), (450, 5, "run", 0), (99999, 5, "run", 0)],
)  # fmt: skip
def test_where_one_is(seconds: float, number: int, kind: str, left: float) -> None:
    there = begun().place(after(seconds))
    assert (there.number, there.interval.kind, there.left) == (number, kind, left)
    assert begun().is_over(after(seconds)) == (seconds >= 450)


def test_the_time_stands_at_the_end_however_late_one_looks() -> None:
    assert begun().elapsed(after(86400)) == 450
    assert begun().kind(after(86400)) == "run_walk"
    assert begun().seconds(after(86400)) == (360, 90)


def test_a_pause_counts_nothing_and_a_clock_set_back_takes_nothing_away() -> None:
    paused = begun().paused(after(100))
    assert paused.elapsed(after(5000)) == 100
    on = paused.going_on(after(5000))
    assert on.elapsed(after(5010)) == 110
    assert on.elapsed(after(4000)) == 100
    assert on.going_on(after(9000)) == on


def test_summer_time_adds_no_hour() -> None:
    night = datetime(2026, 3, 29, 1, 59, tzinfo=ZONE)
    free = Timing(Intervals((Interval("run", 0),)), night, night)
    assert free.elapsed(datetime(2026, 3, 29, 3, 1, tzinfo=ZONE)) == 120
    assert free.elapsed(datetime(2026, 3, 29, 1, 1, tzinfo=timezone.utc)) == 120  # noqa: UP017  # 3:01 in Vienna


def test_skipping_and_going_back_move_the_place_and_not_the_time() -> None:
    skipped = begun().skipped(after(20))
    assert skipped.place(after(20)).number == 1
    assert skipped.elapsed(after(30)) == 30
    assert skipped.seconds(after(30)) == (20, 10)
    assert skipped.gone_back(after(30)).place(after(30)).left == 30
    assert skipped.gone_back(after(22)).place(after(22)).number == 0
    assert begun().gone_back(after(1)).place(after(1)).number == 0


def test_skipping_everything_ends_it() -> None:
    timing = begun()
    for _ in range(6):
        assert not timing.is_over(after(5))
        timing = timing.skipped(after(5))
    assert timing.is_over(after(5))
    assert timing.elapsed(after(500)) == 5
    assert timing.kind(after(500)) == "walk"


def test_an_open_run_counts_up_and_has_nothing_to_skip() -> None:
    free = begun(Intervals((Interval("run", 0),)))
    assert free.skipped(after(9)) == free.gone_back(after(9)) == free
    assert free.place(after(90)).gone == 90
    assert not free.is_over(after(99999))


STEPS = st.lists(
    st.tuples(st.sampled_from(["wait", "pause", "on", "skip", "back", "mark"]), st.floats(0, 400)), max_size=8
)


@given(STEPS)
@settings(max_examples=60)
def test_whatever_is_pressed_the_time_moved_is_the_time_not_paused(steps: list[tuple[str, float]]) -> None:
    timing, now, moved = begun(), START, 0.0
    for name, seconds in steps:
        before = timing.elapsed(now)
        now += timedelta(seconds=seconds)
        room = max(0.0, PLAN.total - timing.ahead - before)
        moved += 0 if timing.is_paused else min(seconds, room)
        if name != "wait":
            timing = {
                "pause": timing.paused, "on": timing.going_on, "skip": timing.skipped, "back": timing.gone_back,
                "mark": timing.marked,
            }[name](now)  # fmt: skip
        assert timing.elapsed(now) == pytest.approx(moved, abs=1e-3)
        assert sum(timing.seconds(now)) == pytest.approx(moved, abs=1e-3)
        assert 0 <= timing.position(now) <= PLAN.total + 1e-3


@pytest.mark.parametrize(
    "parts",
    [(), (("swim", 3),), (("walk", -1),), (("walk", float("nan")),), (("run", 0), ("walk", 1)), (("run", 3000),),
     (("run", 1),) * 501],
)  # fmt: skip
def test_what_are_no_intervals_is_refused(parts: tuple[tuple[str, float], ...]) -> None:
    with pytest.raises(InvalidValue):
        intervals_of(parts)


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(InvalidValue):
        Timing(PLAN, datetime(2026, 3, 4, 18, 0))


def test_while_running_is_closed_a_walk_takes_as_long() -> None:
    assert PLAN.as_walk() == Intervals((Interval("walk", 7.5),))
    assert Intervals((Interval("run", 0),)).as_walk() == Intervals((Interval("walk", 0),))
