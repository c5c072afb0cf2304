"""Looking again and again for a year: does one ever see a false claim, and when is a true one seen?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import numpy as np

from sciatica_journal.insight.page import analyse
from tests.insight.simulation.cases import Case, cases
from tests.insight.simulation.diaries import FIRST, diaries
from tests.insight.simulation.truth import LIVES, truths
from tests.insight.simulation.worlds import World

LOOKS: Final = (30, 45, 60, 90, 120, 180, 270, 365)
People = dict[tuple[str, int, int], dict[int, list[Case]]]
"""For each person what was said at each look."""


@dataclass(frozen=True, slots=True)
class LooksScore:
    """Shares of people, from 0 to 1: who ever saw a false claim, one about running, a false "clearly"; and the share of
    claims that a later look withdrew or reversed."""

    people: int
    ever_false: float
    ever_false_running: float
    ever_false_clearly: float
    withdrawn: float
    reversed: float


def looked_at(world: World, count: int, seed: int, lives: int = LIVES) -> People:
    """Return what so many people of a world see in their year."""
    chance = np.random.default_rng([seed, LOOKS[-1] + 1, *world.name.encode()])
    truth = truths(world, lives)
    people: People = {}
    for number, (days, runs) in enumerate(diaries(world, LOOKS[-1], count, chance)):
        person = (world.name, LOOKS[-1], number)
        for look in LOOKS:
            end = FIRST + timedelta(days=look)
            page = analyse([day for day in days if day.date < end], [run for run in runs if run.date < end])
            people.setdefault(person, {})[look] = list(cases(page, truth, person))
    return people


def looks_scored(people: People) -> LooksScore:
    """Return the shares over all these people."""
    said = [[case for look in looks.values() for case in look] for looks in people.values()]
    followed = [pair for looks in people.values() for pair in _followed(looks)]
    return LooksScore(
        len(people),
        _share([any(case.is_false for case in one) for one in said]),
        _share([any(case.is_false and case.factor == "run" for case in one) for one in said]),
        _share([any(case.is_false and case.certainty == "clearly" for case in one) for one in said]),
        _share([not later.claims for _, later in followed]),
        _share([later.claims and later.verdict != first.verdict for first, later in followed]),
    )


def _followed(looks: dict[int, list[Case]]) -> list[tuple[Case, Case]]:
    """Return each question's first claim with what was said of it at the last look."""
    first: dict[tuple[str, int, str], Case] = {}
    for found in looks.values():
        for case in found:
            if case.claims:
                first.setdefault((case.factor, case.lag, case.outcome), case)
    last = {(case.factor, case.lag, case.outcome): case for case in looks[LOOKS[-1]]}
    return [(case, last[asked]) for asked, case in first.items() if asked in last]


def _share(values: Sequence[bool]) -> float:
    return float(np.mean(values)) if values else float("nan")
