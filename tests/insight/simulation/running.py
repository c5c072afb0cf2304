"""Running the engine over simulated diaries, the worlds shared out among processes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from typing import Any, Final

import numpy as np

from sciatica_journal.domain.day import Day
from sciatica_journal.insight.page import Page, analyse
from tests.insight.simulation.cases import Case, cases
from tests.insight.simulation.diaries import diaries
from tests.insight.simulation.truth import LIVES, Asked, truths
from tests.insight.simulation.worlds import WORLDS, World

LENGTHS: Final = (60, 120, 365)
PROCESSES: Final = 2
WORTH_PROCESSES: Final = 12
Job = tuple[World, int, int, int]
"""A world, the days of its diaries, how many, and the seed."""
Judge = Callable[[Page, dict[Asked, float], tuple[str, int, int]], Iterator[Case]]
"""What is said of the questions of a page: by the engine, or by the method as it is written."""


def run_job(
    job: Job, lives: int = LIVES, unrecorded: Sequence[str] = (), judges: Sequence[Judge] = (cases,)
) -> list[list[Case]]:
    """Return what each judge said of the diaries of one world and length; the `unrecorded` fields are never written."""
    world, days, count, seed = job
    chance = np.random.default_rng([seed, days, *world.name.encode()])
    truth = truths(world, lives)
    said: list[list[Case]] = [[] for _ in judges]
    for number, (noted, runs) in enumerate(diaries(world, days, count, chance)):
        page = analyse(_without(noted, unrecorded), runs)
        for found, judge in zip(said, judges, strict=True):
            found.extend(judge(page, truth, (world.name, days, number)))
    return said


def _without(noted: list[Day], unrecorded: Sequence[str]) -> list[Day]:
    nothing: dict[str, Any] = dict.fromkeys(unrecorded)
    return [replace(day, **nothing) for day in noted]


def simulated(
    seed: int,
    count: int,
    lengths: Sequence[int] = LENGTHS,
    worlds: Iterable[World] = WORLDS,
    lives: int = LIVES,
    judges: Sequence[Judge] = (cases,),
) -> list[list[Case]]:
    """Return what each judge said of `count` diaries of each world and length; the truth is from so many lives."""
    jobs = [(world, days, count, seed) for world in worlds for days in sorted(lengths, reverse=True)]
    ask = partial(run_job, lives=lives, judges=judges)
    if len(jobs) < WORTH_PROCESSES:
        return _joined([ask(job) for job in jobs])
    with ProcessPoolExecutor(PROCESSES) as pool:
        return _joined(list(pool.map(ask, jobs)))


def _joined(said: Sequence[list[list[Case]]]) -> list[list[Case]]:
    return [[case for found in of_one for case in found] for of_one in zip(*said, strict=True)]
