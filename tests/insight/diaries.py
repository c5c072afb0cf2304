"""Simulated diaries whose truth is known."""

from datetime import date, timedelta

import numpy as np

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.run import Run

FIRST = date(2025, 1, 1)


def rating(value: float) -> int:
    return int(np.clip(round(value), 0, 10))


def diary(
    seed: int, days: int, *, run_effect: float = 0.0, reverse: float = 0.0, missing: float = 0.2, factors: int = 3
) -> tuple[list[Day], list[Run]]:
    """A diary in which running changes next-morning pain by `run_effect` points.

    `reverse` is how much less likely a run is for each point of morning pain above one's usual (log odds): pain then
    decides running, which is no effect of running. `missing` is the share of days without a note.
    """
    chance = np.random.default_rng(seed)
    noted, runs = [], []
    swing = stress = 0.0
    ran = False
    for number in range(days):
        day = FIRST + timedelta(days=number)
        swing = 0.5 * swing + chance.normal(0, 1.3)
        stress = 0.6 * stress + chance.normal(0, 1.5)
        morning = 4 + swing + run_effect * ran + chance.normal(0, 0.4)
        ran = bool(chance.random() < 1 / (1 + np.exp(0.2 + reverse * (morning - 4))))
        worst = morning + abs(chance.normal(1, 0.8))
        extra = {f"factor {name}": float(chance.poisson(2)) for name in range(factors)}
        if chance.random() < missing:
            continue
        noted.append(
            Day(day, pain_morning=rating(morning), pain_worst=rating(worst), stress=rating(4 + stress),
                sleep_hours=7.0 + round(float(chance.normal(0, 0.8)) * 2) / 2, factors=extra)
        )  # fmt: skip
        if ran:
            runs.append(Run(f"run-{number}", day, kind="run", distance_km=round(float(chance.uniform(3, 9)), 2)))
    return noted, runs
