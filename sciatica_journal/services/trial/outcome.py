"""Asking the engine what a trial came to."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from sciatica_journal.domain.checks import EARLIEST
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.trial.draw import Draw
from sciatica_journal.domain.trial.result import TrialResult
from sciatica_journal.domain.trial.trial import Trial
from sciatica_journal.services.journal.session import Session

_BEFORE: Final = timedelta(days=90)
"""How far before the first draw days are read, to be held equal."""


def ask_result(session: Session, trial: Trial, draws: Sequence[Draw]) -> TrialResult:
    """Return the result of a trial by all that is logged. Loads numpy. Reads only."""
    from sciatica_journal.insight.trial import trial_result

    store = session.readable()
    first = max(EARLIEST, trial.date - _BEFORE)
    days = [one for one in store.between("day", first, session.today()) if isinstance(one, Day)]
    return trial_result(trial, draws, days, store.runs(first, session.today()))
