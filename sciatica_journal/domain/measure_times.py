"""When measures are due, and when they are left out. Our rules: weekly or monthly at most, and never a nag."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

WEEK: Final = timedelta(days=7)
MONTH: Final = timedelta(days=30)

FIRST_UNDER: Final = 4
"""A Roland-Morris score below this cannot show that things get better (clinical reference, section 3: weak below 4)."""

MOST_SKIPS: Final = 3
"""After so many weeks skipped in a row nothing is offered any more: the answer is plain."""


def next_after(last: date | None, pause: timedelta) -> date | None:
    """Return the first day on which another reading may be made, None where there was none yet."""
    return None if last is None else last + pause


def is_due(today: date, last: date | None, pause: timedelta) -> bool:
    """Return whether the pause since the last reading is over. A reading dated ahead of today counts as just made."""
    return last is None or today - last >= pause


def is_dropped(scores: Iterable[float]) -> bool:
    """Return whether the Roland-Morris questionnaire is left out: its first score, and every one since, is under 4."""
    found = list(scores)
    return bool(found) and max(found) < FIRST_UNDER


def may_offer(today: date, skipped: date | None, skips: int) -> bool:
    """Return whether measures may be offered: not in the week after a skip, not after three skips in a row."""
    return skips < MOST_SKIPS and is_due(today, skipped, WEEK)
