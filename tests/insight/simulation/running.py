"""Running the engine over simulated diaries, the worlds shared out among processes."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Final

import numpy as np

from sciatica_journal.insight.page import analyse
from tests.insight.simulation.cases import Case, cases
from tests.insight.simulation.diaries import diaries
from tests.insight.simulation.truth import truths
from tests.insight.simulation.worlds import WORLDS, World

LENGTHS: Final = (60, 120, 365)
Job = tuple[World, int, int, int]
"""A world, the days of its diaries, how many, and the seed."""


def run_job(job: Job) -> list[Case]:
    """Return what was said of the diaries of one world and length."""
    world, days, count, seed = job
    chance = np.random.default_rng([seed, days, WORLDS.index(world)])
    truth = truths(world)
    return [
        case
        for number, (noted, runs) in enumerate(diaries(world, days, count, chance))
        for case in cases(analyse(noted, runs), truth, (world.name, days, number))
    ]


def simulated(
    seed: int, count: int, lengths: Sequence[int] = LENGTHS, worlds: Iterable[World] = WORLDS, processes: int = 1
) -> list[Case]:
    """Return what was said of `count` diaries of each world and length."""
    jobs = [(world, days, count, seed) for world in worlds for days in sorted(lengths, reverse=True)]
    if processes == 1:
        return [case for job in jobs for case in run_job(job)]
    with ProcessPoolExecutor(processes) as pool:
        return [case for found in pool.map(run_job, jobs) for case in found]
