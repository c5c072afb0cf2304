"""A dose above which runs are followed by other mornings: over 8 km, over 50 minutes, above an effort of 6.

For each dose a step at each of its 30-80 % quantiles among runs is set against the straight line in the dose; the
largest of the tests is the answer's, with its p from 199 wild bootstraps of the straight line (insight methods,
section 4 (c); sup-F: Andrews, Econometrica 1993). All days are in the fit, with a mark for run days, as in the question
of the dose. Line and steps are cleared of the controls once (Frisch-Waugh: Lovell, JASA 1963), and each draw only turns
the signs of the line's residuals, over the root of 1 less their leverage (HC2): a matrix product instead of 199 fits
for each place.

Simulated (300 diaries a cell, 15 % missing, km even between 3 and 13, mornings AR(1) with phi .5 and a spread of 1.5):
false alarms 2-3 % where nothing acts and 3-6 % where each km adds 0.15 or 0.3 points, at 27, 52, 104 and 214 runs. A
step of 1.6 points at 8 km is found in .15, .33, .71 and .95, within 1 km in .80, .91, .98 and 1.0 of these; where
found, the interval holds it in 90-95 %. It hangs on how the distances lie: with ratings half a point unsure it is found
in .24 and .55 at 50 and 101 runs where they are even, in .43 and .76 where they gather about 8 km with a spread of 2.5.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from sciatica_journal.insight.controls import Controls, ahead, trend
from sciatica_journal.insight.questions import held_for, main_outcome
from sciatica_journal.insight.regression import MOST_LEVERAGE, coefficient, fit, independent
from sciatica_journal.insight.table import DayTable, Floats

DOSES: Final = ("run_km", "run_minutes", "run_effort")
FEWEST_RUNS: Final = 40
FEWEST_A_SIDE: Final = 8
"""Runs with the dose and a morning after them, in all and on either side of a place."""
PLACES: Final = 20
"""Places that are tried at the most."""
_FROM, _TO = 0.3, 0.8
"""The quantiles of the dose between which they lie."""
DRAWS: Final = 199
SEED: Final = 20250101
"""Wild bootstraps, drawn from a fixed seed so that the same journal gets the same answer."""
FOUND: Final = 0.05
"""The joint p up to which a threshold is said to be found."""
_SMALL: Final = 1e-8


@dataclass(frozen=True, slots=True)
class Threshold:
    """Mornings after runs above `at` (km, minutes or effort) against those after runs up to it, among `n` runs, `above`
    of them above it: `step` points of `outcome` with the 95 % interval `low` to `high`.

    The interval is that of a fit with the step at this place. It does not know that the place was chosen because it
    stood out, so where there is no threshold it is too far off 0: to be shown only where `is_found`. `p` is that of
    this dose, `p_joint` that of the largest test over all doses that were tried.
    """

    dose: str
    at: float
    step: float
    low: float
    high: float
    p: float
    p_joint: float
    n: int
    above: int
    outcome: str

    @property
    def is_found(self) -> bool:
        """Whether a step fits better than a line, with all doses tried held to 5 % together."""
        return self.p_joint <= FOUND


@dataclass(frozen=True, slots=True)
class _Trial:
    """One dose: the place that stands out most, its test, and the largest test of each draw."""

    dose: str
    at: float
    largest: float
    drawn: Floats
    step: tuple[float, float, float]
    n: int
    above: int


def thresholds(table: DayTable, controls: Controls) -> tuple[Threshold, ...]:
    """Return a threshold for each dose with at least 40 usable runs and a place with 8 on each side, found or not.

    The draws are the same for the same day of the table, whatever else is asked before.
    """
    wanted = [name for name in DOSES if np.count_nonzero(_doses(table, name) > 0) >= FEWEST_RUNS]
    if not wanted:
        return ()
    signs = np.random.default_rng(SEED).integers(0, 2, (len(table), DRAWS), dtype=np.int8).astype(np.float64) * 2 - 1
    outcome = main_outcome(table)
    held = held_for(table, controls, table["run"], "run", outcome)
    lead = ahead(table[outcome], 1)
    trials = [_trial(table, name, held, lead, signs) for name in wanted]
    return _judged([trial for trial in trials if trial is not None], outcome)


def _judged(trials: Sequence[_Trial], outcome: str) -> tuple[Threshold, ...]:
    """Return the thresholds with both p; the joint one by the largest test of a draw (Westfall and Young 1993)."""
    if not trials:
        return ()
    joint = np.max([trial.drawn for trial in trials], axis=0)
    return tuple(
        Threshold(
            one.dose, one.at, *one.step, _p(one.largest, one.drawn), _p(one.largest, joint), one.n, one.above, outcome
        )
        for one in trials
    )


def _p(largest: float, drawn: Floats) -> float:
    return (1 + int(np.count_nonzero(drawn >= largest * (1 - _SMALL)))) / (len(drawn) + 1)


def _doses(table: DayTable, name: str) -> Floats:
    """Return the dose of run days, 0 on days without; unknown where it is unknown or where none is logged."""
    run, column = table["run"], table[name]
    return np.where(run == 1, np.where(column > 0, column, np.nan), run)


def _trial(table: DayTable, name: str, held: tuple[Floats, ...], lead: Floats, signs: Floats) -> _Trial | None:
    dose, run = _doses(table, name), table["run"]
    rows = np.flatnonzero(~np.isnan(np.column_stack([dose, lead, *held])).any(axis=1))
    dose, ran, y = dose[rows], run[rows] == 1, lead[rows]
    places = _places(dose[ran])
    if np.count_nonzero(ran) < FEWEST_RUNS or not len(places):
        return None
    line = np.where(ran, dose - dose[ran].mean(), 0.0)
    rest = np.column_stack(
        [np.ones(len(rows)), ran, *(column[rows] for column in held), *trend(rows.astype(np.float64))]
    )
    tested = _tests(line, (dose[:, None] > places).astype(np.float64), rest, y, signs[rows])
    if tested is None:
        return None
    real, drawn = tested
    best = int(np.argmax(real))
    above = dose > places[best]
    columns = np.column_stack([rest[:, 0], above, rest[:, 1:]])
    found = fit(columns, y)
    estimate = coefficient(found, 1) if found is not None else None
    if estimate is None:
        return None
    low, high = (float(edge) for edge in estimate.interval())
    step = (float(estimate.effect), low, high)
    return _Trial(
        name, float(places[best]), float(real[best]), drawn, step, int(np.count_nonzero(ran)), int(above.sum())
    )


def _places(doses: Floats) -> Floats:
    """Return the doses at the 30-80 % quantiles of the runs that leave at least 8 runs on each side."""
    if len(doses) < 2 * FEWEST_A_SIDE:
        return doses[:0]
    places = np.unique(np.quantile(doses, np.linspace(_FROM, _TO, PLACES), method="lower"))
    above = (doses[:, None] > places).sum(axis=0)
    enough: Floats = places[(above >= FEWEST_A_SIDE) & (len(doses) - above >= FEWEST_A_SIDE)]
    return enough


def _tests(line: Floats, steps: Floats, rest: Floats, y: Floats, signs: Floats) -> tuple[Floats, Floats] | None:
    """Return by how much each step explains more than the line, in variances, and the most in each draw."""
    kept = rest[:, independent(rest)]
    if len(y) - kept.shape[1] < FEWEST_A_SIDE:
        return None
    basis = np.linalg.qr(kept)[0]
    tried = np.column_stack([line, steps])
    tried -= basis @ (basis.T @ tried)
    lengths = np.sqrt(np.einsum("ij,ij->j", tried, tried))
    usable = lengths > _SMALL * np.sqrt(len(y))
    if not usable[0] or not usable[1:].any():
        return None
    tried /= np.where(usable, lengths, np.inf)
    explained = tried.T @ y
    residuals = y - basis @ (basis.T @ y) - tried[:, 0] * explained[0]
    leverage = np.minimum(np.einsum("ij,ij->i", basis, basis) + tried[:, 0] ** 2, MOST_LEVERAGE)
    variance = float(residuals @ residuals) / (len(y) - kept.shape[1] - 1)
    if variance < _SMALL:
        return None
    drawn = signs.T @ (tried * (residuals / np.sqrt(1 - leverage))[:, None]) + explained[0] * (tried.T @ tried[:, 0])
    return _gains(explained, variance), _gains(drawn, variance).max(axis=-1)


def _gains(explained: Floats, variance: float) -> Floats:
    return (explained[..., 1:] ** 2 - explained[..., :1] ** 2) / variance
