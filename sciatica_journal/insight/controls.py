"""What is held equal: pain felt before, weeks alike, sleep, stress, the weekend, and a slow trend.

Never the worst pain of the same day: a run may have caused it in part, and holding it equal would remove the answer
(insight methods, section 0). Controls that were not recorded are filled with the mean of the seven days before, else
with the overall mean; outcome and factor never are.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

import numpy as np

from sciatica_journal.insight.table import DayTable, Floats

WEEK: Final = 7
ROWS_A_HINGE: Final = 90
YEAR: Final = 365.25
ROWS_FOR_SEASONS: Final = 360
MOST_HINGES: Final = 12
"""Hinges of the trend: a longer diary bends at wider distances, so that the cost stays with the length."""


def lagged(column: Floats, days: int) -> Floats:
    """Return the column as it was so many days before; NaN at the start."""
    if days == 0:
        return column
    moved = np.full_like(column, np.nan)
    moved[days:] = column[:-days] if days < len(column) else column[:0]
    return moved


def ahead(column: Floats, days: int) -> Floats:
    """Return the column as it is so many days later; NaN at the end."""
    if days == 0:
        return column
    moved = np.full_like(column, np.nan)
    if days < len(column):
        moved[:-days] = column[days:]
    return moved


def week_before(column: Floats) -> Floats:
    """Return the mean of what was recorded on the seven days before each day; NaN where nothing was."""
    known = ~np.isnan(column)
    sums = np.concatenate(([0.0], np.cumsum(np.where(known, column, 0.0))))
    counts = np.concatenate(([0], np.cumsum(known)))
    end = np.arange(len(column))
    start = np.maximum(end - WEEK, 0)
    count = counts[end] - counts[start]
    return np.where(count > 0, (sums[end] - sums[start]) / np.maximum(count, 1), np.nan)


def filled(column: Floats) -> Floats:
    """Return a control without gaps: the mean of the week before, else of all days; zeros where nothing is known."""
    known = column[~np.isnan(column)]
    if not len(known):
        return np.zeros_like(column)
    recent = np.where(np.isnan(column), week_before(column), column)
    return np.where(np.isnan(recent), known.mean(), recent)


def weekend(first: date, count: int) -> Floats:
    """Return 1 on Saturdays and Sundays."""
    return ((np.arange(count) + first.weekday()) % 7 >= 5).astype(np.float64)


def trend(rows: Floats) -> list[Floats]:
    """Return a line over the usable rows and a bend for each 90 of them, at quantiles of the rows themselves.

    Calendar knots would give single days a leverage of 1 in a diary with long gaps.
    """
    span = max(float(rows[-1] - rows[0]), 1.0)
    line = (rows - rows[0]) / span
    bends = min(len(rows) // ROWS_A_HINGE, MOST_HINGES)
    knots = quantiles(line, [(bend + 1) / (bends + 1) for bend in range(bends)])
    return [line, *(np.maximum(line - knot, 0.0) for knot in knots), *_seasons(rows)]


def quantiles(ascending: Floats, levels: Sequence[float]) -> list[float]:
    """Return the quantiles (levels 0 to 1) of values that ascend, between two of them in proportion: those of
    numpy.quantile, which costs more than all else here where there are many questions."""
    found = []
    for level in levels:
        place = level * (len(ascending) - 1)
        below = int(place)
        low, high = float(ascending[below]), float(ascending[min(below + 1, len(ascending) - 1)])
        found.append(low + (high - low) * (place - below))
    return found


def _seasons(rows: Floats) -> list[Floats]:
    """Return the year as two waves, where there are two years of it and enough days.

    A long diary has too few bends to follow the seasons, and people run less in winter: in simulated diaries of ten
    years whose pain is 1.5 points worse then, running was said to help in nearly all of them.
    """
    if rows[-1] - rows[0] < 2 * YEAR or len(rows) < ROWS_FOR_SEASONS:
        return []
    angle = 2 * np.pi * rows / YEAR
    return [wave for order in (1, 2) for wave in (np.cos(order * angle), np.sin(order * angle))]


class Controls:
    """The controls of one table, each made once."""

    def __init__(self, table: DayTable) -> None:
        self.table = table
        pain = table["pain_morning"]
        self.before = pain
        self.week = filled(week_before(pain))
        self.worst_before = filled(lagged(table["pain_worst"], 1))
        self.weekend = weekend(table.first, len(table))
        self.sleep = filled(table["sleep_hours"])
        self.stress = filled(table["stress"])

    def of_day(self, factor: Floats, name: str) -> list[Floats]:
        """Return what is held equal for a factor of the day: known before the run."""
        held = [self.before, self.week, self.worst_before, filled(lagged(factor, 1)), self.weekend]
        if name != "sleep_hours":
            held.append(self.sleep)
        if name != "stress":
            held.append(self.stress)
        return held

    def of_night(self, factor: Floats) -> list[Floats]:
        """Return what is held equal for last night's sleep and this morning: all of the day before."""
        return [
            lagged(self.before, 1),
            lagged(self.week, 1),
            self.worst_before,
            filled(lagged(factor, 1)),
            self.weekend,
            lagged(self.stress, 1),
        ]
