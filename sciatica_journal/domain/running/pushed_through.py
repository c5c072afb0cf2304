"""Pushed through: runs against a caution, and the mornings after them beside the mornings after other runs.

A mirror in counts, no score of character (the issue's and the essay's trait list, essay point on driven runners).
Both numbers stand side by side because one without the other says nothing.
"""

from collections.abc import Collection, Iterable
from datetime import date as Date
from typing import Final, NamedTuple

from sciatica_journal.domain.run import WITH_RUNNING, Run

WORSE: Final = ("lingering", "flared")
FEWEST: Final = 3
"""Answered mornings below which the counts are shown with a word that they are few (our own threshold)."""


class Mornings(NamedTuple):
    """Runs, how many of them have an answer of the next morning, and how many of those were worse."""

    runs: int
    answered: int
    worse: int


class Mirror(NamedTuple):
    """A month: runs against a caution, and the other runs."""

    month: Date
    pushed: Mornings
    others: Mornings

    @property
    def is_few(self) -> bool:
        """Whether either side has too few answers to mean much."""
        return min(self.pushed.answered, self.others.answered) < FEWEST


def mirrors(runs: Iterable[Run], pushed: Collection[str]) -> list[Mirror]:
    """Return a mirror for each month that holds a run against a caution, newest first.

    `pushed` are the ids of those runs: on an override, or on a day on which the ladder said rest. Walks do not count.
    """
    by_month: dict[Date, list[Run]] = {}
    for run in runs:
        if run.kind in WITH_RUNNING:
            by_month.setdefault(run.date.replace(day=1), []).append(run)
    return [
        Mirror(month, *_sides(found, pushed))
        for month, found in sorted(by_month.items(), reverse=True)
        if any(run.id in pushed for run in found)
    ]


def _sides(runs: list[Run], pushed: Collection[str]) -> tuple[Mornings, Mornings]:
    return (
        mornings(run for run in runs if run.id in pushed),
        mornings(run for run in runs if run.id not in pushed),
    )


def mornings(runs: Iterable[Run]) -> Mornings:
    """Return the counts of some runs."""
    found = list(runs)
    answered = [run for run in found if run.response is not None]
    return Mornings(len(found), len(answered), sum(run.response in WORSE for run in answered))
