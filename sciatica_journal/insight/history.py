"""Words change only at checkpoints, and what was said at each of them is replayed from the data.

A word that came and went from day to day would be worth nothing, and looking every day finds something false in the
end (insight methods, section 7). So the page is judged with 24 usable pairs of days and after each 15 further ones; in
long diaries, where 15 pairs move nothing, after each twentieth. Between checkpoints only the numbers follow the days.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from typing import Final

import numpy as np

from sciatica_journal.domain.run import Run
from sciatica_journal.insight.controls import Controls, ahead
from sciatica_journal.insight.estimating import FEWEST_PAIRS
from sciatica_journal.insight.questions import Question, held_for, main_outcome
from sciatica_journal.insight.table import DayTable
from sciatica_journal.insight.verdicts import Finding, Word

STEP: Final = 15
"""Usable pairs from one checkpoint to the next."""
SHARE: Final = 20
"""A checkpoint waits for one pair in so many that there are, where that is more than the step."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The words as they stood after `day`, by question key. `digest` is of the data up to that day."""

    day: date
    digest: str
    words: Mapping[str, Word] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """From `day` on a question had this word."""

    day: date
    word: Word


def checkpoint_rows(table: DayTable) -> tuple[list[int], int]:
    """Return how many rows of the table each checkpoint looks at, ascending, and how many pairs the next one lacks.

    They follow the usable pairs of the running question, for the whole page is judged at once.
    """
    outcome = main_outcome(table)
    lead = ahead(table[outcome], 1)
    held = held_for(table, Controls(table), table["run"], "run", outcome)
    pairs = np.flatnonzero(Question("run", 1, outcome, 1.0, table["run"], lead, held).usable())
    rows, due = [], FEWEST_PAIRS
    while due <= len(pairs):
        rows.append(int(pairs[due - 1]) + 2)
        due += max(STEP, due // SHARE)
    return rows, due - len(pairs)


def digests(table: DayTable, rows: Sequence[int]) -> list[str]:
    """Return a digest of the first so many rows of the table for each entry of `rows`, which ascends."""
    columns = [table.columns, table.surfaces, table.feelings, table.factors]
    names = [f"{number} {name}" for number, group in enumerate(columns) for name in sorted(group)]
    values = [group[name] for group in columns for name in sorted(group)]
    matrix = np.ascontiguousarray(np.column_stack([*values, table.logged.astype(np.float64)]))
    running = sha256(f"{table.first} {names}".encode())
    found, start = [], 0
    for end in rows:
        running.update(matrix[start:end].tobytes())
        found.append(running.hexdigest())
        start = end
    return found


def data_digest(table: DayTable | None, runs: Sequence[Run]) -> str:
    """Return a digest of all numbers that a page is made of: words that are not factors change nothing in it."""
    around = sha256(repr([(run.date, run.kind, run.pain_before, run.pain_after) for run in runs]).encode())
    if table is not None:
        around.update(repr(table.beyond).encode())
        around.update(digests(table, [len(table)])[0].encode())
    return around.hexdigest()


def words_of(findings: Sequence[Finding]) -> dict[str, Word]:
    """Return the word of each finding by its question's key."""
    return {finding.answer.question.key: finding.word for finding in findings}


def changes(checkpoints: Sequence[Checkpoint], key: str) -> list[Change]:
    """Return when the word on a question changed, the oldest first; a question not yet asked has no word."""
    found: list[Change] = []
    for checkpoint in checkpoints:
        word = checkpoint.words.get(key)
        if word is not None and (not found or found[-1].word != word):
            found.append(Change(checkpoint.day, word))
    return found


def day_of(table: DayTable, rows: int) -> date:
    """Return the day of the last of so many rows."""
    return table.first + timedelta(days=rows - 1)
