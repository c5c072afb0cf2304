"""Keys on Today that must never record the wrong thing, lose the focus to a text or lead words to the disk."""

import sqlite3
from datetime import timedelta
from pathlib import Path

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.run import Run
from sciatica_journal.services.entries.days import DayView, view_day
from sciatica_journal.services.entries.runs import save_run
from sciatica_journal.services.journal.session import Session
from sciatica_journal.ui.screens.today.journal_pane import JournalPane
from sciatica_journal.ui.screens.today.reflection_pane import ReflectionPane
from sciatica_journal.ui.widgets.key_bar import KeyBar
from sciatica_journal.ui.widgets.row import Row
from sciatica_journal.ui.widgets.writing import WritingArea
from tests.given import SetClock
from tests.ui.harness import Clock, day_of, opened, screen_text, session_in, settle, today, with_journal, written

TODAY = day_of("2026-03-04")
YESTERDAY = day_of("2026-03-03")


def add_yesterdays_run(session: Session) -> None:
    save_run(session, Run("run-1", YESTERDAY, kind="run", distance_km=5.2), YESTERDAY)


def read_today(folder: Path, clock: Clock) -> DayView:
    session = session_in(folder, clock)
    try:
        return view_day(session, TODAY)
    finally:
        session.close()


async def test_after_an_answer_the_next_letter_is_no_other_answer(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, add_yesterdays_run)
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("s", "l", "5")
        await settle(app, pilot)
    view = read_today(tmp_path, clock)
    assert view.asked[0].response == "settled"
    assert view.day == Day(TODAY, leg_left=5)


async def test_t_is_always_tingling_and_w_always_worst(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("t", "right", "w", "4", "t", "l")
        await settle(app, pilot)
    assert read_today(tmp_path, clock).day == Day(TODAY, pain_worst=4, tingling="left")


async def test_escape_from_a_text_lands_on_a_row(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        for key in ("N", "d", "i"):
            await pilot.press(key, "escape")
            assert isinstance(app.focused, Row)
        await pilot.press("w", "5")
        await settle(app, pilot)
    assert read_today(tmp_path, clock).day == Day(TODAY, pain_worst=5)


async def test_let_go_can_be_chosen_while_writing_begins(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("i", "ctrl+l")
        app.screen.query_one("#reflection_text", WritingArea).insert("for nobody")
        await written(app, pilot)
        assert "these words touch no disk" in screen_text(app)
        assert today(app).focused is app.screen.query_one("#reflection_text")
    assert [item.text for item in read_today(tmp_path, clock).reflections] == [None]


async def test_a_finished_reflection_stays_finished_after_a_restart(tmp_path: Path) -> None:
    clock = SetClock()
    async with opened(tmp_path, clock) as (app, pilot):
        clock.now += timedelta(hours=1)
        app.screen.query_one("#reflection_text", WritingArea).insert("done with it")
        await written(app, pilot)
        await today(app).reflecting.finish()
        await settle(app, pilot)
    async with opened(tmp_path, clock) as (app, _):
        assert app.screen.query_one("#reflection_text", WritingArea).text == ""
        assert "Earlier" in screen_text(app)
    assert [each.start for each in read_today(tmp_path, clock).reflections] == [clock.now], "not when Today opened"


async def test_an_unfinished_reflection_is_there_again_after_quitting(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        app.screen.query_one("#reflection_text", WritingArea).insert("to be continued")
        await pilot.press("ctrl+q")
    async with opened(tmp_path, clock) as (app, _):
        assert app.screen.query_one("#reflection_text", WritingArea).text == "to be continued"


async def test_going_to_today_goes_to_today(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        for key in ("T", None):
            await pilot.press("left_square_bracket", "left_square_bracket")
            await settle(app, pilot)
            assert today(app).day < YESTERDAY
            if key:
                await pilot.press(key)
            else:
                await pilot.click("#top-bar", offset=(2, 1))
            await settle(app, pilot)
            assert today(app).day == TODAY


async def test_light_mode_never_writes_into_what_it_hides(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "settings.toml").write_text('mode = "light"\n')
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("w", "7", "s", "6")
        await settle(app, pilot)
    day = read_today(tmp_path, clock).day
    assert (day.pain_worst, day.sleep_hours) == (None, None)


async def test_another_program_s_lock_does_not_end_the_app(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        holder = sqlite3.connect(tmp_path / "journal.db", isolation_level=None)
        holder.execute("BEGIN EXCLUSIVE")
        app.journal.submit(lambda session: session.writer().rows("PRAGMA busy_timeout = 50")).result()
        await today(app)._look_again()
        await pilot.pause()
        assert app.is_running
        holder.execute("ROLLBACK")
        holder.close()
        await pilot.press("w", "3")
        await settle(app, pilot)
    assert read_today(tmp_path, clock).day.pain_worst == 3


async def test_the_key_bar_shows_what_works_while_typing(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        assert not app.screen.query_one(KeyBar).typing
        await pilot.press("N")
        await pilot.pause()
        last_line = screen_text(app).splitlines()[-1]
        assert "stop writing" in last_line
        assert "quiet day" not in last_line


async def test_what_a_row_means_is_told_beside_the_places(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, size=(80, 24)) as (app, pilot):
        await pilot.press("e")
        await pilot.pause()
        assert "0 none, 10 the most" in screen_text(app)
        pane = app.screen.query_one(ReflectionPane)
        await pilot.click(pane, offset=(70, pane.outer_size.height - 1))
        assert app.screen.query_one(JournalPane).display, "a click on the line that names it goes there"
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        await pilot.click("#top-bar", offset=(screen_text(app).splitlines()[0].index("Tab Reflection"), 0))
        await pilot.pause()
        assert "Tab Journal" in screen_text(app).splitlines()[0], "where no border says it"


async def test_a_cleared_day_comes_back_with_one_undo(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("w", "3", "a", "5", "ctrl+s")
        await settle(app, pilot)
        before = read_today(tmp_path, clock)
        await pilot.press("D", "y")
        await settle(app, pilot)
        assert read_today(tmp_path, clock).is_empty
        await pilot.press("u")
        await settle(app, pilot)
    after = read_today(tmp_path, clock)
    assert (after.day, after.runs) == (before.day, before.runs)
    assert after.runs
