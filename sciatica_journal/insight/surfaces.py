"""Surfaces: one model with a mark for each against no run, and the differences between them from the same fit.

Against no run asks for days without one, at least 8 as on any side. Without a single one the surfaces still tell each
other apart, the last of them being what the rest are set against.
"""

from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

import numpy as np

from sciatica_journal.insight.controls import Controls, ahead, trend
from sciatica_journal.insight.estimating import FEWEST_A_SIDE, FEWEST_PAIRS, WIDEST, Answer, rounded_days
from sciatica_journal.insight.questions import FEWEST_ON_SURFACE, Question, held_for, main_outcome
from sciatica_journal.insight.regression import ROUNDED, Estimate, Fit, coefficient, contrast, fit
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
    """The fit with all surfaces, in which column the mark of each is, and on how many of its days there was no run."""

    fit: Fit
    columns: dict[str, int]
    rest: int


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
    found = fit(np.column_stack([*before, *marks]), lead[rows], ROUNDED)
    if found is None:
        return None
    columns = {name: len(before) + place for place, name in enumerate(surfaces)}
    return _Joint(found, columns, int(np.count_nonzero(table["run"][rows] == 0)))


def _answer(question: Question, count: int, rows: "np.typing.NDArray[np.intp]", found: _Joint | None) -> Answer:
    name = question.factor.removeprefix("surface:")
    n = len(rows)
    span = max(int(rows[-1] - rows[0]) + 1, 1) if n else 1
    if found is None or name not in found.columns:
        rate = max(count / span, 0.02)
        needs = max((FEWEST_ON_SURFACE - count) / rate, FEWEST_PAIRS - n, 1) if n else FEWEST_PAIRS
        return Answer(question, n, 1.0, why="few_on_a_side", needs=rounded_days(min(needs, 365)), on=count)
    if found.rest < FEWEST_A_SIDE:
        rate = (found.rest + 2) / (n + 6) * n / span
        needs = (
            rounded_days(min((FEWEST_A_SIDE - found.rest) / rate, 365)) if found.rest else rounded_days(FEWEST_A_SIDE)
        )
        return Answer(question, n, 1.0, why="few_on_a_side", needs=needs, on=count, rest=found.rest)
    estimate = coefficient(found.fit, found.columns[name])
    x, y = question.x[rows], question.y[rows]
    crude = float(y[x == 1].mean() - y[x == 0].mean()) if 0 < count < n else None
    answer = Answer(question, n, 1.0, estimate, crude, on=count)
    if estimate is None:
        return replace(answer, why="told_by_others", needs=rounded_days(FEWEST_PAIRS))
    half = estimate.interval()[1] - estimate.effect
    if half > WIDEST:
        return replace(answer, why="wide", needs=rounded_days(min(n * (half**2 - 1), 3650)))
    return answer


def _contrasts(joint: _Joint) -> list[Contrast]:
    places = {name: joint.fit.place(column) for name, column in joint.columns.items()}
    dropped = [name for name, place in places.items() if place is None]
    against = dropped[0] if not joint.rest and len(dropped) == 1 else None
    contrasts = []
    for first, second in combinations(places, 2):
        weights = np.zeros(len(joint.fit.kept))
        for name, sign in ((first, 1.0), (second, -1.0)):
            if (place := places[name]) is not None:
                weights[place] = sign
        told = {first, second}.isdisjoint(dropped) or against in (first, second)
        estimate = contrast(joint.fit, weights) if told else None
        if estimate is not None:
            contrasts.append(Contrast(first, second, estimate))
    return contrasts
