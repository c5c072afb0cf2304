"""What a trial is judged by: its draws, the runs and days around them, and the urgent flags."""

from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from sciatica_journal.domain.checks import EARLIEST, LATEST
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.trial.draw import Draw
from sciatica_journal.domain.trial.trial import Trial
from sciatica_journal.services.journal.session import Session

if TYPE_CHECKING:
    from sciatica_journal.domain.safety.flag_record import Flag
    from sciatica_journal.domain.signs.records import LoggedDay

_USUAL_REACH: Final = timedelta(days=60)
"""How far back days are read from which one's usual comes."""


class Facts(NamedTuple):
    """The newest trial with its draws in order; runs since two weeks before it, days of the last two months."""

    trial: Trial
    draws: tuple[Draw, ...] = ()
    runs: tuple[Run, ...] = ()
    days: "tuple[LoggedDay, ...]" = ()
    flags: "tuple[Flag, ...]" = ()


def newest_trial(session: Session) -> Trial | None:
    """Return the trial begun last, None where there never was one. One small query."""
    store = session.reader()
    found = store.between(Trial.TYPE, EARLIEST, LATEST) if store is not None else []
    trials = [one for one in found if isinstance(one, Trial)]
    return max(trials, key=lambda one: (one.date, str(one.at or "")), default=None)


def read_facts(session: Session) -> Facts | None:
    """Return the facts of the newest trial, None where there never was one. Reads only."""
    from sciatica_journal.domain.trial.flaring import RECENT
    from sciatica_journal.storage.logged_days import logged_days
    from sciatica_journal.storage.set_aside import flag_records

    trial, store = newest_trial(session), session.reader()
    if trial is None or store is None:
        return None
    today = session.today()
    found = [one for one in store.between(Draw.TYPE, trial.date, LATEST) if isinstance(one, Draw)]
    draws = sorted((one for one in found if one.trial == trial.id), key=lambda one: one.number)
    return Facts(
        trial,
        tuple(draws),
        tuple(store.runs(max(EARLIEST, trial.date - RECENT), today)),
        tuple(logged_days(store, max(EARLIEST, today - _USUAL_REACH), today)),
        tuple(flag_records(store)),
    )
