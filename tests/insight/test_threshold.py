"""Thresholds of the dose: found where there is a step, not on a line, and the same at every look."""

import warnings
from dataclasses import replace

import numpy as np
import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.insight.controls import Controls
from sciatica_journal.insight.table import DayTable
from sciatica_journal.insight.threshold import FEWEST_A_SIDE, Threshold, thresholds
from tests.insight.diaries import FIRST
from tests.insight.worlds import POOR, finite, runs_on, same, table_of, world


def of_km(table: DayTable) -> Threshold:
    found = thresholds(table, Controls(table))
    assert [one.dose for one in found][:1] == ["run_km"]
    return found[0]


def test_a_step_is_found_where_it_is() -> None:
    found = [of_km(world(seed, 500, step=2.0)) for seed in range(3)]
    assert all(one.is_found for one in found)
    assert all(abs(one.at - 8) <= 1 for one in found)
    assert all(one.low <= one.step <= one.high for one in found)
    assert np.mean([one.step for one in found]) == pytest.approx(2.0, abs=0.4)


def test_a_line_is_no_step() -> None:
    found = [of_km(world(seed, 300, per_km=0.3)) for seed in range(7)]
    assert np.mean([one.is_found for one in found]) <= 0.15
    assert np.mean([one.low > 0 for one in found]) > 0.9, "longer runs are worse all the same"


def test_the_joint_p_is_never_below_that_of_the_dose() -> None:
    table = world(4, 300, step=1.0)
    found = thresholds(table, Controls(table))
    assert [one.dose for one in found] == ["run_km", "run_minutes", "run_effort"]
    assert all(1 / 200 <= one.p <= one.p_joint <= 1 for one in found)
    assert {one.n for one in found} == {found[0].n}
    assert all(FEWEST_A_SIDE <= one.above <= one.n - FEWEST_A_SIDE for one in found)


def test_it_is_the_same_at_every_look_and_of_plain_values() -> None:
    table = world(2, 300, step=1.6)
    first = thresholds(table, Controls(table))
    np.random.default_rng().normal()
    thresholds(world(3, 200), Controls(world(3, 200)))
    assert thresholds(table, Controls(table)) == first
    assert finite(first)
    columns = {name: column for name, column in table.columns.items() if name != "run_effort"}
    columns["run_effort"] = np.full(len(table), np.nan)
    alone = thresholds(replace(table, columns=columns), Controls(table))
    assert [(one.dose, one.at, one.p) for one in alone] == [(one.dose, one.at, one.p) for one in first[:2]]


def test_forty_runs_and_two_lengths_are_needed() -> None:
    short = world(1, 70)
    assert np.nansum(short["run"]) < 40
    assert thresholds(short, Controls(short)) == ()
    days = [Day(one.date, pain_morning=row % 5) for row, one in enumerate(same(150, FIRST))]
    table = table_of(days, runs_on(days[::2], distance_km=8.0))
    assert thresholds(table, Controls(table)) == ()


def test_a_run_on_every_day_is_answered() -> None:
    days = [Day(one.date, pain_morning=(row * 7) % 5) for row, one in enumerate(same(150, FIRST))]
    runs = [replace(run, distance_km=3.0 + row % 11) for row, run in enumerate(runs_on(days))]
    found = of_km(table_of(days, runs))
    assert found.n == 149
    assert finite(found)


@pytest.mark.parametrize("name", POOR)
def test_poor_tables_have_none_and_give_no_warning(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert thresholds(POOR[name], Controls(POOR[name])) == ()
