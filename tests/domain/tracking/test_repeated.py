"""A rating changed again and again: deliberate changes count, steps on the way do not."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciatica_journal.domain.tracking.repeated import WITHIN, RatingChange, changes_of, is_enough
from tests.given import NOW, TODAY

SECOND = timedelta(seconds=1)


def changes(values: list[int | None], seconds: float = 20, field: str = "pain_worst") -> list[RatingChange]:
    pairs = pairwise(values)
    return [
        RatingChange(NOW + seconds * at * SECOND, TODAY, field, before, after)
        for at, (before, after) in enumerate(pairs)
    ]


@pytest.mark.parametrize(
    ("values", "seconds", "counted"),
    [
        ([None, 3], 20, 0),
        ([None, 3, 5], 20, 1),
        ([None, 3, 5, 3, 6, 4], 20, 4),
        ([None, 3, 5, 3, 6, 4], 1, 4),  # digits, one after the other
        ([None, 3, 4, 5, 4, 3], 20, 4),
        ([None, 0, 1, 2, 3, 4, 5, 6], 0.2, 0),  # held arrow key
        ([2, 3, 4, 5, 6], 0.2, 1),
        ([None, 1, 10], 0.5, 0),  # the digits of ten
        ([4, None, 5, None, 6], 20, 2),
    ],
)
def test_what_counts_as_a_change(values: list[int | None], seconds: float, counted: int) -> None:
    made = changes(values, seconds)
    assert changes_of(made, made[-1]) == counted
    assert is_enough(made, made[-1]) == (counted >= 4)


def test_only_the_same_rating_of_the_same_day_counts() -> None:
    made = [*changes([3, 5, 3, 6, 4], field="stress"), *changes([3, 5])]
    assert changes_of(made, made[-1]) == 1
    other = made[-1]._replace(day=TODAY - timedelta(days=1))
    assert changes_of([*made, other], other) == 1


def test_after_ten_minutes_it_is_forgotten() -> None:
    made = changes([3, 5, 3, 6, 4])
    assert is_enough(made, made[-1])
    late = made[-1]._replace(at=made[0].at + WITHIN + SECOND)
    assert not is_enough([*made[:-1], late], late)


@given(st.lists(st.one_of(st.none(), st.integers(0, 10)), min_size=2, max_size=30), st.floats(0, 100))
def test_never_more_than_were_made(values: list[int | None], seconds: float) -> None:
    made = changes(values, seconds)
    assert 0 <= changes_of(made, made[-1]) <= len(made)
