"""A step against the proposal that is timed: the reason is there before the run is."""

from dataclasses import replace
from typing import NamedTuple

from sciatica_journal.domain.care.override import Override
from sciatica_journal.domain.run import Run
from sciatica_journal.services.care.records import remove_care, save_care
from sciatica_journal.services.journal.session import Session


class Reason(NamedTuple):
    """A reason that has no run yet, and the runs of the day that were there before it."""

    override: Override
    before: frozenset[str]


def keep_reason(session: Session, override: Override) -> Reason:
    """Keep the reason as one without a run."""
    kept = replace(override, run=None)
    save_care(session, kept)
    runs = session.readable().runs(kept.date, kept.date)
    return Reason(kept, frozenset(run.id for run in runs))


def join_run(session: Session, reason: Reason, begun: Run) -> bool:
    """Join the reason to the run that was timed since, and return whether there is one.

    Where the time was thrown away the reason goes with it; where it still runs, the reason stays without a run.
    """
    from sciatica_journal.services.running.timing import find_timed

    runs = session.readable().runs(begun.date, begun.date)
    mine = [run for run in runs if run.id not in reason.before and (run.ladder, run.step) == (begun.ladder, begun.step)]
    if mine:
        save_care(session, replace(reason.override, run=mine[-1].id))
    elif find_timed(session) is None:
        remove_care(session, reason.override)
    return bool(mine)
