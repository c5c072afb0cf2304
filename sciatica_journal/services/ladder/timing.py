"""A step against the proposal that is timed: the reason is there before the run is."""

from dataclasses import replace

from sciatica_journal.domain.care.override import Override
from sciatica_journal.domain.run import Run
from sciatica_journal.services.care.records import save_care
from sciatica_journal.services.journal.session import Session


def keep_reason(session: Session, override: Override) -> Override:
    """Keep the reason as one without a run."""
    kept = replace(override, run=None)
    save_care(session, kept)
    return kept


def join_run(session: Session, override: Override, begun: Run) -> bool:
    """Join the reason to the run that was timed since, and return whether there is one."""
    runs = session.readable().runs(begun.date, begun.date)
    mine = [run for run in runs if (run.ladder, run.step) == (begun.ladder, begun.step)]
    if not mine:
        return False
    save_care(session, replace(override, run=mine[-1].id))
    return True
