"""One question's estimate: the model of the insight methods, section 0, on its usable days."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from sciatica_journal.insight.controls import quantiles, trend
from sciatica_journal.insight.questions import FEWEST_ON_SURFACE, Question, scale_of
from sciatica_journal.insight.regression import ROUNDED, Estimate, coefficient, fit
from sciatica_journal.insight.table import Floats

FEWEST_PAIRS: Final = 24
FEWEST_A_SIDE: Final = 8
WIDEST: Final = 1.25
"""Half of a 95 % interval (points a usual swing) above which it is too early to say anything, unless the
effect stands out even so."""
_EARLY_PAIRS, _EARLY_DAYS = 7, 10
"""Taken for granted in a forecast: of ten days seven make a pair. The first days alone would forecast anything."""
TARGET: Final = 1.0
"""Half-width in points that the forecast of days aims at."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question came to. `n` are usable pairs, `share` their part of the logged span, `swing` the usual swing of
    the factor in its own units; `crude` is the difference without anything held equal. `why` says why there is no
    estimate: `few_days`, `few_on_a_side`, `no_variation`, `told_by_others`; `needs` are the days still missing. `ends`
    are the values between which the usual swing lies, `on` on how many of the pairs the factor was above the lower.
    `rest` are the days without any run, where a surface has too few of them to be set against."""

    question: Question
    n: int
    swing: float
    estimate: Estimate | None = None
    crude: float | None = None
    why: str | None = None
    needs: int = 0
    ends: tuple[float, float] = (0.0, 1.0)
    on: int = 0
    rest: int | None = None

    @property
    def is_early(self) -> bool:
        """Whether there are not enough days to say anything but that an effect stands out."""
        return self.estimate is None or self.why is not None


def answer(question: Question) -> Answer:
    """Return the answer to one question."""
    rows = np.flatnonzero(question.usable())
    if not len(rows):
        return Answer(question, 0, 1.0, why="few_days", needs=rounded_days(FEWEST_PAIRS))
    varying = _varying(question, rows)
    ends = usual_ends(varying)
    found = _answered(question, rows, ends[1] - ends[0] or float(np.std(varying)) or 1.0)
    return replace(found, ends=ends, on=int(np.count_nonzero(question.x[rows] > ends[0])))


def _varying(question: Question, rows: "np.typing.NDArray[np.intp]") -> Floats:
    """Return the values among which the usual swing is taken: of a dose only those of days that have one."""
    x = question.x[rows]
    return x if question.varies is None or not question.varies[rows].any() else x[question.varies[rows]]


def _answered(question: Question, rows: "np.typing.NDArray[np.intp]", swing: float) -> Answer:
    n = len(rows)
    x = question.x[rows]
    share = (n + _EARLY_PAIRS) / (rows[-1] - rows[0] + 1 + _EARLY_DAYS)
    if not np.ptp(x):
        return Answer(
            question, n, swing, why="no_variation", needs=rounded_days(max(FEWEST_PAIRS - n, FEWEST_A_SIDE) / share)
        )
    missing = _missing_on_a_side(x)
    if n < FEWEST_PAIRS or missing:
        rarer = (np.count_nonzero(x == _rarer(x)) + 2) / (n + 6)
        sides = max(missing / rarer, FEWEST_PAIRS - n) if missing else FEWEST_PAIRS - n
        why = "few_days" if n < FEWEST_PAIRS else "few_on_a_side"
        return Answer(question, n, swing, why=why, needs=rounded_days(min(sides / share, 365)))
    y = question.y[rows]
    columns = _design(question, rows)
    found = fit(columns, y, 0.0 if question.outcome.startswith("feeling:") else ROUNDED)
    estimate = coefficient(found, columns.shape[1] - 1) if found is not None else None
    if estimate is None:
        return Answer(
            question, n, swing, crude=_crude(x, y), why="told_by_others", needs=rounded_days(FEWEST_PAIRS / share)
        )
    half = (estimate.interval()[1] - estimate.effect) * swing / scale_of(question.outcome)
    if half > WIDEST:
        needed = n * ((half / TARGET) ** 2 - 1) / share
        return Answer(question, n, swing, estimate, _crude(x, y), "wide", rounded_days(min(needed, 3650)))
    return Answer(question, n, swing, estimate, _crude(x, y))


def _design(question: Question, rows: "np.typing.NDArray[np.intp]") -> Floats:
    """Return intercept, trend, what is held equal, and the factor last: one that they tell wholly is left out, and is
    not credited with what they do."""
    held = (column[rows] for column in question.held)
    return np.column_stack([np.ones(len(rows)), *trend(rows.astype(np.float64)), *held, question.x[rows]])


def own_share(question: Question) -> float:
    """Return which part of the factor's variance on the usable days nothing held equal tells: 1 all of it, 0 none.

    It is one over the variance inflation factor: an interval is wider by one over its root.
    """
    columns = _design(question, np.flatnonzero(question.usable()))
    held, x = columns[:, :-1], columns[:, -1]
    left = x - held @ np.linalg.lstsq(held, x, rcond=None)[0]
    spread = float(np.var(x))
    return float(np.var(left)) / spread if spread else 0.0


def usual_ends(x: Floats) -> tuple[float, float]:
    """Return the 20th and 80th percentile; of a mark its two values."""
    if is_mark(x):
        return float(x.min()), float(x.max())
    low, high = quantiles(np.sort(x), (0.2, 0.8))
    return low, high


def is_mark(x: Floats) -> bool:
    """Return whether there are only two values: there or not."""
    first = x[0]
    others = x[x != first]
    return not len(others) or bool((others == others[0]).all())


def _rarer(x: Floats) -> float:
    first = x[0]
    others = x[x != first]
    return float(others[0]) if len(others) * 2 <= len(x) and len(others) else float(first)


def _missing_on_a_side(x: Floats) -> int:
    """Return how many days the rarer side lacks: of a mark its two values, else above and below the median."""
    if is_mark(x):
        return max(FEWEST_A_SIDE - int(np.count_nonzero(x == _rarer(x))), 0)
    _, counts = np.unique(x, return_counts=True)
    return max(FEWEST_ON_SURFACE - int(len(x) - counts.max()), 0)


def _crude(x: Floats, y: Floats) -> float:
    centred = x - x.mean()
    return float(centred @ y / (centred @ centred))


def rounded_days(days: float) -> int:
    """Return days rounded up to five, at least five."""
    return max(int(-(-days // 5) * 5), 5)
