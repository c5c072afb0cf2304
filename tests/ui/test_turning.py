"""The day turns under an open app, and what was begun before belongs to the day before."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static

from sciatica_journal.domain.dates import journal_day
from sciatica_journal.services.entries.days import DayView, change_day, view_day
from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.widgets.rating_row import RatingRow
from sciatica_journal.ui.widgets.writing import WritingArea
from tests.ui.harness import Clock, opened, settle, today, until, with_journal, written


def _night(clock: Clock) -> tuple[date, Callable[[], datetime], Callable[[], None]]:
    """Return an evening's day, a clock that stands a minute before it ends, and what puts it past the end."""
    times = [clock().replace(hour=2, minute=59) + timedelta(days=1)]

    def pass_the_end() -> None:
        times[0] += timedelta(minutes=2)

    return journal_day(times[0], time(3), None), lambda: times[0], pass_the_end


def _day(folder: Path, now: Clock, day: date) -> DayView:
    return with_journal(folder, now, lambda session: view_day(session, day))


async def _look(app: JournalApp, pilot: Pilot[None]) -> date:
    await today(app)._look_again()
    await settle(app, pilot)
    return today(app).day


async def test_a_text_being_written_stays_on_the_day_it_was_begun(tmp_path: Path, clock: Clock) -> None:
    evening, now, pass_the_end = _night(clock)
    async with opened(tmp_path, now) as (app, pilot):
        note = app.screen.query_one("#note", WritingArea)
        note.focus()
        note.insert("over the ")
        await written(app, pilot)
        pass_the_end()
        assert await _look(app, pilot) == evening
        note.insert("end")
        await written(app, pilot)
        app.screen.query_one("#function", RatingRow).focus()
        await pilot.pause()
        assert await _look(app, pilot) == evening + timedelta(days=1)
    assert _day(tmp_path, now, evening).day.note == "over the end"


async def test_words_to_be_let_go_are_not_put_away_under_the_writer(tmp_path: Path, clock: Clock) -> None:
    evening, now, pass_the_end = _night(clock)
    async with opened(tmp_path, now) as (app, pilot):
        await today(app).reflecting.keep_or_let_go()
        text = today(app).reflection_pane.place_to_write()
        text.insert("only here")
        await settle(app, pilot)
        pass_the_end()
        assert await _look(app, pilot) == evening
        assert text.text == "only here"
        today(app)._wrote_at -= 3600
        assert await _look(app, pilot) == evening + timedelta(days=1)
    assert [each.kept for each in _day(tmp_path, now, evening).reflections] == [False]


async def test_a_line_goes_to_the_day_it_was_begun_on(tmp_path: Path, clock: Clock) -> None:
    evening, now, pass_the_end = _night(clock)
    async with opened(tmp_path, now) as (app, pilot):
        await pilot.press("colon", *"pain", "space", "4")
        pass_the_end()
        assert await _look(app, pilot) == evening + timedelta(days=1)
        await pilot.press("enter")
        await until(lambda: _day(tmp_path, now, evening).day.pain_worst == 4, 3)


async def test_clearing_clears_the_day_that_was_asked_about(tmp_path: Path, clock: Clock) -> None:
    evening, now, pass_the_end = _night(clock)
    morning = evening + timedelta(days=1)
    with_journal(tmp_path, now, lambda s: change_day(s, evening, {"mood": 3}))
    async with opened(tmp_path, now) as (app, pilot):
        await pilot.press("D")
        pass_the_end()
        with_journal(tmp_path, now, lambda s: change_day(s, morning, {"mood": 8}))
        assert await _look(app, pilot) == morning
        await pilot.press("y")
        await until(lambda: _day(tmp_path, now, evening).is_empty, 3)
    assert _day(tmp_path, now, morning).day.mood == 8


async def test_a_closing_line_stays_with_the_day_it_closed(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        today(app).reflection_pane.place_to_write().insert("done")
        await written(app, pilot)
        await today(app).reflecting.finish()
        await settle(app, pilot)
        closing = today(app).query_one("#closing", Static)
        assert str(closing.content)
        await today(app).show_day(today(app).day - timedelta(days=1))
        assert not str(closing.content)
