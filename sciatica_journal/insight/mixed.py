"""Mixed: pain falls while it is felt further down the leg, or while nerve signs grow.

Less pain with more numbness is no improvement (centralising: clinical reference, section 4.2), so the running answer
must not be read as help alone.
"""

from collections.abc import Mapping, Sequence

from sciatica_journal.insight.questions import FURTHEST, main_outcome
from sciatica_journal.insight.table import DayTable
from sciatica_journal.insight.trends import Trend, trends_of
from sciatica_journal.insight.verdicts import Finding

SIGNS = "signs"


def mixed(table: DayTable, findings: Sequence[Finding], pain: Mapping[str, Trend]) -> tuple[str, ...]:
    """Return what rises while pain falls: `furthest` and `signs` over the same days, `furthest_runs` after runs."""
    outcome = main_outcome(table)
    if outcome == FURTHEST:
        return ()
    found = [name for name in (FURTHEST, SIGNS) if _rises_while_falling(trends_of(table[name]), pain)]
    of_running = {
        finding.answer.question.outcome: finding.verdict
        for finding in findings
        if finding.answer.question.factor == "run" and finding.answer.question.lag == 1
    }
    if of_running.get(outcome) == "lowers" and of_running.get(FURTHEST) == "raises":
        found.append("furthest_runs")
    return tuple(found)


def _rises_while_falling(other: Mapping[str, Trend], pain: Mapping[str, Trend]) -> bool:
    """Return whether over some span pain surely falls and the other surely rises: both 95 % intervals off 0."""
    return any(span in other and other[span].low > 0 and trend.high < 0 for span, trend in pain.items())
