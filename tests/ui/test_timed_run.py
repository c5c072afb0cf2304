"""The timed run on the screen: what is pressed, what is kept, what the run form holds at the end."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.geometry import Size
from textual.pilot import Pilot

from sciatica_journal.domain.running.intervals import Interval, Intervals, Timing, intervals_of
from sciatica_journal.services.running.timing import begin_timed, find_timed, keep_timed
from sciatica_journal.services.safety.flags import raise_signs
from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.dialogs.run import RunDialog
from sciatica_journal.ui.screens.timed_run.screen import TimedRunScreen
from sciatica_journal.ui.screens.timed_run.unfinished import UnfinishedDialog
from sciatica_journal.ui.screens.timed_run.words import going_lines, ready_lines
from sciatica_journal.ui.widgets.large_time import LargeTime, large
from tests.given import NOW, SetClock
from tests.ui.dialogs import runs_of
from tests.ui.harness import opened, screen_text, settle, with_journal

PAIRS = (("walk", 2.0), ("run", 0.5), ("walk", 2.0))


async def begun(app: JournalApp, pilot: Pilot[None], clock: SetClock) -> TimedRunScreen:
    """Open the clock with its intervals and start it, past the count-down."""
    screen = TimedRunScreen(PAIRS, "steady", "s2")
    await app.push_screen(screen)
    await settle(app, pilot)
    await pilot.press("space", "space")
    await passed(app, pilot, clock, 0)
    return screen


async def passed(app: JournalApp, pilot: Pilot[None], clock: SetClock, seconds: float) -> None:
    """Let so much time pass on the clock, and let the screen look at it."""
    clock.now += timedelta(seconds=seconds)
    if isinstance(app.screen, TimedRunScreen):
        app.screen._tick()
    await settle(app, pilot)


def clock_shows(app: JournalApp) -> str:
    return app.screen.query_one(LargeTime).value


async def test_from_the_first_interval_to_the_saved_run(tmp_path: Path) -> None:
    clock = SetClock()
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        rung: list[str] = []
        screen = await begun(app, pilot, clock)
        screen.ring = rung.append  # type: ignore[assignment, method-assign]  # a terminal's bell leaves no trace
        assert clock_shows(app) == "2:00"
        await passed(app, pilot, clock, 125)
        assert clock_shows(app) == "0:25"
        assert "RUN · 2 of 3" in screen_text(app)
        assert "then walk 2:00" in screen_text(app)
        await pilot.press("space")
        await passed(app, pilot, clock, 600)
        assert "PAUSED" in screen_text(app)
        assert clock_shows(app) == "0:25"
        await pilot.press("space", "n")
        await passed(app, pilot, clock, 0)
        assert "WALK · 3 of 3" in screen_text(app)
        await passed(app, pilot, clock, 9999)
        assert rung == ["run", ""]
        assert isinstance(app.screen, RunDialog)
        await pilot.press("ctrl+s")
        await settle(app, pilot)
        assert await app.journal.call(find_timed) is None
        assert len(app.screen_stack) == 1
    (run,) = runs_of(tmp_path, clock)
    assert (run.kind, run.duration_min, run.ladder, run.step) == ("run_walk", 4.08, "steady", "s2")
    assert run.start == SetClock().now


async def test_a_form_left_without_saving_keeps_the_time_and_x_throws_it_away(tmp_path: Path) -> None:
    clock = SetClock()
    async with opened(tmp_path, clock, (60, 20)) as (app, pilot):
        await begun(app, pilot, clock)
        await passed(app, pilot, clock, 60)
        await pilot.press("e")
        await settle(app, pilot)
        assert isinstance(app.screen, RunDialog)
        await pilot.press("escape")
        await passed(app, pilot, clock, 500)
        assert "1:00 so far" in screen_text(app)
        assert await app.journal.call(find_timed) is not None
        await pilot.press("x", "y")
        await settle(app, pilot)
        assert await app.journal.call(find_timed) is None
    assert runs_of(tmp_path, clock) == ()


async def test_left_with_escape_the_time_goes_on(tmp_path: Path) -> None:
    clock = SetClock()
    async with opened(tmp_path, clock, (40, 12)) as (app, pilot):
        await begun(app, pilot, clock)
        await pilot.press("escape")
        await settle(app, pilot)
        assert app.screen is app.today_screen
        clock.now += timedelta(seconds=90)
        await pilot.press("C")
        await settle(app, pilot)
        assert clock_shows(app) == "0:30"


async def test_a_timed_run_that_was_killed_is_offered_at_the_next_start(tmp_path: Path) -> None:
    clock = SetClock()
    plan = Intervals((Interval("run", 0),))
    with_journal(tmp_path, clock, lambda session: keep_timed(session, begin_timed(session, plan, None, None)))
    clock.now += timedelta(seconds=300)
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        assert isinstance(app.screen, UnfinishedDialog)
        assert "Go on at 5:00" in screen_text(app)
        await pilot.press("escape")
        await settle(app, pilot)
        assert await app.journal.call(find_timed) is not None
        await pilot.press("C")
        await settle(app, pilot)
        await pilot.press("enter")
        await settle(app, pilot)
        assert clock_shows(app) == "5:00"


async def test_while_a_red_flag_is_open_there_is_walking_only(tmp_path: Path) -> None:
    clock = SetClock()
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await app.journal.call(raise_signs, ["weakness"])
        await app.push_screen(TimedRunScreen(PAIRS))
        await settle(app, pilot)
        assert "walk 4:30" in screen_text(app)
        assert "run 0:30" not in screen_text(app)
        await pilot.press("escape", "C")
        await settle(app, pilot)
        assert "[walk]" in screen_text(app)
        assert "by turns" not in screen_text(app)


async def test_choosing_turns_says_what_they_come_to_and_what_is_missing(tmp_path: Path) -> None:
    async with opened(tmp_path, SetClock(), (60, 20)) as (app, pilot):
        await pilot.press("C")
        await settle(app, pilot)
        await pilot.press("b", "enter", "4", "ctrl+s")
        await settle(app, pilot)
        assert "The minutes to run are missing" in screen_text(app)
        await pilot.press("enter", *"0:30", "enter", "6", "ctrl+s")
        await settle(app, pilot)
        screen = app.screen
        assert isinstance(screen, TimedRunScreen)
        assert screen.intervals == Intervals((Interval("walk", 4), Interval("run", 0.5)), 6)
        assert "27:00 in all" in screen_text(app)


def test_only_of_several_intervals_one_is_the_first() -> None:
    heads = [ready_lines(intervals_of(pairs), None)[0].plain for pairs in (PAIRS, [("run", 20.0)])]
    assert heads == ["Ready · first walk", "Ready · run"]


def test_the_clock_names_ones_own_keys_and_no_last_one_of_one() -> None:
    ready = ready_lines(intervals_of([("run", 0.0)]), None, "F7")
    open_end = Timing(intervals_of([("run", 0.0)]), NOW, NOW)
    assert (ready[3].plain, going_lines(open_end, NOW, "F6")[2].plain) == ("F7 starts", "F6 ends it")
    assert going_lines(Timing(intervals_of([("run", 20.0)]), NOW, NOW), NOW)[2].plain == ""


async def test_bell_and_count_down_are_remembered(tmp_path: Path) -> None:
    clock = SetClock()
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await app.push_screen(TimedRunScreen(PAIRS))
        await settle(app, pilot)
        await pilot.press("b", "c")
        await settle(app, pilot)
        assert app.settings == replace(app.settings, bell="off", countdown="off")
        assert app.journal.session.settings == app.settings
        assert "the bell is off" in screen_text(app)
        await pilot.press("space")
        await settle(app, pilot)
        assert "WALK · 1 of 3" in screen_text(app)
    assert 'bell = "off"' in (tmp_path / "settings.toml").read_text()
    assert runs_of(tmp_path, clock) == ()


@pytest.mark.parametrize(
    ("size", "height"), [((120, 36), 15), ((80, 24), 10), ((60, 20), 5), ((40, 12), 3), ((20, 40), 3)]
)
async def test_the_clock_is_as_large_as_there_is_room_for(tmp_path: Path, size: tuple[int, int], height: int) -> None:
    clock = SetClock()
    async with opened(tmp_path, clock, size) as (app, pilot):
        await begun(app, pilot, clock)
        time = app.screen.query_one(LargeTime)
        assert time.size.height == height
        shown = screen_text(app)
        assert all(line in shown for line in large("2:00", height // 5).plain.split("\n"))
        assert "1 of 3" in shown
        assert "then" in shown


def test_in_a_window_of_a_few_lines_the_time_is_one_line_of_text() -> None:
    for lines, height in ((2, 1), (3, 1), (4, 3), (13, 5)):
        assert LargeTime("2:00").get_content_height(Size(40, lines), Size(40, lines + 3), 40) == height
    assert str(LargeTime("2:00").render()) == "2:00"
