"""The table of days: one row a calendar day, NaN for what was not recorded."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.legs import SENSATIONS
from sciatica_journal.domain.run import WITH_RUNNING, Run

Floats = NDArray[np.float64]

RESPONSE_SCORES: Final = {"settled": 0.0, "lingering": 1.0, "flared": 2.0}
_SIDES: Final = {"none": 0.0, "left": 1.0, "right": 1.0, "both": 2.0}
MOST_FACTORS: Final = 200
"""Factors, and feelings, that are looked at: those recorded most often."""


@dataclass(frozen=True, slots=True)
class DayTable:
    """Columns over the calendar days from the first to the last logged one; `first` is the day of row 0.

    Ratings are 0-10, `furthest` 0-6 (the leg that is worse), `sleep_hours` of the night that ended on the day,
    `run_km` and `run_minutes` the sum of the day's runs and run-walks, `run_effort` (0-10) and `response` (0 settled,
    1 lingering, 2 flared) the worst of them. `run`, `walk`, surfaces and feelings are 1 or 0; a day that was not
    logged is unknown and not 0.
    `signs` counts the sides that were numb, tingling or weak (0-6). `beyond` names the factors and feelings over
    MOST_FACTORS, for which there are no columns, as questions name them.
    """

    first: date
    logged: NDArray[np.bool_]
    columns: dict[str, Floats]
    surfaces: dict[str, Floats] = field(default_factory=dict)
    feelings: dict[str, Floats] = field(default_factory=dict)
    factors: dict[str, Floats] = field(default_factory=dict)
    beyond: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.logged)

    def until(self, rows: int) -> "DayTable":
        """Return the table of the first so many days."""
        columns, surfaces, feelings, factors = (
            {name: column[:rows] for name, column in group.items()}
            for group in (self.columns, self.surfaces, self.feelings, self.factors)
        )
        return DayTable(self.first, self.logged[:rows], columns, surfaces, feelings, factors, self.beyond)

    def __getitem__(self, name: str) -> Floats:
        return self.columns[name]


def day_table(days: Iterable[Day], runs: Iterable[Run]) -> DayTable | None:
    """Return the table of what was recorded; None where no day was logged."""
    kept = sorted((day for day in days if not day.is_empty), key=lambda day: day.date)
    if not kept:
        return None
    first, count = kept[0].date, (kept[-1].date - kept[0].date).days + 1
    logged = np.zeros(count, dtype=np.bool_)
    rows = np.array([(day.date - first).days for day in kept])
    logged[rows] = True
    columns = {
        name: _column(kept, rows, count, name)
        for name in ("pain_morning", "pain_worst", "sleep_hours", "stress", "mood", "energy")
    }
    columns["furthest"] = np.fmax(_column(kept, rows, count, "leg_left"), _column(kept, rows, count, "leg_right"))
    outings = [(run, place) for run in runs if 0 <= (place := (run.date - first).days) < count]
    columns["signs"] = sum((_sides(kept, rows, count, name) for name in SENSATIONS), np.zeros(count))
    columns |= _run_columns(outings, logged)
    feelings, feelings_beyond = _most_often(feeling for day in kept for feeling in day.feelings)
    factors, factors_beyond = _most_often(factor for day in kept for factor in day.factors)
    return DayTable(
        first,
        logged,
        columns,
        _surfaces(outings, columns["run"]),
        _feelings(kept, rows, count, feelings),
        _factors(kept, rows, logged, factors),
        (*(f"feeling:{name}" for name in feelings_beyond), *(f"factor:{name}" for name in factors_beyond)),
    )


def _most_often(names: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the names by how often they come, the first MOST_FACTORS and the others."""
    found = [name for name, _ in Counter(names).most_common()]
    return found[:MOST_FACTORS], found[MOST_FACTORS:]


def is_running(run: Run) -> bool:
    """Return whether an outing counts as a run: also one of no kind, since a `run` in a file needs only its date."""
    return run.kind in WITH_RUNNING or run.kind is None


