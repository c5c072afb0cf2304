"""The page of patterns: every question that can be asked of a diary, answered and judged together."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.run import Run
from sciatica_journal.insight.controls import Controls
from sciatica_journal.insight.estimating import Answer, answer
from sciatica_journal.insight.paired import Paired, paired_change
from sciatica_journal.insight.questions import questions
from sciatica_journal.insight.split import Split, variance_split
from sciatica_journal.insight.surfaces import Contrast, surface_answers
from sciatica_journal.insight.table import DayTable, day_table
from sciatica_journal.insight.trends import Trend, trends
from sciatica_journal.insight.verdicts import Finding, judged

_PAIN: Final = ("pain_morning", "pain_worst")


@dataclass(frozen=True, slots=True)
class Page:
    """All answers. `refused` are factors that could not be asked about, each with a reason code."""

    days: int = 0
    days_with_pain: int = 0
    findings: tuple[Finding, ...] = ()
    contrasts: tuple[Contrast, ...] = ()
    paired: Paired | None = None
    split: Split | None = None
    trend: dict[str, Trend] | None = None
    refused: tuple[tuple[str, str], ...] = ()


def analyse(days: Iterable[Day], runs: Iterable[Run]) -> Page:
    """Return the page of a diary. Deterministic: the same days give the same page."""
    kept = list(runs)
    table = day_table(days, kept)
    if table is None:
        return Page()
    asked = [answer(question) for question in questions(table)]
    on_surfaces, contrasts = surface_answers(table, Controls(table))
    refused = tuple((one.question.factor, one.why or "") for one in asked if _is_refused(one))
    findings = judged([*(one for one in asked if not _is_refused(one)), *on_surfaces])
    return Page(
        int(table.logged.sum()),
        _days_with_pain(table),
        tuple(findings),
        tuple(contrasts),
        paired_change(kept),
        variance_split(table),
        trends(table),
        tuple(dict.fromkeys(refused)),
    )


def _is_refused(one: Answer) -> bool:
    """Return whether a factor cannot be asked about at all: it never varies, or others tell it wholly."""
    return one.why in ("no_variation", "told_by_others") and one.question.factor != "run"


def _days_with_pain(table: DayTable) -> int:
    return int(np.logical_or.reduce([~np.isnan(table[name]) for name in _PAIN]).sum())
