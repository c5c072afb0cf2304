"""A rating that is changed again and again: a sign to look away from it for a while."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

MOST: Final = 4
"""Changes of one rating that are enough."""
WITHIN: Final = timedelta(minutes=10)
_STEP_WITHIN: Final = timedelta(seconds=3)
"""Steps of one that follow each other so closely are one change, made with the arrow keys."""


class RatingChange(NamedTuple):
    """A rating of a day that was set from one value to another; None for not recorded."""

    at: datetime
    day: date
    field: str
    before: int | None
    after: int | None


def changes_of(made: Sequence[RatingChange], last: RatingChange) -> int:
    """Return how often the rating of the `last` change was changed in the ten minutes up to it, `last` among them.

    `made` is in order and may hold `last`. A first value is no change, nor is a step on the way to another.
    """
    row = [
        one
        for one in made
        if (one.day, one.field) == (last.day, last.field) and timedelta(0) <= last.at - one.at <= WITHIN
    ]
    counted = 0
    before: RatingChange | None = None
    for one in row:
        if one.before is not None and not _goes_on(before, one):
            counted += 1
        before = one
    return counted


def is_enough(made: Sequence[RatingChange], last: RatingChange) -> bool:
    """Return whether the rating was changed so often that a pause is kinder than another number."""
    return changes_of(made, last) >= MOST


def _goes_on(before: RatingChange | None, one: RatingChange) -> bool:
    """Return whether a change goes on with the one before: a further step, or the second digit of ten."""
    if before is None or one.before is None or one.after is None or one.at - before.at > _STEP_WITHIN:
        return False
    return abs(one.after - one.before) == 1 or (one.before, one.after) == (1, 10)
