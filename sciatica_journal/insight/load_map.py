"""The map of load and stress: three by three, the mean of the next morning in each cell, and a note on chance.

Load is rest, a shorter or a longer run; stress is calm (0-3), middling (4-6) or high (7-10). The bands of stress are
fixed: a cell then means the same in spring and in autumn, and a person who is never above 3 is not told of high
stress, as thirds of the own ratings would do. Runs are divided at their own median, since 8 km are long for one person
and short for another.

Pain decides about running, so the plain mean after rest is high because one rests on bad days. Each cell therefore also
has the mean "had the days begun alike", from the model of the insight methods, section 0 (Frisch-Waugh: Lovell, JASA
1963), and the chance figure is about these. It comes from circular shifts of the mornings, which keep how pain drags
on from day to day (insight methods, section 1).

Simulated (400 diaries a cell; 90, 180 and 365 days, 30 % missing; also with pain deciding about runs, driving stress,
or easing over the diary): chance is at most .05 in 3.7 to 7.2 % where nothing acts; in 22 % at 180 and 52 % at 365 days
where a run changes the next morning by 0.8 points.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sciatica_journal.insight.controls import Controls, ahead, trend
from sciatica_journal.insight.questions import held_for, main_outcome
from sciatica_journal.insight.regression import independent
from sciatica_journal.insight.table import DayTable, Floats

LOADS: Final = ("rest", "shorter", "longer")
STRESSES: Final = ("calm", "middling", "high")
STRESS_EDGES: Final = (3.5, 6.5)
FEWEST_IN_CELL: Final = 5
"""Days that a cell needs before its mean is shown."""
FEWEST_FOR_CHANCE: Final = 40
"""Days that the chance figure needs: each gives one shift."""
_MEASURES: Final = (("km", "run_km"), ("minutes", "run_minutes"), ("effort", "run_effort"))
_SMALL: Final = 1e-9

Indices = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Cell:
    """Days of one load and one band of stress: how many, the mean of the next mornings, and that mean had the days
    begun alike (points of 0-10). Both are None under 5 days; `alike` also where it cannot be told."""

    load: str
    stress: str
    n: int
    mean: float | None
    alike: float | None


@dataclass(frozen=True, slots=True)
class LoadMap:
    """The nine cells, row by row in the order of LOADS and STRESSES, over `n` days whose next mornings have `mean`.

    `measure` is what tells a longer run: `km`, `minutes`, `effort`, or `none`, where no run is longer than another;
    above `edge` a run is longer. `chance` (0-1) is how often cells differ by as much, had the days begun alike, when
    the mornings have nothing to do with the map; None under 40 days or where fewer than two cells have a mean.
    """

    outcome: str
    measure: str
    edge: float | None
    cells: tuple[tuple[Cell, ...], ...]
    n: int
    mean: float
    chance: float | None


def load_map(table: DayTable, controls: Controls) -> LoadMap | None:
    """Return the map of the main outcome one day later; None where no day can be placed on it."""
    outcome = main_outcome(table)
    measure, dose = _measure(table)
    held = held_for(table, controls, table["run"], "stress", outcome)
    lead = ahead(table[outcome], 1)
    known = [lead, table["run"], table["stress"], *([dose] if dose is not None else []), *held]
    rows = np.flatnonzero(~np.isnan(np.column_stack(known)).any(axis=1))
    if not len(rows):
        return None
    run = table["run"][rows]
    edge = None if dose is None else _edge(dose[rows][run == 1])
    longer = np.zeros(len(rows)) if dose is None or edge is None else (run == 1) & (dose[rows] > edge)
    places = (3 * (run + longer) + np.searchsorted(STRESS_EDGES, table["stress"][rows])).astype(np.intp)
    y = lead[rows]
    base = np.column_stack([np.ones(len(rows)), *(one[rows] for one in held), *trend(rows.astype(np.float64))])
    counts = np.bincount(places, minlength=9)
    alike, chance = _alike(y, places, counts, base)
    cells = [
        Cell(
            LOADS[place // 3],
            STRESSES[place % 3],
            int(count),
            float(y[places == place].mean()) if count >= FEWEST_IN_CELL else None,
            alike.get(place),
        )
        for place, count in enumerate(counts)
    ]
    grid = tuple(tuple(cells[row : row + 3]) for row in (0, 3, 6))
    return LoadMap(outcome, measure, edge, grid, len(rows), float(y.mean()), chance)


def _measure(table: DayTable) -> tuple[str, Floats | None]:
    """Return what tells a longer run: the first of km, minutes and effort that at least half of the run days have."""
    ran = table["run"] == 1
    for name, column in _MEASURES:
        if 0 < np.count_nonzero(ran) <= 2 * np.count_nonzero(~np.isnan(table[column][ran])):
            return name, table[column]
    return "none", None


def _edge(doses: Floats) -> float | None:
    """Return the dose that the shorter half of the runs does not pass: the median, moved where many runs are alike."""
    values, counts = np.unique(doses, return_counts=True)
    if len(values) < 2:
        return None
    shares = np.cumsum(counts)[:-1] / len(doses)
    return float(values[int(np.argmin(np.abs(shares - 0.5)))])


def _alike(y: Floats, places: Indices, counts: Indices, base: Floats) -> tuple[dict[int, float], float | None]:
    """Return each cell's mean had the days begun alike, and how often chance makes the cells as different.

    Days in cells that are too small stay, under a mark of their own for each cell, so that they tell the controls
    apart but not the cells.
    """
    full = np.flatnonzero(counts >= FEWEST_IN_CELL)
    small = np.flatnonzero((counts > 0) & (counts < FEWEST_IN_CELL))
    marks = (places[:, None] == full[None, 1:]).astype(np.float64)
    others = (places[:, None] == small).astype(np.float64)
    columns = np.column_stack([base, others])
    held = columns[:, independent(columns)]
    if len(full) < 2 or len(y) - held.shape[1] - len(full) + 1 < 4:
        return {}, None
    basis = np.linalg.qr(held)[0]
    own = marks - basis @ (basis.T @ marks)
    products = own.T @ own
    if np.linalg.eigvalsh(products)[0] < _SMALL * len(y):
        return {}, None
    left = y - basis @ (basis.T @ y)
    effects = np.concatenate(([0.0], np.linalg.solve(products, own.T @ left)))
    middle = float(counts[full] @ effects) / float(counts[full].sum())
    mean = float(y[np.isin(places, full)].mean())
    alike = {int(place): mean + float(effect) - middle for place, effect in zip(full, effects, strict=True)}
    return alike, _chance(left, basis, own, products) if len(y) >= FEWEST_FOR_CHANCE else None


def _chance(left: Floats, basis: Floats, own: Floats, products: Floats) -> float | None:
    """Return the share of all circular shifts of `left` whose F for the cells is at least that of the real one.

    F and not the squares explained: what is shifted no longer stands square on the controls, which takes a share of it
    (Freedman and Lane, JBES 1983). All shifts at once, by the fast Fourier transform.
    """
    total = float(left @ left)
    if total < _SMALL:
        return None
    spectrum = np.conj(np.fft.rfft(left))[:, None] * np.fft.rfft(np.column_stack([basis, own]), axis=0)
    along = np.fft.irfft(spectrum, n=len(left), axis=0)
    on_controls, on_cells = along[:, : basis.shape[1]], along[:, basis.shape[1] :]
    explained = np.einsum("ij,ji->i", on_cells, np.linalg.solve(products, on_cells.T))
    over = total - np.einsum("ij,ij->i", on_controls, on_controls) - explained
    ratio = explained / np.maximum(over, _SMALL * total)
    return float(np.mean(ratio >= ratio[0] * (1 - _SMALL)))
