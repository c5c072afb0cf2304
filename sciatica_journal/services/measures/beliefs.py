"""The two monthly sliders on what pain means to oneself."""

from datetime import date
from typing import TYPE_CHECKING

from sciatica_journal.domain.care.reading import Reading
from sciatica_journal.domain.tracking.beliefs import BELIEFS, EVERY, Month, months
from sciatica_journal.services.care.records import care_records, save_care
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.logged_days import logged_days

if TYPE_CHECKING:
    from collections.abc import Sequence

_MONTHS_BACK = 12


def answers(session: Session) -> "Sequence[Reading]":
    """Return the answers to the two sliders, newest first."""
    return [one for one in care_records(session, Reading) if one.measure == BELIEFS]


def is_due(session: Session) -> bool:
    """Return whether the last answer is four weeks ago, or there is none."""
    last = max((one.date for one in answers(session)), default=None)
    return last is None or session.today() - last >= EVERY


def today_s(session: Session) -> Reading:
    """Return today's answers to change, or new ones without any."""
    today = session.today()
    found = next((one for one in answers(session) if one.date == today), None)
    return found or Reading(session.new_id(), today, measure=BELIEFS)


def beside_pain(session: Session) -> tuple[Month, ...]:
    """Return the last twelve months with their mean worst pain and both sliders, oldest first."""
    store, today = session.reader(), session.today()
    if store is None:
        return ()
    first = date(today.year - 1, today.month, 1)
    days = logged_days(store, first, today)
    return months(days, [one for one in answers(session) if one.date >= first])[-_MONTHS_BACK:]


def keep(session: Session, reading: Reading) -> None:
    """Keep the answers."""
    save_care(session, reading)
