"""Trends: points a month over the last 28 and 90 logged days and over all.

Least squares, because Theil-Sen on whole numbers sticks to 0 (insight methods, section 5); the standard error times
sqrt((1 + phi) / (1 - phi)). Ratings that are all alike have the error of what was rounded away.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from sciatica_journal.insight.distributions import t_quantile
from sciatica_journal.insight.paired import correlation
from sciatica_journal.insight.questions import main_outcome
from sciatica_journal.insight.regression import ROUNDED
from sciatica_journal.insight.table import DayTable, Floats

DAYS_A_MONTH: Final = 30.44
FEWEST: Final = 14
_SPANS: Final = (("28", 28), ("90", 90), ("all", None))


@dataclass(frozen=True, slots=True)
class Trend:
    """Points a month with a 95 % interval, over `n` days with a rating."""

    slope: float
    low: float
    high: float
    n: int


def trends(table: DayTable) -> dict[str, Trend]:
    """Return the trends that have at least 14 days: of mornings, else of the worst of days."""
    return trends_of(table[main_outcome(table)])


def trends_of(column: Floats) -> dict[str, Trend]:
    """Return the trends of a column that have at least 14 recorded days."""
    rows = np.flatnonzero(~np.isnan(column))
    found = {}
    for name, span in _SPANS:
        last = rows[-span:] if span is not None else rows
        if len(last) >= FEWEST and (trend := _trend(last.astype(np.float64), column[last])) is not None:
            found[name] = trend
    return found


def _trend(rows: Floats, pain: Floats) -> Trend | None:
    x = rows - rows.mean()
    spread = float(x @ x)
    if spread <= 0:
        return None
    slope = float(x @ pain) / spread
    residuals = pain - pain.mean() - slope * x
    n = len(rows)
    phi = correlation(residuals)
    effective = max(n * (1 - phi) / (1 + phi), 4.0)
    variance = max(float(residuals @ residuals) / (n - 2), ROUNDED)
    error = (variance / spread) ** 0.5 * ((1 + phi) / (1 - phi)) ** 0.5
    half = t_quantile(0.975, effective - 2) * error
    return Trend(slope * DAYS_A_MONTH, (slope - half) * DAYS_A_MONTH, (slope + half) * DAYS_A_MONTH, n)
