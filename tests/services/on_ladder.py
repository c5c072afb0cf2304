"""Going up a ladder, for the tests: a green light, days that pass, steps done and answered."""

from datetime import date, timedelta

from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.services.care.records import save_care
from sciatica_journal.services.entries.runs import set_response
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.ladder import moving
from tests.given import SetClock


def green_light(session: Session) -> None:
    save_care(session, Examination("e", session.today() - timedelta(days=9), neurological=True, green_light="yes"))


def on(clock: SetClock, day: date) -> None:
    clock.now += timedelta(days=(day - clock.now.date()).days)


def do_step(session: Session, clock: SetClock, response: str | None, why: str | None = None) -> str:
    """Do today's step and answer for it the morning after; then it is two days later."""
    begun, _ = moving.begin_step(session, why)
    assert begun is not None
    moving.log_step(session, begun)
    on(clock, session.today() + timedelta(days=1))
    set_response(session, begun.run.id, response, session.today())
    on(clock, session.today() + timedelta(days=1))
    return begun.run.id
