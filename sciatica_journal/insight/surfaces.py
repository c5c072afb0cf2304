"""Surfaces: one model with a mark for each against no run, and the differences between them from the same fit."""

from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

import numpy as np

from sciatica_journal.insight.controls import Controls, ahead, trend
from sciatica_journal.insight.estimating import FEWEST_PAIRS, WIDEST, Answer, rounded_days
from sciatica_journal.insight.questions import FEWEST_ON_SURFACE, Question, held_for, main_outcome
from sciatica_journal.insight.regression import Estimate, Fit, coefficient, contrast, fit
from sciatica_journal.insight.table import DayTable, Floats

WEIGHT: Final = 2.0


@dataclass(frozen=True, slots=True)
class Contrast:
    """How the mornings after one surface differ from those after another: `effect` is `surface` minus `other`."""

    surface: str
    other: str
    estimate: Estimate


@dataclass(frozen=True, slots=True)
class _Joint:
    """The fit with all surfaces, and in which column the mark of each is."""

    fit: Fit
    columns: dict[str, int]


def surface_answers(table: DayTable, controls: Controls) -> tuple[list[Answer], list[Contrast]]:
    """Return an answer for each surface against no run, and the differences between those that have enough runs."""
    outcome = main_outcome(table)
    lead = ahead(table[outcome], 1)
    held = held_for(table, controls, table["run"], "run", outcome)
    asked = {
        name: Question(f"surface:{name}", 1, outcome, WEIGHT, column, lead, held)
        for name, column in table.surfaces.items()
    }
    if not asked:
        return [], []
    base = Question("run", 1, outcome, WEIGHT, table["run"], lead, held).usable()
    counts = {name: int(np.count_nonzero(question.x[base] == 1)) for name, question in asked.items()}
    enough = [name for name, count in counts.items() if count >= FEWEST_ON_SURFACE]
    rows = np.flatnonzero(base)
    found = _joint_fit(table, enough, rows, held, lead) if len(rows) >= FEWEST_PAIRS and enough else None
    answers = [_answer(asked[name], counts[name], rows, found) for name in asked]
    return answers, _contrasts(found) if found is not None else []


def _joint_fit(
    table: DayTable, surfaces: list[str], rows: "np.typing.NDArray[np.intp]", held: tuple[Floats, ...], lead: Floats
) -> _Joint | None:
    """Fit the marks of the surfaces last, so that one that is told by what is held equal is left out."""
    marks = [table.surfaces[name][rows] for name in surfaces]
    others = np.clip(table["run"][rows] - np.clip(sum(marks), 0, 1), 0, 1)
    before = [np.ones(len(rows)), *trend(rows.astype(np.float64)), *(column[rows] for column in held), others]
    found = fit(np.column_stack([*before, *marks]), lead[rows])
    return None if found is None else _Joint(found, {name: len(before) + place for place, name in enumerate(surfaces)})


def _answer(question: Question, count: int, rows: "np.typing.NDArray[np.intp]", found: _Joint | None) -> Answer:
    name = question.factor.removeprefix("surface:")
    n = len(rows)
    span = max(int(rows[-1] - rows[0]) + 1, 1) if n else 1
    if found is None or name not in found.columns:
        rate = max(count / span, 0.02)
        needs = max((FEWEST_ON_SURFACE - count) / rate, FEWEST_PAIRS - n, 1)
        return Answer(question, n, 1.0, why="few_on_a_side", needs=rounded_days(min(needs, 365)), on=count)
    estimate = coefficient(found.fit, found.columns[name])
    x, y = question.x[rows], question.y[rows]
    crude = float(y[x == 1].mean() - y[x == 0].mean()) if 0 < count < n else None
    answer = Answer(question, n, 1.0, estimate, crude, on=count)
    if estimate is None:
        return replace(answer, why="told_by_others", needs=FEWEST_PAIRS)
    half = estimate.interval()[1] - estimate.effect
    if half > WIDEST:
        return replace(answer, why="wide", needs=rounded_days(min(n * (half**2 - 1), 3650)))
    return answer


def _contrasts(joint: _Joint) -> list[Contrast]:
    contrasts = []
    for first, second in combinations(joint.columns, 2):
        one, two = (joint.fit.place(joint.columns[name]) for name in (first, second))
        if one is None or two is None:
            continue
        weights = np.zeros(len(joint.fit.kept))
        weights[one], weights[two] = 1.0, -1.0
        estimate = contrast(joint.fit, weights)
        if estimate is not None:
            contrasts.append(Contrast(first, second, estimate))
    return contrasts
