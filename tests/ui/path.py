"""Going to Path in tests, with some records of care there."""

from datetime import timedelta

from textual.pilot import Pilot

from sciatica_journal.domain.care.appointment import Appointment
from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.known_sign import KnownSign
from sciatica_journal.domain.care.question import Question
from sciatica_journal.domain.care.treatment import Treatment
from sciatica_journal.services.care.records import save_care
from sciatica_journal.services.journal.session import Session
from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.screens.path.screen import PathScreen
from sciatica_journal.ui.screens.path.section import CareRow
from tests.given import EVE, TODAY
from tests.ui.dialogs import NASTY
from tests.ui.harness import settle


def some_care(session: Session) -> None:
    save_care(
        session,
        Examination("e", EVE, who=f"GP {NASTY}", neurological=True, told="an irritated disc", green_light="limits",
                    limits="20 min [L5]"),
        Appointment("a", TODAY + timedelta(days=8), who="physio"),
        Question("q", EVE, text=f"May I run? {NASTY}"),
        Treatment("t", EVE, what="walks", helped="better"),
        KnownSign("n", EVE - timedelta(days=30), sign="numb", side="left", area="outer toes"),
    )  # fmt: skip


async def go(app: JournalApp, pilot: Pilot[None]) -> PathScreen:
    await pilot.press("P")
    await settle(app, pilot)
    assert isinstance(app.screen, PathScreen)
    return app.screen


def row(screen: PathScreen, key: str) -> CareRow:
    return next(each for each in screen.query(CareRow) if each.key == key or each.opens == key)
