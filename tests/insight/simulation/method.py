"""The method as docs/insight-methods.md tells it, judged on the same days as the engine, so that both can be compared.

Least squares with HC3 errors (Long and Ervin, The American Statistician 2000) and n - k degrees of freedom, weighted
Benjamini-Hochberg at 10 % with the method's own weights. Written apart from the engine, of which only the table of days
and what is held equal are taken.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from sciatica_journal.insight.controls import trend
from sciatica_journal.insight.distributions import t_quantile, t_two_sided
from sciatica_journal.insight.estimating import WIDEST, Answer
from sciatica_journal.insight.multiplicity import weighted_bh
from sciatica_journal.insight.page import Page
from sciatica_journal.insight.questions import Question
from sciatica_journal.insight.table import Floats
from tests.insight.simulation.cases import Case
from tests.insight.simulation.truth import Asked

LEVEL: Final = 0.10
MOST_LEVERAGE: Final = 0.95
_SURFACE: Final = "surface:"


@dataclass(frozen=True, slots=True)
class Told:
    """An effect per unit, half of its 95 % interval, and its two-sided p."""

    effect: float
    half: float
    p: float


def method_cases(page: Page, truth: dict[Asked, float], diary: tuple[str, int, int]) -> Iterator[Case]:
    """Yield what the method says of every question whose truth is known; the questions are those of the page."""
    answers = [finding.answer for finding in page.findings]
    told = {answer.question.key: _told(answer, answers) for answer in answers if answer.estimate is not None}
    weights = [_weight(answer.question) for answer in answers if answer.question.key in told]
    claimed = dict(zip(told, weighted_bh([one.p for one in told.values()], weights, LEVEL), strict=True))
    for answer in answers:
        asked = answer.question
        true = truth.get((asked.factor, asked.lag, asked.outcome))
        if true is None:
            continue
        case = Case(
            diary, asked.factor, asked.lag, asked.outcome, true * answer.swing, None, 0.0, 0.0, answer.n,
            "not_enough", None
        )  # fmt: skip
        one = told.get(asked.key)
        if one is None:
            yield case
            continue
        claims = claimed[asked.key] and abs(one.effect) > one.half
        if not claims and one.half * answer.swing > WIDEST:
            yield case
            continue
        effect, half = one.effect * answer.swing, one.half * answer.swing
        yield replace(
            case, effect=effect, low=effect - half, high=effect + half, verdict="claim" if claims else "unclear",
            certainty="likely" if claims else None
        )  # fmt: skip


def _told(answer: Answer, answers: Sequence[Answer]) -> Told:
    question = answer.question
    if not question.factor.startswith(_SURFACE):
        rows = np.flatnonzero(question.usable())
        return _regressed(question, rows, [])
    run = next(one.question for one in answers if one.question.factor == "run" and one.question.lag == 1)
    rows = np.flatnonzero(run.usable())
    others = [
        one.question.x[rows]
        for one in answers
        if one.question.factor.startswith(_SURFACE) and one.estimate is not None and one is not answer
    ]
    rest = np.clip(run.x[rows] - np.clip(sum([*others, question.x[rows]]), 0, 1), 0, 1)
    return _regressed(question, rows, [*others, rest])


def _regressed(question: Question, rows: "np.typing.NDArray[np.intp]", besides: Sequence[Floats]) -> Told:
    """Return the effect of the last column by least squares, with HC3."""
    held = [column[rows] for column in question.held]
    columns = np.column_stack([np.ones(len(rows)), *trend(rows.astype(np.float64)), *held, *besides, question.x[rows]])
    y = question.y[rows]
    inverse = np.linalg.pinv(columns)
    leverage = np.minimum(np.einsum("ij,ji->i", columns, inverse), MOST_LEVERAGE)
    effect = inverse @ y
    residuals = (y - columns @ effect) / (1 - leverage)
    error = float(np.sqrt(np.sum((inverse[-1] * residuals) ** 2)))
    df = len(y) - int(np.linalg.matrix_rank(columns))
    last = float(effect[-1])
    if error <= 0 or df < 1:
        return Told(last, float("inf"), 1.0)
    return Told(last, t_quantile(0.975, df) * error, t_two_sided(last / error, df))


def _weight(question: Question) -> float:
    """Return the weight of section 7 of the method."""
    name = question.factor
    if name == "run":
        return 6.0 if question.lag == 1 else 2.0
    if name == "run_km" or name.startswith(_SURFACE):
        return 2.0
    if name == "walk" or name.startswith("factor:"):
        return 0.5
    return 0.75 if question.lag == 2 else 1.5
