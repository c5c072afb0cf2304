"""What a coin-flip trial came to, by intention to treat: every draw counts as drawn, refused ones too.

The schedule was drawn, so nothing that is not logged can have decided it: the difference between the options may be
put down to the draw. It is a least-squares estimate beside the pain before the draw, tested by re-drawing the schedule
in the same blocks of four (insight methods, section 9; Edgington and Onghena, Randomization Tests, 2007). The interval
holds the effects that the same test does not refuse, so that p and interval never disagree.

By simulation (600 trials a cell; AR(1) pain, phi 0.5 and 0.8, a quarter of mornings not logged, a draw on three days of
four, with carry-over, refusals and recovery; 20, 40, 80 draws): the interval covers 94.0-96.2 %, nothing there is
called a difference in 3.8-5.5 %, and a difference of one point is found in 26, 56, 88 % of trials. The HC3 interval
beside all controls of a day, as elsewhere on the page, covers 95-100 % and finds less (same 100 trials a cell: 29, 46,
88 % against 32, 65, 94 %): eight controls are too many for so few draws, and a draw needs none of them.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.trial.draw import Draw
from sciatica_journal.domain.trial.drawing import ARRANGEMENTS
from sciatica_journal.domain.trial.result import TrialResult, Verdict
from sciatica_journal.domain.trial.trial import BLOCK, Trial
from sciatica_journal.insight.controls import ahead, filled, lagged
from sciatica_journal.insight.questions import FURTHEST, MORNING, RESPONSE, WORST, main_outcome
from sciatica_journal.insight.regression import independent
from sciatica_journal.insight.table import DayTable, Floats, day_table
from sciatica_journal.insight.verdicts import NO_DIFFERENCE

REDRAWS: Final = 2000
"""Draws of the whole trial anew, against which its effect is held."""
LEVEL: Final = 0.05
"""The p up to which the options are said to differ."""
FEWEST_A_SIDE: Final = 6
"""Draws of an option with an outcome below which nothing is said."""
_FEWEST_FOR_TREND: Final = 16
"""Draws with an outcome from which a trend over time is held equal."""
_FARTHEST: Final = 100.0
"""Points beyond which no edge of an interval is looked for."""
_EXACT: Final = 0.002
"""Points within which the edges of an interval are found."""

Rows = NDArray[np.intp]


def trial_result(trial: Trial, draws: Sequence[Draw], days: Iterable[Day], runs: Sequence[Run]) -> TrialResult:
    """Return the result of the draws made so far. Deterministic: the same journal gives the same p."""
    table = day_table(_with_draws(days, draws), runs)
    if table is None:
        return TrialResult("too_few", RESPONSE if trial.outcome == RESPONSE else "pain_morning", left_out=len(draws))
    outcome = RESPONSE if trial.outcome == RESPONSE else main_outcome(table)
    y = table[RESPONSE] if outcome == RESPONSE else ahead(table[outcome], 1)
    at = [(draw, (draw.date - table.first).days) for draw in draws]
    used = [(draw, row) for draw, row in at if 0 <= row < len(table) and not np.isnan(y[row])]
    chosen = np.array([draw.option == "a" for draw, _ in used], dtype=bool)
    n_a, n_b = int(chosen.sum()), int((~chosen).sum())
    left_out = len(draws) - len(used)
    if min(n_a, n_b) < FEWEST_A_SIDE:
        return TrialResult("too_few", outcome, n_a, n_b, left_out)
    rows = np.array([row for _, row in used])
    held = _held(table, rows, outcome)
    test = _Redrawn(trial, np.where(chosen, 0.5, -0.5), y[rows], held, [draw.number for draw, _ in used])
    interval, narrower = test.interval(0.95), test.interval(0.90)
    if interval is None or narrower is None:
        return TrialResult("too_few", outcome, n_a, n_b, left_out)
    crude = float(y[rows][chosen].mean() - y[rows][~chosen].mean())
    verdict: Verdict = "unclear"
    if test.p() <= LEVEL:
        verdict = "differs"
    elif outcome != RESPONSE and max(map(abs, narrower)) < NO_DIFFERENCE:
        verdict = "no_difference"
    return TrialResult(verdict, outcome, n_a, n_b, left_out, test.effect, *interval, crude, test.p())


def _with_draws(days: Iterable[Day], draws: Sequence[Draw]) -> list[Day]:
    """Return the days with one for each draw: a draw is a note of its day, and that nothing else was noted then is no
    reason to leave out what followed it."""
    noted = [day for day in days if not day.is_empty]
    known = {day.date for day in noted}
    return [*noted, *(Day(draw.date, uneventful=True) for draw in draws if draw.date not in known)]


def _held(table: DayTable, rows: Rows, outcome: str) -> Floats:
    """Return what is held equal beside the mean: pain before the draw and, from 16 draws, the slow trend.

    Only what was there before the coin fell: stress is told in the evening, and holding equal what the draw may have
    changed would take part of its effect away. The draw needs no more: chance balances the rest, and all controls of
    a day cost more than they bring with so few draws (module docstring).
    """
    line = (rows - rows[0]) / max(float(rows[-1] - rows[0]), 1.0)
    before = filled(lagged(table[outcome], 1) if outcome in (WORST, FURTHEST) else table[MORNING])
    columns = [np.ones(len(rows)), before[rows], *([line] if len(rows) >= _FEWEST_FOR_TREND else [])]
    held = np.column_stack(columns)
    return held[:, independent(held)]


class _Redrawn:
    """The estimate of a schedule beside that of 2,000 others, drawn in the same blocks."""

    def __init__(self, trial: Trial, x: Floats, y: Floats, held: Floats, numbers: Sequence[int]) -> None:
        self._basis, _ = np.linalg.qr(held)
        again = _schedules(trial, max(numbers))[:, np.array(numbers) - 1]
        self._of_y = self._effects(again, y)
        self._of_x = self._effects(again, x)
        self.effect = float(self._effects(x[None, :], y)[0])

    def _effects(self, schedules: Floats, y: Floats) -> Floats:
        """Return by schedule the coefficient of the draw, all else held equal (Frisch, Waugh and Lovell)."""
        left = schedules - (schedules @ self._basis) @ self._basis.T
        squares = np.einsum("ij,ij->i", left, left)
        effects: Floats = (left @ y) / np.maximum(squares, 1e-12)
        return effects

    def p(self, effect: float = 0.0) -> float:
        """Return the p of the draw having had that effect on every day: the share of schedules, the drawn one among
        them, whose estimate is as far from it (Phipson and Smyth 2010: add one, so that it is exact)."""
        apart = np.abs(self._of_y - effect * self._of_x)
        return float((1 + np.count_nonzero(apart >= abs(self.effect - effect) - 1e-9)) / (1 + REDRAWS))

    def interval(self, level: float) -> tuple[float, float] | None:
        """Return the effects that the test does not refuse at 1 - `level`; None where it refuses none."""
        low, high = (self._edge(side, 1 - level) for side in (-1, 1))
        return (low, high) if low is not None and high is not None else None

    def _edge(self, side: int, level: float) -> float | None:
        inside, outside = 0.0, 0.25
        while self.p(self.effect + side * outside) > level:
            inside, outside = outside, outside * 2
            if outside > _FARTHEST:
                return None
        while outside - inside > _EXACT:
            middle = (inside + outside) / 2
            inside, outside = (middle, outside) if self.p(self.effect + side * middle) > level else (inside, middle)
        return self.effect + side * outside


def _schedules(trial: Trial, draws: int) -> Floats:
    """Return re-drawn schedules, half for a and minus half for b, from a seed that follows from the trial's."""
    seed = int.from_bytes(sha256(f"{trial.seed}:test".encode()).digest()[:8], "big")
    blocks = -(-draws // BLOCK)
    orders = np.array([[0.5 if one == "a" else -0.5 for one in order] for order in ARRANGEMENTS])
    picked = np.random.default_rng(seed).integers(len(ARRANGEMENTS), size=(REDRAWS, blocks))
    return orders[picked].reshape(REDRAWS, blocks * BLOCK)
