"""Flares by hand, their rates in simulated diaries, and the days before them."""

import warnings
from datetime import timedelta

import numpy as np
import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.insight.flares import Before, Flare, flares
from sciatica_journal.insight.table import DayTable
from tests.insight.diaries import FIRST
from tests.insight.worlds import POOR, finite, same, table_of, world


def diary_of(*ratings: int, outcome: str = "pain_morning") -> DayTable:
    """A day for each rating; -1 is a day without."""
    days = [
        Day(FIRST + timedelta(days=row), **{outcome: rating})  # type: ignore[arg-type]
        for row, rating in enumerate(ratings)
        if rating >= 0
    ]
    return table_of(days)


def touches(flare: Flare, first: int, last: int) -> bool:
    """Whether one of these days, counted from FIRST, lies in the flare."""
    return flare.start <= FIRST + timedelta(days=last) and (flare.end or flare.last) >= FIRST + timedelta(days=first)


@pytest.mark.parametrize("outcome", ["pain_morning", "pain_worst"])
def test_a_flare_starts_with_its_first_high_day_and_ends_with_its_last(outcome: str) -> None:
    (found,) = flares(diary_of(*[3] * 20, 5, 7, 3, 6, 4, 4, 4, *[3] * 10, outcome=outcome))
    assert (found.start, found.end) == (FIRST + timedelta(days=20), FIRST + timedelta(days=23))
    assert (found.days, found.peak, found.threshold, found.outlasted) == (4, 7.0, 5.0, False)


def test_one_bad_day_or_too_short_a_past_is_no_flare() -> None:
    assert flares(diary_of(*[3] * 20, 9, 3, 3, 9, *[3] * 10)) == ()
    assert flares(diary_of(*[3] * 9, 8, 8, 8)) == ()
    assert flares(diary_of(*[3] * 20, 4, 4, 4, 4, *[3] * 10)) == ()


def test_a_flare_that_goes_on_has_no_end() -> None:
    found = flares(diary_of(*[2] * 30, 6, 6, 5, 3))
    assert [(one.start, one.end, one.last, one.days) for one in found] == [
        (FIRST + timedelta(days=30), None, FIRST + timedelta(days=32), 3)
    ]


def test_silence_ends_a_flare() -> None:
    (found,) = flares(diary_of(*[2] * 30, 6, 6, *[-1] * 3000, *[6] * 5))
    assert found.end == FIRST + timedelta(days=31)


def test_a_level_that_stays_becomes_the_usual_one() -> None:
    found = flares(diary_of(*[2] * 60, *[6] * 100, 9, 9, 9, *[6] * 30))
    assert [(one.outlasted, one.days) for one in found] == [(True, 43), (False, 3)]
    assert found[1].threshold == 8.0


def test_the_days_before_are_set_next_to_usual_days() -> None:
    days = [Day(FIRST + timedelta(days=row), pain_morning=3, stress=4, sleep_hours=7.0) for row in range(40)]
    days[-3:] = [Day(one.date, pain_morning=3, stress=stress, sleep_hours=5.0)
                 for one, stress in zip(days[-3:], (8, 9, 10), strict=True)]  # fmt: skip
    (found,) = flares(table_of([*days, *same(4, FIRST + timedelta(days=40), pain_morning=8, stress=1)]))
    assert found.before == (Before("stress", 9.0, 4.0), Before("sleep_hours", 5.0, 7.0), Before("run_km", 0.0, 0.0))


def test_quiet_diaries_have_few_and_what_is_injected_is_found() -> None:
    chance, quiet, met = np.random.default_rng(4), 0, 0
    for _ in range(10):
        swings = np.zeros(365)
        for day in range(1, 365):
            swings[day] = 0.5 * swings[day - 1] + chance.normal(0, 0.87)
        ratings = np.clip(np.round(3 + swings), 0, 10).astype(int).tolist()
        quiet += len(flares(diary_of(*ratings)))
        ratings[100:108] = [min(rating + 4, 10) for rating in ratings[100:108]]
        met += any(touches(one, 100, 107) for one in flares(diary_of(*ratings)))
    assert 0.6 <= quiet / 10 <= 3
    assert met >= 9


@pytest.mark.parametrize("name", POOR)
def test_poor_tables_are_answered_without_a_warning(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = flares(POOR[name])
    assert finite(found)
    assert found == ()


def test_the_same_table_gives_the_same_flares_as_plain_values() -> None:
    table = world(3, 365, phi=0.8)
    found = flares(table)
    assert found
    assert found == flares(table)
    assert finite(found)
