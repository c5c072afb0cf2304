"""The period of a sheet where none is named: the last 90 days, or less where the pain or the journal is younger."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from sciatica_journal.domain.sheet.material import Period
from sciatica_journal.domain.signs.records import EPISODE_GAP
from sciatica_journal.domain.signs.windows import last_episode

DEFAULT_DAYS: Final = 90
LOOK_BACK: Final = timedelta(days=DEFAULT_DAYS - 1 + EPISODE_GAP)
"""How far back painful days are needed to see whether an episode began within the period."""


def default_period(
    last: date, today: date, *, recorded: date | None, onset: date | None, painful: Iterable[date]
) -> Period:
    """Return the 90 days up to `last`, cut at the beginning of the episode that goes on.

    It began at the `onset` that was told, else on the first painful day after eight weeks without; that many weeks
    have to lie between it and the first day that is `recorded`. Before that day nothing is missing, so the period
    begins there at the earliest.
    """
    first = last - timedelta(days=DEFAULT_DAYS - 1)
    began = onset if onset is not None else _known_start(painful, last, recorded)
    starts = [day for day in (began, recorded) if day is not None and first < day <= last]
    return Period(max([first, *starts]), last, today)


def _known_start(painful: Iterable[date], last: date, recorded: date | None) -> date | None:
    start = last_episode(painful, last)
    if start is None or recorded is None or (start - recorded).days < EPISODE_GAP:
        return None
    return start
