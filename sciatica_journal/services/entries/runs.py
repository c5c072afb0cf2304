"""Runs: add, change, remove, and answer how one settled."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sciatica_journal.domain.errors import NotThere
from sciatica_journal.domain.labels import KIND_LABELS
from sciatica_journal.domain.merge import merge_record
from sciatica_journal.domain.run import Run
from sciatica_journal.services.entries.days import Saved, saved
from sciatica_journal.services.history.naming_days import check_not_future
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.drafts import drop_draft
from sciatica_journal.storage.history import changing

RUN_DRAFT = "run form"


def save_run(
    session: Session, run: Run, shown_on: date, drafts: Sequence[str] = (RUN_DRAFT,), seen: Run | None = None
) -> Saved:
    """Add the run, or replace the one of the same id; the `drafts` that it comes from are done with.

    `seen` is the run as the caller last saw it: what another window changed since is not overwritten.
    Returns the state of the day it is shown on.
    """
    check_not_future(session, run.date)
    store = session.writer()
    clashes: tuple[str, ...] = ()
    with changing(store, KIND_LABELS.get(run.kind or "run", "run"), session.now(), session.window) as change:
        current = store.get("run", run.id)
        if seen is not None and isinstance(current, Run):
            run, clashes = merge_record(run, seen, current)
        change.put(run)
        for draft in drafts:
            drop_draft(store, draft)
    return saved(session, shown_on, clashes)


def remove_run(session: Session, ident: str, shown_on: date) -> Saved:
    """Remove a run; undo brings it back."""
    store = session.writer()
    with changing(store, "removed run", session.now(), session.window) as change:
        change.remove("run", ident)
    return saved(session, shown_on)


def set_response(session: Session, ident: str, response: str | None, shown_on: date) -> Saved:
    """Record how a run settled by the next morning. Raises NotThere for a run that is gone."""
    store = session.writer()
    with changing(store, "how the run settled", session.now(), session.window) as change:
        run = store.get("run", ident)
        if not isinstance(run, Run):
            raise NotThere("That run is no longer there.", "Another window may have removed it; undo brings it back.")
        change.put(replace(run, response=response))
    return saved(session, shown_on)
