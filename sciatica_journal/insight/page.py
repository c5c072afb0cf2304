"""The page of patterns: every question that can be asked of a diary, answered and judged together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.run import Run
from sciatica_journal.insight.controls import Controls
from sciatica_journal.insight.estimating import Answer, answer, rounded_days
from sciatica_journal.insight.further import further_questions
from sciatica_journal.insight.history import Checkpoint, checkpoint_rows, day_of, digests, words_of
from sciatica_journal.insight.mixed import mixed
from sciatica_journal.insight.paired import Paired, paired_change
from sciatica_journal.insight.questions import questions
from sciatica_journal.insight.sensitivity import Otherwise, otherwise
from sciatica_journal.insight.split import Split, variance_split
from sciatica_journal.insight.surfaces import Contrast, surface_answers
from sciatica_journal.insight.table import DayTable, day_table
from sciatica_journal.insight.trends import Trend, trends
from sciatica_journal.insight.verdicts import Finding, judged, kept

_PAIN: Final = ("pain_morning", "pain_worst")


@dataclass(frozen=True, slots=True)
class Page:
    """All answers. `refused` are factors that could not be asked about, each with a reason code; `mixed` says what
    rises while pain falls; `checkpoints` are the words as they stood, the last one those of now."""

    days: int = 0
    days_with_pain: int = 0
    findings: tuple[Finding, ...] = ()
    contrasts: tuple[Contrast, ...] = ()
    paired: Paired | None = None
    split: Split | None = None
    trend: Mapping[str, Trend] = field(default_factory=dict)
    refused: tuple[tuple[str, str], ...] = ()
    mixed: tuple[str, ...] = ()
    otherwise: Otherwise = field(default_factory=Otherwise)
    checkpoints: tuple[Checkpoint, ...] = ()


@dataclass(frozen=True, slots=True)
class _Asked:
    """The answers of a table, with those that are refused apart."""

    answers: tuple[Answer, ...]
    refused: tuple[tuple[str, str], ...]
    contrasts: tuple[Contrast, ...]


def analyse(days: Iterable[Day], runs: Iterable[Run]) -> Page:
    """Return the page of a diary as its days have it now, for programs that read it once.

    What people look at day after day changes its words only at checkpoints: `replay` and `page_of`. The same days give
    the same page.
    """
    outings = list(runs)
    table = day_table(days, outings)
    return Page(paired=paired_change(outings)) if table is None else page_of(table, outings, None)


def replay(table: DayTable, known: Sequence[Checkpoint] = (), *, last_only: bool = False) -> tuple[Checkpoint, ...]:
    """Return the words at each checkpoint, oldest first; one of `known` whose data are the same is taken as it is.

    `last_only` leaves out all but the last one: that is enough for today's words, and their history takes seconds.
    """
    rows, _ = checkpoint_rows(table)
    rows = rows[-1:] if last_only else rows
    by_digest = {checkpoint.digest: checkpoint for checkpoint in known}
    found = []
    for end, digest in zip(rows, digests(table, rows), strict=True):
        checkpoint = by_digest.get(digest)
        if checkpoint is None:
            words = words_of(judged(_asked(table.until(end)).answers))
            checkpoint = Checkpoint(day_of(table, end), digest, words)
        found.append(checkpoint)
    return tuple(found)


def page_of(table: DayTable, runs: Sequence[Run], checkpoints: tuple[Checkpoint, ...] | None) -> Page:
    """Return the page of a table, under the words of the last checkpoint or, with None, judged as it stands."""
    asked, controls = _asked(table), Controls(table)
    findings = judged(asked.answers) if checkpoints is None else _under(table, asked.answers, checkpoints)
    pain = trends(table)
    running = next((one for one in asked.answers if one.question.factor == "run"), None)
    return Page(
        int(table.logged.sum()),
        _days_with_pain(table),
        tuple(findings),
        asked.contrasts,
        paired_change(list(runs)),
        variance_split(table),
        pain,
        asked.refused,
        mixed(table, findings, pain),
        otherwise(table, controls, running) if running is not None else Otherwise(),
        checkpoints or (),
    )


def _under(table: DayTable, answers: Sequence[Answer], checkpoints: Sequence[Checkpoint]) -> list[Finding]:
    _, lacking = checkpoint_rows(table)
    rate = max(float(table.logged.mean()), 0.05)
    return kept(answers, checkpoints[-1].words if checkpoints else {}, rounded_days(lacking / rate))


def _asked(table: DayTable) -> _Asked:
    controls = Controls(table)
    found = [answer(question) for question in (*questions(table), *further_questions(table, controls))]
    on_surfaces, contrasts = surface_answers(table, controls)
    asked = [one for one in found if not _is_refused(one)]
    answered = {one.question.factor for one in asked}
    refused = dict.fromkeys(
        (one.question.factor, one.why or "")
        for one in found
        if _is_refused(one) and one.question.factor not in answered
    )
    beyond = [(factor, "too_many") for factor in table.beyond]
    return _Asked((*asked, *on_surfaces), (*refused, *beyond), tuple(contrasts))


def _is_refused(one: Answer) -> bool:
    """Return whether a factor cannot be asked about at all: it never varies, or others tell it wholly."""
    return one.why in ("no_variation", "told_by_others") and one.question.factor != "run"


def _days_with_pain(table: DayTable) -> int:
    return int(np.logical_or.reduce([~np.isnan(table[name]) for name in _PAIN]).sum())
