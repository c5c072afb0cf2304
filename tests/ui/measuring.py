"""Opening the measures in tests, with some weeks of answers."""

from datetime import timedelta

from textual.pilot import Pilot

from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.measures.forms import keep_names, save_week
from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.dialogs.measures.hub import MeasureRow
from sciatica_journal.ui.dialogs.measures.opening import open_measures, open_weekly
from tests.given import TODAY
from tests.ui.dialogs import NASTY, still
from tests.ui.harness import screen_text

NAMES = ["20 minutes easy", "sit through a film", NASTY]
BOTHER = {"leg_pain": 2, "numb": 1, "weak": 0, "sitting": 3}
IMPACT = {"pain": 4, "joy": 3, "doing": 5}


def named(session: Session) -> None:
    keep_names(session, NAMES)


def some_weeks(session: Session) -> None:
    """Three weekly answers, the newest a week ago."""
    named(session)
    for number in (3, 2, 1):
        answers = {"activities": dict.fromkeys(NAMES, 9 - number), "impact": IMPACT, "bother": BOTHER}
        save_week(session, TODAY - timedelta(days=7 * number), answers)


def text_of(app: JournalApp) -> str:
    """Return what the dialog shows as one line: its frame and what lies beside it left out."""
    lines = (line.split("│") for line in screen_text(app).splitlines())
    return " ".join(" ".join(max(parts, key=len) for parts in lines).split())


async def weekly(app: JournalApp, pilot: Pilot[None]) -> None:
    open_weekly(app)
    await still(app, pilot)


async def hub(app: JournalApp, pilot: Pilot[None], row: str = "") -> None:
    """Open the measures, and one of their rows."""
    open_measures(app)
    await still(app, pilot)
    if row:
        app.screen.query_one(f"#open-{row}", MeasureRow).action_open()
        await still(app, pilot)
        await still(app, pilot)
