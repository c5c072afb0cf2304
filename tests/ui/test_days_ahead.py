"""A recorded day that lies ahead, after a flight west: the app steps to it and edits it."""

from datetime import timedelta
from pathlib import Path

from sciatica_journal.services.entries.days import change_day, view_day
from sciatica_journal.services.journal.session import Session
from sciatica_journal.ui.screens.history.screen import HistoryScreen
from tests.given import NOW, TODAY, SetClock, window
from tests.ui.harness import opened, settle, with_journal, written

AHEAD = TODAY + timedelta(days=1)


def before_the_flight(session: Session) -> None:
    change_day(session, session.today(), {"note": "before the flight"})


async def test_the_app_steps_to_a_recorded_day_ahead_and_no_further(tmp_path: Path) -> None:
    clock = SetClock(NOW + timedelta(days=1))
    with_journal(tmp_path, clock, before_the_flight)
    clock.now = NOW
    async with opened(tmp_path, clock) as (app, pilot):
        assert app.today_screen.day == TODAY
        for _ in range(2):
            await pilot.press("f4")
            await settle(app, pilot)
            assert app.today_screen.day == AHEAD
        app.today_screen.change({"mood": 3})
        await written(app, pilot)
        app.go_to("history")
        await settle(app, pilot)
        screen = app.screen
        assert isinstance(screen, HistoryScreen)
        screen.choose(AHEAD + timedelta(days=5))
        assert screen.chosen == AHEAD
    with window(tmp_path, clock) as session:
        assert view_day(session, AHEAD).day.mood == 3
