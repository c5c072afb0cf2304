"""Mixed: pain falls while it is felt further down the leg, or while nerve signs grow.

Less pain with more numbness is no improvement (centralising: clinical reference, section 4.2), so the running answer
must not be read as help alone.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from sciatica_journal.insight.questions import FURTHEST, main_outcome
from sciatica_journal.insight.table import DayTable, Floats
from sciatica_journal.insight.trends import Trend, trends_of
from sciatica_journal.insight.verdicts import Finding

SIGNS: Final = "signs"
SPAN: Final = 28
FEWEST_EARLIER: Final = 10
STEPS: Final = {FURTHEST: 1.0, SIGNS: 0.5}
"""Rise of the mean that counts: a level down the leg, a side numb, tingling or weak on every second day. Ours, not
validated, and chosen to err on the side of saying it."""


def mixed(table: DayTable, findings: Sequence[Finding], pain: Mapping[str, Trend]) -> tuple[str, ...]:
    """Return what rises while pain falls: `furthest` and `signs` over the same days, `furthest_runs` after runs."""
    outcome = main_outcome(table)
    if outcome == FURTHEST:
        return ()
    found = [name for name, step in STEPS.items() if _rises_while_falling(table[name], step, pain)]
    of_running = {
        finding.answer.question.outcome: finding.verdict
        for finding in findings
        if finding.answer.question.factor == "run" and finding.answer.question.lag == 1
    }
    if of_running.get(outcome) == "lowers" and of_running.get(FURTHEST) == "raises":
        found.append("furthest_runs")
    return tuple(found)


def _rises_while_falling(column: Floats, step: float, pain: Mapping[str, Trend]) -> bool:
    """Return whether pain surely falls over some span, with its 95 % interval off 0, while the other rises.

    Rising asks for less than falling does: its interval off 0, or the last 28 recorded days a step above the 28 before.
    A sign that has come to stay is a step, which a trend sees late, and here a missed warning costs more.
    """
    rises = _steps_up(column, step)
    other = trends_of(column)
    return any(trend.high < 0 and (rises or (span in other and other[span].low > 0)) for span, trend in pain.items())


def _steps_up(column: Floats, step: float) -> bool:
    rated = column[~np.isnan(column)]
    recent, earlier = rated[-SPAN:], rated[-2 * SPAN : -SPAN]
    return len(earlier) >= FEWEST_EARLIER and float(recent.mean() - earlier.mean()) >= step
