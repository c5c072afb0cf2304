"""Mornings after runs that have no answer yet, and what is said of an answer that comes days later."""

from datetime import date, timedelta
from typing import Final

from sciatica_journal.domain.checks import EARLIEST
from sciatica_journal.domain.run import Run
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.running.words import running_words

ASKED_FOR: Final = timedelta(days=7)
"""After so many days a missing answer is not asked for any more."""
REVISABLE: Final = timedelta(days=3)
"""Days after a run from which an answer is late: the next morning and the 48 hours in which it is revised."""


def unanswered(session: Session, today: date) -> tuple[Run, ...]:
    """Return the runs of the last week before today that have no answer yet, the latest first."""
    store = session.reader()
    if store is None or today - ASKED_FOR < EARLIEST:
        return ()
    runs = store.runs(today - ASKED_FOR, today - timedelta(days=1))
    return tuple(run for run in reversed(runs) if run.response is None)


def late_line(day: date, today: date) -> str:
    """Return what is said where the answer about a run of `day` comes late, empty where it does not."""
    days = (today - day).days
    return running_words("morning")["late"].format(days=days) if days >= REVISABLE.days else ""
