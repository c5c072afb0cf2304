"""What came of red flags: recorded for some or all of them, and kept as an examination if wanted."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.text import clean_or_none
from sciatica_journal.services.care.records import save_care
from sciatica_journal.services.history.naming_days import check_not_future
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.flags import Outcome, appointments, open_notices, record_outcome
from sciatica_journal.services.safety.notice import Notice
from sciatica_journal.storage.flags import open_triggers


class Told(NamedTuple):
    """What came of the flags of `triggers`. `told` and `seen_on` are of the visit, `green_light` and `limits` what was
    said of running; `keep` asks for an examination record of it."""

    outcome: Outcome
    triggers: Collection[str]
    told: str = ""
    seen_on: date | None = None
    green_light: str | None = None
    limits: str | None = None
    keep: bool = False


def all_open(session: Session) -> tuple[Notice, ...]:
    """Return a notice for every open flag, those that only need an appointment last. Reads only."""
    return (*open_notices(session), *appointments(session))


def triggers_open(session: Session) -> frozenset[str]:
    """Return the triggers of the open flags, of whatever tier. Reads only."""
    store = session.reader()
    return frozenset(open_triggers(store)) if store is not None else frozenset()


def record_told(session: Session, told: Told) -> int:
    """Close the flags and keep the examination. Returns how many were closed.

    Raises InvalidValue for a future day.
    """
    day = told.seen_on or session.today()
    check_not_future(session, day)
    closed = sum(record_outcome(session, told.outcome, told.told, trigger, day) for trigger in told.triggers)
    if closed and told.keep and told.outcome != "by_mistake":
        words, limits = clean_or_none(told.told), clean_or_none(told.limits)
        visit = Examination(session.new_id(), day, told=words, green_light=told.green_light, limits=limits)
        save_care(session, visit)
    return closed
