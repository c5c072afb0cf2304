"""What a question lacks, beside days as such: a runner who runs every day waits in vain for days without a run."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from sciatica_journal.insight.estimating import FEWEST_A_SIDE, Answer, is_mark, own_share

_ENOUGH_FOR_BOTH: Final = 2 * FEWEST_A_SIDE
"""Pairs of days that could hold both sides: with fewer it is too early to say that one of them lacks."""

_OUT_OF_STEP: Final = 0.15
"""Share of a factor's variance that has to be its own: with less, what is held equal tells it, and it would take years
(our own threshold)."""


@dataclass(frozen=True, slots=True)
class Lack:
    """What is missing: `outcome` or `factor`, which is not noted on any day; days `with` the factor or `without` it;
    `rest`, days without any run; `other`, days on which it has another value than mostly. Of the days of that side
    there are `have`, of `wanted`. `rhythm`: days out of step, where it comes as regularly as every second day."""

    what: str
    have: int = 0
    wanted: int = 0


def lacking(answer: Answer) -> Lack | None:
    """Return what an early answer lacks; None where days as such are missing, or nothing is."""
    question = answer.question
    if not answer.is_early:
        return None
    if np.isnan(question.x).all():
        return Lack("factor")
    if np.isnan(question.y).all():
        # What was noted on the first days is nobody's next morning, and so in no row of y.
        return Lack("outcome") if np.count_nonzero(~np.isnan(question.x)) >= _ENOUGH_FOR_BOTH else None
    if answer.rest is not None:
        return Lack("rest", answer.rest, FEWEST_A_SIDE)
    if answer.why == "wide" and own_share(question) < _OUT_OF_STEP:
        return Lack("rhythm")
    x = question.x[question.usable()]
    if len(x) < _ENOUGH_FOR_BOTH:
        return None
    values, counts = np.unique(x, return_counts=True)
    have = len(x) - int(counts.max())
    if have >= FEWEST_A_SIDE:
        return None
    if not is_mark(x) or not set(values.tolist()) <= {0.0, 1.0}:
        return Lack("other", have, FEWEST_A_SIDE)
    return Lack("with" if values[counts.argmax()] == 0 else "without", have, FEWEST_A_SIDE)
