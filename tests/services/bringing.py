"""Bringing in what other programs' files hold, made by hand: a plan, the import, and what it said."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.run import Run
from sciatica_journal.exchange.found import Activity, DayValues, Entry, Found, Question, Refused
from sciatica_journal.services.exchange.candidates import Candidate, Reading
from sciatica_journal.services.exchange.converting import candidate_of
from sciatica_journal.services.exchange.importing import run_import
from sciatica_journal.services.exchange.plan import Plan
from sciatica_journal.services.exchange.planning import plan_of, terms_of
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.history import changing
from tests.given import NOW

VIENNA = ZoneInfo("Europe/Vienna")
DAY = date(2026, 3, 1)
SEVEN = datetime(2026, 3, 1, 7, 10, tzinfo=VIENNA)


def ran(ident: str = "1", source: str = "strava", **values: Any) -> Activity:
    given: dict[str, Any] = {"sport": "Run", "kind": "run", "start": SEVEN, "zone_known": True, **values}
    return Activity(source, ident, row={"Activity ID": ident}, **given)


def ride(ident: str, source: str = "strava", **values: Any) -> Activity:
    return ran(ident, source, **{"sport": "Ride", "kind": None, "duration_min": 30.0, **values})


def read(session: Session, *found: Found, **more: Any) -> Reading:
    """What reading a file with these things in it gives."""
    terms = terms_of(session)
    known = (Activity, Entry, DayValues)
    questions = tuple(one for one in found if isinstance(one, Question))
    taken = [one for one in found if not isinstance(one, Question)]
    records = (
        candidate_of(one, terms) if isinstance(one, known) else one if isinstance(one, Refused) else Candidate(one)
        for one in taken
    )
    return Reading(("made.zip",), tuple(records), questions, **more)


def plan(session: Session, *found: Found, **more: Any) -> Plan:
    return plan_of(session, read(session, *found), **more)


def bring(session: Session, *found: Found, **more: Any) -> list[str]:
    """Import and return the actions; the dry run before it must say the same."""
    planned = plan(session, *found, **more)
    report = run_import(session, planned)
    assert report.items == planned.items
    return [item.action for item in report.items]


def put(session: Session, *records: Record) -> None:
    with changing(session.writer(), "log", NOW, "w") as change:
        for record in records:
            change.put(record)


def runs(session: Session) -> list[Run]:
    return session.readable().runs(date(2000, 1, 1), date(2030, 1, 1))


def whys(planned: Plan) -> list[tuple[str, str]]:
    return [(item.action, item.why) for item in planned.items]
