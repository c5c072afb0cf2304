"""When deep writing was too much, and when it rests for it (clinical reference 5.9).

The limits are the reference's own proposal, made to be careful; no trial set them.
"""

from collections.abc import Sequence
from datetime import date as Date
from datetime import time, timedelta
from typing import Final

from sciatica_journal.domain.reflection import Reflection

NEXT_DAY: Final = "next_day"
"""The key in a reflection's `extra` of the distress rating that is asked for the day after a hard sitting."""

HARD_AT: Final = 7
HARD_RISE: Final = 3
"""Distress (0-10) after a sitting, and its rise over the sitting in points, from which the sitting was hard."""
HIGHEST: Final = 10
"""The highest distress."""
HARD_IN_A_ROW: Final = 2
PAUSE: Final = timedelta(days=14)
"""After so many hard sittings in a row deep writing rests for so long."""
LATE_FROM: Final = time(22, 0)
LATE_TO: Final = time(5, 0)
"""Local time between which it is late."""

_DAY: Final = timedelta(days=1)


def is_late(clock: time) -> bool:
    """Return whether it is late at night, a poor time for deep writing alone (reference 5.9; the hours are ours)."""
    return clock >= LATE_FROM or clock < LATE_TO


def is_hard(sitting: Reflection) -> bool:
    """Return whether a deep sitting left much distress: 7 or more, or 3 more than before (reference 5.9)."""
    before, after = sitting.before, sitting.after
    return after is not None and (after >= HARD_AT or (before is not None and after - before >= HARD_RISE))


def next_day_of(sitting: Reflection) -> int | None:
    """Return the distress of the day after a hard sitting, None where it was not told."""
    found = sitting.extra.get(NEXT_DAY)
    whole = isinstance(found, int) and not isinstance(found, bool) and 0 <= found <= HIGHEST
    return found if isinstance(found, int) and whole else None


def is_back(sitting: Reflection) -> bool | None:
    """Return whether distress was back by the day after: at most 1 above what it was before, and below 7.

    None where nothing was told. Without a rating before, at most 3 is back.
    """
    told = next_day_of(sitting)
    if told is None:
        return None
    return told < HARD_AT and told <= (sitting.before if sitting.before is not None else 2) + 1


def asks_next_day(sitting: Reflection) -> bool:
    """Return whether the day after asks how upset one is: after a hard sitting, and after one left unrated.

    Who is most upset may simply leave.
    """
    return (sitting.after is None or is_hard(sitting)) and next_day_of(sitting) is None


def rest_of_deep(deep: Sequence[Reflection], day: Date) -> Date | None:
    """Return the day on which deep writing opens again, None where it does not rest.

    It rests for 14 days after two sittings in a row that were hard and not back by the day after; a day after that
    went by without an answer counts as not back. One left unrated counts by the answer of the day after, and without it
    for nothing. Sittings in order.
    """
    until: Date | None = None
    in_a_row = 0
    for one in deep:
        is_unknown = one.after is None and next_day_of(one) is None
        if is_unknown or one.date > day or (until is not None and one.date < until):
            continue
        back = is_back(one) if one.after is None or is_hard(one) else True
        if back is None and day <= one.date + _DAY:
            continue
        in_a_row = 0 if back else in_a_row + 1
        if in_a_row == HARD_IN_A_ROW:
            until, in_a_row = one.date + _DAY + PAUSE, 0
    return until if until is not None and day < until else None
