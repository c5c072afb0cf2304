"""The map of load and stress: counts and means by hand, the days alike, and chance."""

import warnings
from datetime import timedelta
from typing import Any

import numpy as np
import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.run import Run
from sciatica_journal.insight.controls import Controls
from sciatica_journal.insight.load_map import FEWEST_IN_CELL, LoadMap, load_map
from sciatica_journal.insight.table import DayTable
from tests.insight.diaries import FIRST
from tests.insight.worlds import POOR, finite, table_of, world


def mapped(table: DayTable) -> LoadMap:
    found = load_map(table, Controls(table))
    assert found is not None
    return found


def test_cells_count_days_and_take_the_next_mornings() -> None:
    """Every other day a run, of 9 and 4 km by turns; stress 2, 2, 5, 5, 8, 8; the morning is the row modulo 7."""
    days = [
        Day(FIRST + timedelta(days=row), pain_morning=row % 7, stress=(2, 2, 5, 5, 8, 8)[row % 6]) for row in range(50)
    ]
    runs = [
        Run(f"{row}", FIRST + timedelta(days=row), kind="run", distance_km=4.0 if row % 4 else 9.0)
        for row in range(0, 50, 2)
    ]
    found = mapped(table_of(days, runs))
    assert (found.measure, found.edge, found.n, found.outcome) == ("km", 4.0, 49, "pain_morning")
    assert found.mean == pytest.approx(np.mean([(row + 1) % 7 for row in range(49)]))
    rest_calm = [(row + 1) % 7 for row in range(49) if row % 6 in (0, 1) and row % 2]
    assert found.cells[0][0].n == len(rest_calm)
    assert found.cells[0][0].mean == pytest.approx(np.mean(rest_calm))
    small = [cell for row in found.cells for cell in row if cell.n < FEWEST_IN_CELL]
    assert small
    assert all(cell.mean is None and cell.alike is None for cell in small)
    assert sum(cell.n for row in found.cells for cell in row) == 49


@pytest.mark.parametrize(
    ("runs", "measure", "edge"),
    [
        ([{"distance_km": 5.0 + row % 3, "effort": 3} for row in range(29)], "km", 5.0),
        ([{"duration_min": 20.0 + row % 2, "effort": 3} for row in range(29)], "minutes", 20.0),
        ([{"effort": row % 10} for row in range(29)], "effort", 4.0),
        ([{"distance_km": 5.0}] * 29, "km", None),
        ([{}] * 29, "none", None),
    ],
)
def test_a_longer_run_is_told_by_what_most_runs_have(
    runs: list[dict[str, Any]], measure: str, edge: float | None
) -> None:
    days = [Day(FIRST + timedelta(days=row), pain_morning=row % 5, stress=row % 9) for row in range(60)]
    noted = [Run(f"{row}", FIRST + timedelta(days=2 * row), kind="run", **run) for row, run in enumerate(runs)]
    found = mapped(table_of(days, noted))
    assert (found.measure, found.edge) == (measure, edge)
    assert (sum(cell.n for cell in found.cells[2]) > 0) == (edge is not None)


def test_resting_on_bad_days_does_not_look_like_help_from_running() -> None:
    plain, alike = [], []
    for seed in range(5):
        rest, _, longer = mapped(world(seed, 365, reverse=0.8)).cells
        pairs = [(one, other) for one, other in zip(rest, longer, strict=True) if one.n >= 15 and other.n >= 15]
        plain += [(one.mean or 0) - (other.mean or 0) for one, other in pairs]
        alike += [(one.alike or 0) - (other.alike or 0) for one, other in pairs]
    assert len(plain) > 7
    assert np.mean(plain) > 0.6
    assert abs(np.mean(alike)) < 0.2


def test_chance_is_small_where_running_acts_and_even_where_nothing_does() -> None:
    acts = [mapped(world(seed, 365, run_effect=1.5)).chance or 1.0 for seed in range(3)]
    assert max(acts) <= 0.02
    nothing = [mapped(world(seed, 120, reverse=0.6)).chance for seed in range(24)]
    shares = [one for one in nothing if one is not None]
    assert len(shares) == 24
    assert 0.3 < np.mean(shares) < 0.7
    assert np.mean([share <= 0.05 for share in shares]) <= 0.125


@pytest.mark.parametrize("name", POOR)
def test_poor_tables_are_answered_without_a_warning(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = load_map(POOR[name], Controls(POOR[name]))
    assert finite(found)
    if name in ("one day", "two days", "no ratings", "pain without stress"):
        assert found is None or found.chance is None
