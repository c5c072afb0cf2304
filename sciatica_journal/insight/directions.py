"""Which comes first: a feeling before pain, or pain before the feeling.

Two questions for each of stress, mood and the named feelings. Forward: the feeling of a day against the pain of the
next, as everywhere in Patterns. Back: the pain of a day against the feeling of the next, with the same held equal, also
the feeling of the day itself, its own past (insight methods, section 4 (f); Granger, Econometrica 1969). Both say what
was known a day ahead, not what caused what.

Simulated (300 diaries a cell, 30 % missing, stress and mood asked): where nothing acts, single 95 % intervals are off 0
in 3.0-4.9 %, and 2, 6 and 9 % of diaries have any direction at 60, 120 and 365 days. Where stress alone comes
first (0.3 points a point) this is said in .05, .38 and .94 of diaries, both in 0-5 % and only the wrong one in 0-1 %;
where pain alone does (0.5 points a point) in .05, .59 and .94, both in 0-5 % and only the wrong one in 0-1 %.
With only the worst of days rated the wrong one is as rare, and more is missed (.73 and .84 at 365 days).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from sciatica_journal.insight.controls import Controls, ahead, trend
from sciatica_journal.insight.estimating import answer
from sciatica_journal.insight.multiplicity import weighted_bh
from sciatica_journal.insight.questions import FEWEST_ON_SURFACE, Question, held_for, main_outcome
from sciatica_journal.insight.regression import independent
from sciatica_journal.insight.table import DayTable, Floats

FACTOR_FIRST: Final = "factor_first"
PAIN_FIRST: Final = "pain_first"
BOTH: Final = "both"
NEITHER: Final = "neither"
EARLY: Final = "early"
LEVEL: Final = 0.10
"""False-discovery rate over all directions: shown beside the page, not counted among its questions."""


@dataclass(frozen=True, slots=True)
class Way:
    """One direction over `n` pairs of days: `effect` with its 95 % interval `low` to `high`, and p.

    Forward in points of the outcome for each point of the feeling (or for the feeling against none), back in points of
    the feeling (or in its chance, -1 to 1) for each point of the outcome.
    """

    effect: float
    low: float
    high: float
    p: float
    n: int


@dataclass(frozen=True, slots=True)
class Direction:
    """Both directions of `factor` (`stress`, `mood`, `feeling:NAME`) and `outcome`, and what they come to.

    `verdict` is `factor_first`, `pain_first`, `both`, `neither`, or `early` where one of them cannot be told yet: that
    only one holds may not be said before the other has been looked at. A direction holds when its 95 % interval is off
    0 and it is a claim of Benjamini-Hochberg at 10 % over all directions of all feelings.
    """

    factor: str
    forward: Way | None
    back: Way | None
    verdict: str
    outcome: str


def directions(table: DayTable, controls: Controls) -> tuple[Direction, ...]:
    """Return the directions of stress, mood and each feeling that was named on 8 days; none where nothing is known."""
    outcome = main_outcome(table)
    asked = [(name, *_both_ways(table, controls, outcome, name, column)) for name, column in _feelings(table)]
    ways = [one for _, *pair in asked for one in pair if one is not None]
    claims = weighted_bh([one.p for one in ways], [1.0] * len(ways), LEVEL) if ways else []
    held = {id(one) for one, claimed in zip(ways, claims, strict=True) if claimed and (one.low > 0 or one.high < 0)}
    return tuple(
        Direction(name, forward, back, _verdict(forward, back, held), outcome) for name, forward, back in asked
    )


def _feelings(table: DayTable) -> Iterator[tuple[str, Floats]]:
    for name in ("stress", "mood"):
        if not np.isnan(table[name]).all():
            yield name, table[name]
    for feeling, column in table.feelings.items():
        if np.count_nonzero(column == 1) >= FEWEST_ON_SURFACE:
            yield f"feeling:{feeling}", column


def _both_ways(
    table: DayTable, controls: Controls, outcome: str, name: str, x: Floats
) -> tuple[Way | None, Way | None]:
    pain = table[outcome]
    held = held_for(table, controls, x, name, outcome)
    forward = Question(name, 1, outcome, 1.0, x, ahead(pain, 1), held)
    besides = tuple(column for column in held if column is not pain)
    back = Question(outcome, 1, name, 1.0, pain, ahead(x, 1), (x, *besides))
    return _way(forward), _way(back)


def _way(question: Question) -> Way | None:
    found = answer(question)
    estimate = found.estimate
    if estimate is None or found.is_early or _is_told_by_others(question):
        return None
    low, high = estimate.interval()
    return Way(float(estimate.effect), float(low), float(high), float(estimate.p), found.n)


def _is_told_by_others(question: Question) -> bool:
    """Return whether what is held equal tells the factor wholly: its effect would be theirs."""
    rows = np.flatnonzero(question.usable())
    others = [np.ones(len(rows)), *trend(rows.astype(np.float64)), *(column[rows] for column in question.held)]
    return len(others) not in independent(np.column_stack([*others, question.x[rows]]))


def _verdict(forward: Way | None, back: Way | None, held: set[int]) -> str:
    if forward is None or back is None:
        return EARLY
    return {(True, True): BOTH, (True, False): FACTOR_FIRST, (False, True): PAIN_FIRST}.get(
        (id(forward) in held, id(back) in held), NEITHER
    )
