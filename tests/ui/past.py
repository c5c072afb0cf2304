"""A past to look back on: one day of each kind, and the way to History and its search."""

from textual.pilot import Pilot
from textual.widgets import Input

from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.entries.moments import save_moment
from sciatica_journal.services.entries.reflections import keep_reflection
from sciatica_journal.services.entries.runs import save_run
from sciatica_journal.services.journal.session import Session
from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.screens.history.results import ResultList
from sciatica_journal.ui.screens.history.screen import HistoryScreen
from tests.ui.harness import day_of, settle

TODAY = day_of("2026-03-04")


def write_some(session: Session) -> None:
    """A February and March with one day of each kind."""
    change_day(session, day_of("2026-03-02"), {"pain_worst": 7, "leg_left": 5, "note": "[L5-S1] ached [/x] on stairs"})
    change_day(session, day_of("2026-03-03"), {"uneventful": True})
    change_day(session, day_of("2026-02-10"), {"pain_morning": 10, "note": "stairs again"})
    change_day(session, day_of("2026-02-11"), {"mood": 5})
    change_day(session, day_of("2026-02-11"), {"mood": None})
    save_run(session, Run("a", day_of("2026-03-01"), kind="run", distance_km=5.2, response="settled"), TODAY)
    save_run(session, Run("b", day_of("2026-03-01"), kind="walk", distance_km=2.0, response="flared"), TODAY)
    keep_reflection(session, Reflection("r", day_of("2026-03-01"), text="kind words about stairs"))
    save_run(session, Run("c", day_of("2026-02-20"), kind="walk", duration_min=40.0), TODAY)
    save_moment(session, Moment("m", day_of("2026-02-20"), text="[bold]tight calf[/bold]"))


async def history(app: JournalApp, pilot: Pilot[None]) -> HistoryScreen:
    app.go_to("history")
    await settle(app, pilot)
    await settle(app, pilot)
    assert isinstance(app.screen, HistoryScreen)
    return app.screen


async def search_for(app: JournalApp, pilot: Pilot[None], words: str) -> ResultList:
    app.screen.query_one(Input).value = words
    await settle(app, pilot)
    return app.screen.query_one(ResultList)
