"""When no coin is tossed because the pain is up. The thresholds are ours, and not validated."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from statistics import median
from typing import Final

from sciatica_journal.domain.run import Run
from sciatica_journal.domain.signs.windows import Logged

LAST_DAYS: Final = 3
HIGH_DAYS: Final = 2
"""So many of the last three logged days at or above usual make a flare (insight methods, section 5)."""
OVER_USUAL: Final = 2
USUAL_DAYS: Final = 14
"""Logged days whose median is one's usual (docs/formats.md)."""
FEWEST_USUAL: Final = 5
"""Below so many days there is no usual yet."""
RECENT: Final = timedelta(days=14)
"""What lies further back says nothing of today."""


def in_a_flare(days: Sequence[Logged], runs: Iterable[Run], today: date) -> bool:
    """Return whether it is a flare: by either rating two of the last three logged days are 2 points or more above
    one's usual, the median of up to 14 logged days before them; or two of the last three answers to runs were flared.

    `days` in order; only what lies within 14 days up to `today` can make it a flare.
    """
    mornings = [(day.date, day.pain_morning) for day in days if day.date <= today]
    worst = [(day.date, day.pain_worst) for day in days if day.date <= today]
    return any(_is_up(one, today) for one in (mornings, worst)) or _runs_flare(runs, today)


def _is_up(ratings: Iterable[tuple[date, int | None]], today: date) -> bool:
    known = [(day, value) for day, value in ratings if value is not None]
    before, last = known[:-LAST_DAYS][-USUAL_DAYS:], known[-LAST_DAYS:]
    if len(before) < FEWEST_USUAL:
        return False
    usual = median(value for _, value in before)
    return sum(value >= usual + OVER_USUAL and today - day <= RECENT for day, value in last) >= HIGH_DAYS


def _runs_flare(runs: Iterable[Run], today: date) -> bool:
    answered = sorted((run.date, run.id, run.response) for run in runs if run.response is not None)
    recent = [response for day, _, response in answered if timedelta(0) <= today - day <= RECENT]
    return recent[-LAST_DAYS:].count("flared") >= HIGH_DAYS
