"""Mornings after runs that have no answer yet, and what is said of an answer that comes days later."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from sciatica_journal.domain.checks import EARLIEST
from sciatica_journal.domain.errors import NotThere
from sciatica_journal.domain.run import Run
from sciatica_journal.services.entries.days import ASKED_FOR, Saved, saved
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.running.words import running_words

MORNING: Final = ("response", "response_furthest", "settle_hours")
"""What a run says of the morning after."""
REVISABLE: Final = timedelta(days=3)
"""Days after a run from which an answer is late: the next morning and the 48 hours in which it is revised."""


def unanswered(session: Session, today: date) -> tuple[Run, ...]:
    """Return the runs of the last week before today that have no answer yet, the latest first."""
    store = session.reader()
    if store is None or today - ASKED_FOR < EARLIEST:
        return ()
    runs = store.runs(today - ASKED_FOR, today - timedelta(days=1))
    return tuple(run for run in reversed(runs) if run.response is None)


def runs_of(session: Session, day: date) -> tuple[Run, ...]:
    """Return the runs of a day."""
    store = session.reader()
    return () if store is None else tuple(store.runs(day, day))


def keep_morning(session: Session, answered: Run, shown_on: date, draft: str) -> Saved:
    """Record what `answered` says of the morning after; all else of the run stays as it is recorded.

    Returns the state of the day it is shown on. Raises NotThere for a run that is gone.
    """
    from sciatica_journal.storage.drafts import drop_draft
    from sciatica_journal.storage.history import changing

    store = session.writer()
    with changing(store, "how the run settled", session.now(), session.window) as change:
        run = store.get("run", answered.id)
        if not isinstance(run, Run):
            raise NotThere("That run is no longer there.", "Another window may have removed it; undo brings it back.")
        change.put(replace(run, **{name: getattr(answered, name) for name in MORNING}))
        drop_draft(store, draft)
    return saved(session, shown_on)


def late_line(day: date, today: date) -> str:
    """Return what is said where the answer about a run of `day` comes late, empty where it does not."""
    days = (today - day).days
    return running_words("morning")["late"].format(days=days) if days >= REVISABLE.days else ""
