"""Whether pain is of a new episode: begun within six weeks, after eight weeks without."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from sciatica_journal.domain.signs.records import EPISODE_GAP
from sciatica_journal.domain.signs.windows import FEWEST, Logged, hurts, last_episode

NEW_FOR: Final = timedelta(weeks=6)
"""For so long an episode is new: the time for which light mode is worth an offer (clinical reference, 0.1)."""


def episode_start(days: Sequence[Logged], today: date, onset: date | None = None) -> date | None:
    """Return the first day of the episode that is going on, None where there is none or the notes cannot tell.

    `days` reach back six weeks and the eight before them (DAYS_BACK). Where the eight weeks before the first pain
    hold fewer than three notes, nothing says that they were free of it: then only `onset` counts, which was told.
    """
    painful = [day.date for day in days if day.date <= today and hurts(day)]
    start = last_episode(painful, today)
    if start is None or today - max(painful) >= timedelta(days=EPISODE_GAP):
        return None
    quiet = [day for day in days if timedelta(0) < start - day.date <= timedelta(days=EPISODE_GAP)]
    told = onset if onset is not None and onset <= today else None
    if len(quiet) < FEWEST:
        return told
    return start if told is None or told < start - timedelta(days=EPISODE_GAP) else min(start, told)


def is_new_episode(days: Sequence[Logged], today: date, onset: date | None = None) -> bool:
    """Return whether an episode is in its first six weeks."""
    start = episode_start(days, today, onset)
    return start is not None and today - start < NEW_FOR
