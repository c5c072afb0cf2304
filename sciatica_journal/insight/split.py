"""What next-morning swings moved together with: physical load, the emotional side, and what is not explained.

Adjusted partial R squared beyond pain history and trend, shared between the two groups by Shapley (LMG), with a
delete-a-block jackknife of 20 blocks (insight methods, section 6). Never a share of cause.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from sciatica_journal.insight.controls import Controls, ahead, filled, lagged, trend
from sciatica_journal.insight.distributions import t_quantile
from sciatica_journal.insight.questions import FEWEST_ON_SURFACE, MORNING
from sciatica_journal.insight.regression import independent, left_over
from sciatica_journal.insight.table import DayTable, Floats

FEWEST: Final = 60
"""Usable days that a split needs."""
BLOCKS: Final = 20
"""Blocks of successive days, each left out once by the jackknife."""


@dataclass(frozen=True, slots=True)
class Share:
    """A group's share with a 90 % interval; it can be below 0, which says that there is too little to see."""

    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Split:
    """The two shares, over `n` days; to be shown from 90 days on."""

    physical: Share
    emotional: Share
    n: int


def variance_split(table: DayTable) -> Split | None:
    """Return the split of next-morning swings; None below 60 usable days or where a group has nothing recorded."""
    controls = Controls(table)
    lead = ahead(table[MORNING], 1)
    physical = [table["run"], filled(table["run_km"]), *_common(table.surfaces, 4)]
    emotional = [table["stress"], table["mood"], *_common(table.feelings, 2)]
    emotional = [filled(column) for column in emotional if np.count_nonzero(~np.isnan(column)) >= FEWEST_ON_SURFACE]
    history = [controls.before, controls.week, controls.worst_before, filled(lagged(table["run"], 1)), controls.weekend]
    usable = ~np.isnan(lead) & ~np.isnan(controls.before) & ~np.isnan(table["run"])
    rows = np.flatnonzero(usable)
    if len(rows) < FEWEST or not emotional or not np.ptp(table["run"][rows]):
        return None
    base = np.column_stack([np.ones(len(rows)), *(one[rows] for one in history), *trend(rows.astype(np.float64))])
    groups = [_new(base, np.column_stack([filled(one)[rows] for one in group])) for group in (physical, emotional)]
    sizes = base.shape[1], groups[0].shape[1], groups[1].shape[1]
    blocks = np.array_split(np.column_stack((base, *groups, lead[rows])), BLOCKS)
    products = [block.T @ block for block in blocks]
    total = np.sum(products, axis=0)
    whole = _shares(total, len(rows), sizes)
    if whole is None:
        return None
    left = [_shares(total - one, len(rows) - len(block), sizes) for one, block in zip(products, blocks, strict=True)]
    kept = np.array([one for one in left if one is not None])
    if len(kept) < BLOCKS // 2:
        return None
    errors = np.sqrt((len(kept) - 1) / len(kept) * ((kept - kept.mean(axis=0)) ** 2).sum(axis=0))
    half = t_quantile(0.95, len(kept) - 1) * errors
    shares = [
        Share(float(value), float(value - wide), float(value + wide)) for value, wide in zip(whole, half, strict=True)
    ]
    return Split(shares[0], shares[1], len(rows))


def _common(columns: dict[str, Floats], most: int) -> list[Floats]:
    found = [column for column in columns.values() if np.count_nonzero(column == 1) >= FEWEST_ON_SURFACE]
    return sorted(found, key=lambda column: -int(np.count_nonzero(column == 1)))[:most]


def _new(base: Floats, group: Floats) -> Floats:
    """Return the columns of a group that base and the columns before do not tell: runs with a surface tell runs."""
    kept = [place - base.shape[1] for place in independent(np.column_stack((base, group)))]
    return group[:, [place for place in kept if place >= 0]]


def _shares(products: Floats, count: int, sizes: tuple[int, int, int]) -> tuple[float, float] | None:
    """Return the two Shapley shares from the cross products of base, physical, emotional, outcome over `count` days."""
    base, physical, emotional = np.split(np.arange(len(products) - 1), np.cumsum(sizes)[:-1])
    alone = _left_over(products, count, base)
    if alone <= 1e-12:
        return None
    gain_physical = 1 - _left_over(products, count, base, physical) / alone
    gain_emotional = 1 - _left_over(products, count, base, emotional) / alone
    gain_both = 1 - _left_over(products, count, base, physical, emotional) / alone
    return (gain_physical + gain_both - gain_emotional) / 2, (gain_emotional + gain_both - gain_physical) / 2


def _left_over(products: Floats, count: int, *groups: "np.typing.NDArray[np.intp]") -> float:
    """Return the residual variance with its degrees of freedom taken off; 0 where fewer than 4 are left."""
    places = np.concatenate((*groups, [len(products) - 1]))
    rank, squares = left_over(products[np.ix_(places, places)])
    return squares / (count - rank) if count - rank >= 4 else 0.0
