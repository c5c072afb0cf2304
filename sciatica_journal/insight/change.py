"""Before and after a change that the person made on a date, such as new shoes or physiotherapy.

The mean of the 28 days before against that of 28 days after, with the first three days left out (insight methods,
section 5). To be worded "since", never "because": other things change too, and nothing was drawn by lot.

Simulated (1,500 diaries a cell; AR(1) pain with a spread of 1.5, rounded; 0, 30, 50 % missing; no change or 1 point):
the interval holds the truth in 95.5-96.4, 93.9-95.0, 92.8-93.2 and 91.0-91.3 % at phi 0, .3, .6 and .8. Half of it is
0.8 to 1.8 points up to phi .6: a month on either side shows large changes only.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from sciatica_journal.insight.distributions import t_quantile
from sciatica_journal.insight.questions import main_outcome
from sciatica_journal.insight.regression import ROUNDED
from sciatica_journal.insight.table import DayTable, Floats

SPAN: Final = 28
"""Days that are looked at on either side."""
GAP: Final = 3
"""Days from the change on that belong to neither side."""
FEWEST: Final = 10
"""Rated days that each side needs."""
_MOST_PHI: Final = 0.95
_LEAST_DF: Final = 2.0
"""Bounds of the estimates: at phi 1 no day would count, below 2 degrees of freedom the interval says nothing."""


@dataclass(frozen=True, slots=True)
class Change:
    """Mean `outcome` (pain 0-10; in light mode `furthest`, 0-6) `before` and `after` `on`; `difference` is after minus
    before, `low` to `high` its 95 % interval, over `n_before` and `n_after` rated days."""

    on: date
    outcome: str
    before: float
    after: float
    difference: float
    low: float
    high: float
    n_before: int
    n_after: int


def change(table: DayTable, on: date) -> Change | None:
    """Return the change of the main outcome about a date; None with under 10 rated days on either side.

    Before are the 28 days up to the day before the change, after the 28 from the third day after it. The interval is
    t(n_eff - 2) times the root of the sum of both variances over their n_eff = n (1 - phi) / (1 + phi), with phi the
    correlation of successive days about the mean of their side plus its small-sample bias.
    """
    outcome = main_outcome(table)
    row = (on - table.first).days
    sides = [_rated(table[outcome], row - SPAN), _rated(table[outcome], row + GAP)]
    if min(len(side) for side in sides) < FEWEST:
        return None
    phi = _correlation(sides)
    effective = [max(len(side) * (1 - phi) / (1 + phi), 1.0) for side in sides]
    variances = [max(float(side.var(ddof=1)), ROUNDED) for side in sides]
    error = sum(variance / count for variance, count in zip(variances, effective, strict=True)) ** 0.5
    half = t_quantile(0.975, max(sum(effective) - 2, _LEAST_DF)) * error
    before, after = (float(side.mean()) for side in sides)
    difference = after - before
    return Change(
        on, outcome, before, after, difference, difference - half, difference + half, len(sides[0]), len(sides[1])
    )


def _rated(column: Floats, start: int) -> Floats:
    """Return the ratings of 28 days from a row on, which may lie before or after the table."""
    side = column[max(start, 0) : max(start + SPAN, 0)]
    return side[~np.isnan(side)]


def _correlation(sides: list[Floats]) -> float:
    """Return the lag-1 correlation within the sides, corrected by (1 + 4 r) over the days of one, from 0 to 0.95."""
    centred = [side - side.mean() for side in sides]
    total = sum(float(side @ side) for side in centred)
    if total <= 0:
        return 0.0
    r = sum(float(side[1:] @ side[:-1]) for side in centred) / total
    return min(max(r + (1 + 4 * r) * len(sides) / sum(len(side) for side in sides), 0.0), _MOST_PHI)
