"""Moments: time-stamped lines of a day."""

from datetime import date

from sciatica_journal.domain.merge import merge_record
from sciatica_journal.domain.moment import Moment
from sciatica_journal.services.entries.days import Saved, saved
from sciatica_journal.services.history.naming_days import check_not_future
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.drafts import drop_draft
from sciatica_journal.storage.history import changing

MOMENT_DRAFT = "moment form"


def save_moment(session: Session, moment: Moment, seen: Moment | None = None) -> Saved:
    """Add the moment, or replace the one of the same id.

    `seen` is the moment as the caller last saw it: what another window changed since is not overwritten.
    """
    check_not_future(session, moment.date)
    store = session.writer()
    clashes: tuple[str, ...] = ()
    with changing(store, "moment", session.now(), session.window) as change:
        current = store.get("moment", moment.id)
        if seen is not None and isinstance(current, Moment):
            moment, clashes = merge_record(moment, seen, current)
        change.put(moment)
        drop_draft(store, MOMENT_DRAFT)
    return saved(session, moment.date, clashes)


def remove_moment(session: Session, ident: str, shown_on: date) -> Saved:
    """Remove a moment; undo brings it back."""
    store = session.writer()
    with changing(store, "removed moment", session.now(), session.window) as change:
        change.remove("moment", ident)
    return saved(session, shown_on)
