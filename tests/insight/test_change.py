"""Before and after a change: the days that count, the interval, and its coverage."""

import warnings
from datetime import date, timedelta

import numpy as np
import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.insight.change import change
from sciatica_journal.insight.table import DayTable
from tests.insight.diaries import FIRST
from tests.insight.worlds import POOR, finite, same, table_of, world

ON = FIRST + timedelta(days=40)


@pytest.mark.parametrize("outcome", ["pain_morning", "pain_worst"])
def test_28_days_before_and_28_after_a_gap_of_three_count(outcome: str) -> None:
    ratings = [9] * 12 + [2, 4] * 14 + [10] * 3 + [5, 7] * 14 + [0] * 9
    days = [Day(FIRST + timedelta(days=row), **{outcome: rating}) for row, rating in enumerate(ratings)]  # type: ignore[arg-type]  # by name
    found = change(table_of(days), ON)
    assert found is not None
    assert (found.before, found.after, found.difference) == (3.0, 6.0, 3.0)
    assert (found.n_before, found.n_after, found.outcome, found.on) == (28, 28, outcome, ON)
    assert found.low < 3 < found.high
    assert found.low + found.high == pytest.approx(6)


def test_ten_rated_days_are_needed_on_each_side() -> None:
    before = same(10, FIRST + timedelta(days=20), pain_morning=3)
    after = same(10, ON + timedelta(days=3), pain_morning=5)
    assert change(table_of([*before, *after]), ON) is not None
    assert change(table_of([*before[1:], *after]), ON) is None
    assert change(table_of([*before, *after[1:]]), ON) is None


def test_ratings_that_are_all_alike_still_have_an_interval() -> None:
    found = change(table_of([*same(40, pain_morning=0), *same(40, ON, pain_morning=10)]), ON)
    assert found is not None
    assert found.difference == 10
    assert 0.1 < found.high - found.low < 1


def test_the_interval_is_wider_where_pain_drags_on() -> None:
    widths = {}
    for phi in (0.0, 0.8):
        found = [change(world(seed, 80, phi=phi, missing=0.1), ON) for seed in range(5)]
        widths[phi] = np.mean([one.high - one.low for one in found if one is not None])
    assert widths[0.8] > 1.5 * widths[0.0]


def test_the_interval_holds_the_truth() -> None:
    chance, held = np.random.default_rng(8), []
    for _ in range(150):
        pain = np.zeros(75)
        for day in range(1, 75):
            pain[day] = 0.5 * pain[day - 1] + chance.normal(0, 1.3)
        pain = np.where(chance.random(75) < 0.2, np.nan, np.round(np.clip(4 + pain, 0, 10)))
        found = change(
            DayTable(FIRST, ~np.isnan(pain), {"pain_morning": pain, "pain_worst": pain, "furthest": pain}), ON
        )
        assert found is not None
        held.append(found.low <= 0 <= found.high)
    assert 0.89 < np.mean(held) < 0.985


@pytest.mark.parametrize("name", POOR)
def test_poor_tables_and_far_dates_are_answered_without_a_warning(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for on in (FIRST, ON, FIRST + timedelta(days=3655), date.min, date.max):
            assert finite(change(POOR[name], on))
        assert change(POOR[name], date.max) is None
        assert change(POOR[name], date.min) is None