def _column(days: Sequence[Day], rows: NDArray[np.int_], count: int, name: str) -> Floats:
    column = np.full(count, np.nan)
    column[rows] = [np.nan if (value := getattr(day, name)) is None else float(value) for day in days]
    return column


def _sides(days: Sequence[Day], rows: NDArray[np.int_], count: int, name: str) -> Floats:
    """Return on how many sides a sensation was felt: 0, 1 or 2; 0 where a day holds legs or another sensation only."""
    column = np.full(count, np.nan)
    column[rows] = [_SIDES.get(getattr(day, name) or "none", 1.0) if _has_legs(day) else np.nan for day in days]
    return column


def _has_legs(day: Day) -> bool:
    """Return whether the rows on the legs were filled in at all."""
    return any(getattr(day, name) is not None for name in ("leg_left", "leg_right", *SENSATIONS))


def _run_columns(outings: Sequence[tuple[Run, int]], logged: NDArray[np.bool_]) -> dict[str, Floats]:
    nothing, unknown = np.where(logged, 0.0, np.nan), np.full(len(logged), np.nan)
    run, walk, effort, response = nothing.copy(), nothing.copy(), nothing, unknown
    runs = [(outing, row) for outing, row in outings if is_running(outing)]
    walk[[row for outing, row in outings if outing.kind == "walk"]] = 1.0
    run[[row for _, row in runs]] = 1.0
    effort[run == 1] = np.nan
    for outing, row in runs:
        if outing.effort is not None:
            effort[row] = np.fmax(effort[row], outing.effort)
        if outing.response is not None:
            response[row] = np.fmax(response[row], RESPONSE_SCORES[outing.response])
    km, minutes = (_summed(runs, logged, name) for name in ("distance_km", "duration_min"))
    doses = {"run_km": km, "run_minutes": minutes, "run_effort": effort}
    return {"run": run, "walk": walk, "response": response, **doses}


def _summed(runs: Sequence[tuple[Run, int]], logged: NDArray[np.bool_], name: str) -> Floats:
    """Return the sum over each day's runs: unknown where that of one of them is, 0 on logged days without."""
    column = np.where(logged, 0.0, np.nan)
    column[[row for _, row in runs]] = 0.0
    for run, row in runs:
        column[row] += getattr(run, name) or np.nan
    return column


def _surfaces(outings: Sequence[tuple[Run, int]], run: Floats) -> dict[str, Floats]:
    rows: dict[str, list[int]] = {}
    for outing, row in outings:
        if is_running(outing) and outing.surface is not None:
            rows.setdefault(outing.surface, []).append(row)
    found = {name: np.where(np.isnan(run), np.nan, 0.0) for name in rows}
    for name, column in found.items():
        column[rows[name]] = 1.0
    return found


def _feelings(days: Sequence[Day], rows: NDArray[np.int_], count: int, names: Iterable[str]) -> dict[str, Floats]:
    """Return a column for each feeling; 0 on days on which the emotional side was recorded without it."""
    asked = np.full(count, np.nan)
    asked[rows] = [0.0 if day.feelings or day.stress is not None or day.mood is not None else np.nan for day in days]
    found = {name: asked.copy() for name in names}
    for day, row in zip(days, rows, strict=True):
        for feeling in day.feelings:
            if feeling in found:
                found[feeling][row] = 1.0
    return found


def _factors(
    days: Sequence[Day], rows: NDArray[np.int_], logged: NDArray[np.bool_], names: Iterable[str]
) -> dict[str, Floats]:
    """Return a column for each factor. One that only ever has one value is a mark: 0 on the other logged days."""
    found = {name: np.full(len(logged), np.nan) for name in names}
    for day, row in zip(days, rows, strict=True):
        for name, value in day.factors.items():
            if name in found:
                found[name][row] = value
    for column in found.values():
        values = np.unique(column[~np.isnan(column)])
        if len(values) == 1 and values[0] != 0:
            column[logged & np.isnan(column)] = 0.0
    return found
