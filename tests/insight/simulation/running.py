"""Running the engine over simulated diaries, the worlds shared out among processes."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from typing import Any, Final

import numpy as np

from sciatica_journal.domain.day import Day
from sciatica_journal.insight.page import analyse
from tests.insight.simulation.cases import Case, cases
from tests.insight.simulation.diaries import diaries
from tests.insight.simulation.truth import LIVES, truths
from tests.insight.simulation.worlds import WORLDS, World

LENGTHS: Final = (60, 120, 365)
PROCESSES: Final = 2
WORTH_PROCESSES: Final = 12
Job = tuple[World, int, int, int]
"""A world, the days of its diaries, how many, and the seed."""


def run_job(job: Job, lives: int = LIVES, unrecorded: Sequence[str] = ()) -> list[Case]:
    """Return what was said of the diaries of one world and length; the `unrecorded` fields are never written."""
    world, days, count, seed = job
    chance = np.random.default_rng([seed, days, *world.name.encode()])
    truth = truths(world, lives)
    return [
        case
        for number, (noted, runs) in enumerate(diaries(world, days, count, chance))
        for case in cases(analyse(_without(noted, unrecorded), runs), truth, (world.name, days, number))
    ]


def _without(noted: list[Day], unrecorded: Sequence[str]) -> list[Day]:
    nothing: dict[str, Any] = dict.fromkeys(unrecorded)
    return [replace(day, **nothing) for day in noted]


def simulated(
    seed: int, count: int, lengths: Sequence[int] = LENGTHS, worlds: Iterable[World] = WORLDS, lives: int = LIVES
) -> list[Case]:
    """Return what was said of `count` diaries of each world and length; the truth is taken from so many lives."""
    jobs = [(world, days, count, seed) for world in worlds for days in sorted(lengths, reverse=True)]
    ask = partial(run_job, lives=lives)
    if len(jobs) < WORTH_PROCESSES:
        return [case for job in jobs for case in ask(job)]
    with ProcessPoolExecutor(PROCESSES) as pool:
        return [case for found in pool.map(ask, jobs) for case in found]
