"""How often a practice is good: a gap between sittings, and a rest after a series of them."""

from collections.abc import Sequence
from datetime import date, timedelta

from sciatica_journal.domain.practices.practice import Practice


def good_again(practice: Practice, days: Sequence[date]) -> date | None:
    """Return the first day on which a practice is good again after sittings on `days`, ascending; None without any."""
    if not days:
        return None
    repeat = practice.repeat
    over = repeat.sessions is not None and _in_series(practice, days) >= repeat.sessions
    return days[-1] + timedelta(days=repeat.rest_days if over else repeat.gap_days)


def next_session(practice: Practice, days: Sequence[date]) -> int:
    """Return which sitting of its series the next one is, from 1."""
    done = _in_series(practice, days)
    return 1 if done == practice.repeat.sessions else done + 1


def _in_series(practice: Practice, days: Sequence[date]) -> int:
    """Return how many sittings the last series has. It ends with its last one, or with a pause as long as its rest."""
    most, rest = practice.repeat.sessions, timedelta(days=max(practice.repeat.rest_days, 1))
    done = 0
    for place, day in enumerate(days):
        anew = place > 0 and day - days[place - 1] >= rest
        done = 1 if anew or done == most else done + 1
    return done
