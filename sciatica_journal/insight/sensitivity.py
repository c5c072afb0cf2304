"""What the running answer would be otherwise: without stress held equal, and in the last 180 days alone."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from sciatica_journal.insight.controls import Controls
from sciatica_journal.insight.estimating import Answer, answer
from sciatica_journal.insight.regression import Estimate
from sciatica_journal.insight.table import DayTable

RECENT_DAYS: Final = 180
LONG: Final = 240
"""Days from which a diary is long enough for its last 180 to say something else."""
MUCH: Final = 1 / 3
"""Share of the effect that holding stress equal must move it by, for part of it to go with stress (insight methods,
section 4)."""


@dataclass(frozen=True, slots=True)
class Otherwise:
    """The effect without stress held equal, None where stress makes no part of it; the estimate of the last 180 days,
    None in a diary that is not long."""

    without_stress: float | None = None
    recent: Estimate | None = None


def otherwise(table: DayTable, controls: Controls, found: Answer) -> Otherwise:
    """Return how the running answer would be otherwise."""
    if found.estimate is None:
        return Otherwise()
    held = tuple(column for column in found.question.held if column is not controls.stress)
    plain = answer(replace(found.question, held=held)).estimate
    effect = found.estimate.effect
    moved = plain is not None and abs(plain.effect - effect) > MUCH * abs(effect)
    return Otherwise(plain.effect if moved and plain is not None else None, _recent(table, found))


def _recent(table: DayTable, found: Answer) -> Estimate | None:
    if len(table) < LONG:
        return None
    late = np.arange(len(table)) >= len(table) - RECENT_DAYS
    among = late if found.question.among is None else late & found.question.among
    again = answer(replace(found.question, among=among))
    return None if again.is_early else again.estimate
