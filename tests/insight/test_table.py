"""The columns of a table: what a day's runs come to."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.run import Run
from sciatica_journal.insight.paired import paired_change
from tests.insight.diaries import FIRST
from tests.insight.worlds import same, table_of


def doses(*runs: Run) -> list[float | None]:
    table = table_of([Day(FIRST, stress=1), *same(1, FIRST.replace(day=3), stress=2)], list(runs))
    found = [float(table[name][0]) for name in ("run", "run_km", "run_minutes", "run_effort")]
    assert [float(table[name][2]) for name in ("run", "run_km", "run_minutes", "run_effort")] == [0.0] * 4
    assert np.isnan([table[name][1] for name in ("run", "run_km", "run_minutes", "run_effort")]).all()
    return [None if np.isnan(one) else one for one in found]


def test_runs_of_a_day_are_summed_and_the_largest_effort_counts() -> None:
    first = Run("a", FIRST, kind="run", distance_km=5.0, duration_min=30.0, effort=3)
    second = Run("b", FIRST, kind="run_walk", distance_km=2.5, duration_min=20.0, effort=7)
    assert doses(first, second) == [1.0, 7.5, 50.0, 7.0]
    assert doses(first, Run("b", FIRST, kind="run", effort=2)) == [1.0, None, None, 3.0]
    assert doses(first, Run("b", FIRST, kind="walk", distance_km=9.0, effort=9)) == [1.0, 5.0, 30.0, 3.0]
    assert doses(Run("a", FIRST, kind="run")) == [1.0, None, None, None]
    assert doses(Run("a", FIRST, distance_km=4.0)) == [1.0, 4.0, None, None]
    assert doses(Run("a", FIRST, kind="walk", distance_km=4.0)) == [0.0] * 4


def test_an_outing_of_no_kind_is_a_run_in_every_column_and_around_it() -> None:
    runs = [Run(str(n), FIRST, surface="road", response="flared", pain_before=1, pain_after=3) for n in range(10)]
    table = table_of([Day(FIRST, stress=1)], runs)
    assert (table["run"][0], table.surfaces["road"][0], table["response"][0]) == (1.0, 1.0, 2.0)
    paired = paired_change(runs)
    assert paired is not None
    assert (paired.n, paired.effect) == (10, 2.0)
    assert paired_change([replace(run, kind="walk") for run in runs]) is None


def test_a_column_is_made_for_each_surface_and_not_for_each_run(monkeypatch: pytest.MonkeyPatch) -> None:
    made, where = [], np.where

    def counted(*given: Any) -> Any:
        made.append(given)
        return where(*given)

    monkeypatch.setattr("sciatica_journal.insight.table.np.where", counted)
    runs = [Run(str(n), FIRST, surface=("road", "trail")[n % 2]) for n in range(100)]
    table = table_of(same(2, stress=1), runs)
    assert {name: column.tolist() for name, column in table.surfaces.items()} == {
        "road": [1.0, 0.0],
        "trail": [1.0, 0.0],
    }
    assert len(made) < 20
