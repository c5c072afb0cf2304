"""Pain that does not get better over six weeks (rule 18)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from sciatica_journal.domain.signs.records import RECENT_DAYS
from sciatica_journal.domain.signs.windows import Logged, before, hurts, last_episode, median, pain

NOT_IMPROVING: Final = "not_improving"
SIX_WEEKS: Final = 42
"""Days of pain without improvement after which it is asked to be looked at."""
ASK_AGAIN: Final = timedelta(days=90)

LEAST_PAIN: Final = 2
"""Median pain (0-10) of a fortnight below which nothing is asked."""
BETTER_BY: Final = 2
BETTER_SHARE: Final = 0.7
"""Better is two points or 30 % less, on the fortnight's median, and so is worse, the other way. Our thresholds; the
30 % is what is mostly counted as a change that matters."""
_FEWEST_RATED: Final = 4
"""Rated days that the median of a fortnight needs."""


def is_not_improving(days: Sequence[Logged], today: date, asked: date | None = None) -> bool:
    """Return whether the pain of an episode of six weeks or more has not got better over them.

    `days` reach back DAYS_BACK days. Once asked, it is asked again after 90 days, or once the pain is worse than it
    was then.
    """
    now = median(before(days, today, RECENT_DAYS - 1, 0), pain, _FEWEST_RATED)
    if now is None or now < LEAST_PAIN:
        return False
    if asked is not None and today - asked < ASK_AGAIN:
        then = median(before(days, asked, RECENT_DAYS - 1, 0), pain, _FEWEST_RATED)
        return today - asked >= timedelta(days=RECENT_DAYS) and then is not None and now >= then + BETTER_BY
    then = median(before(days, today, SIX_WEEKS + RECENT_DAYS - 1, SIX_WEEKS), pain, _FEWEST_RATED)
    if then is None or not _is_one_episode(days, today):
        return False
    return now > then - BETTER_BY and now > then * BETTER_SHARE


def _is_one_episode(days: Sequence[Logged], today: date) -> bool:
    """Return whether there is pain from six weeks ago until now, without eight weeks free of it."""
    begun = last_episode((day.date for day in days if hurts(day)), today)
    return begun is not None and begun <= today - timedelta(days=SIX_WEEKS)
