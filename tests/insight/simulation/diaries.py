"""What of a life gets written down: days and runs of the journal, with gaps."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.run import Run
from tests.insight.simulation.lives import Chances, Lives, lived
from tests.insight.simulation.worlds import BASE, FEELINGS, SURFACES, World

FIRST: Final = date(2025, 1, 1)
FEWEST_MISSING: Final = 0.12
MOST_MISSING: Final = 0.45
Diary = tuple[list[Day], list[Run]]


def diaries(world: World, days: int, count: int, chance: np.random.Generator) -> list[Diary]:
    """Return so many diaries of a world, of so many days each; 12 to 45 % of the days are not written."""
    chances = Chances.drawn(chance, days, count)
    lives = lived(world, chances)
    lost = unwritten(world, lives["worst_felt"], chance)
    return [_diary(world, lives, lost[:, life], life, chance) for life in range(count)]


def unwritten(world: World, worst: NDArray[np.float64], chance: np.random.Generator) -> NDArray[np.bool_]:
    """Return which days are not written: half of the gaps scattered, half in runs of about five days."""
    days, count = worst.shape
    share = chance.uniform(FEWEST_MISSING, MOST_MISSING, count)
    odds = np.log(share / (1 - share)) + world.skips * (worst - BASE - 1)
    scattered = chance.random((days, count)) < 1 / (1 + np.exp(-odds))
    bursty, gap = np.zeros((days, count), dtype=np.bool_), np.zeros(count, dtype=np.bool_)
    for day in range(days):
        u = chance.random(count)
        gap = np.where(gap, u < 0.8, u < 0.2 * share / (1 - share))
        bursty[day] = gap
    in_bursts = chance.random(count) < 0.5
    return np.where(in_bursts & (world.skips == 0), bursty, scattered)


def _diary(world: World, lives: Lives, lost: NDArray[np.bool_], life: int, chance: np.random.Generator) -> Diary:
    noted, runs = [], []
    values = {name: column[:, life].tolist() for name, column in lives.items()}
    forgotten = chance.random((len(lost), 6)) < world.forgets
    for number, is_lost in enumerate(lost):
        day = FIRST + timedelta(days=number)
        ran, walked = values["run"][number] == 1, values["walk"][number] == 1 and "walk" not in world.unlogged
        if (ran or walked) and (not is_lost or forgotten[number, 0]):
            runs.append(_run(number, day, ran, {name: column[number] for name, column in values.items()}))
        if not is_lost:
            noted.append(
                _day(world, day, {name: column[number] for name, column in values.items()}, forgotten[number].tolist())
            )
    return noted, runs


def _run(number: int, day: date, ran: bool, values: dict[str, float]) -> Run:
    if not ran:
        return Run(f"walk-{number}", day, kind="walk")
    surface = SURFACES[int(values["surface"])]
    return Run(f"run-{number}", day, kind="run", distance_km=values["run_km"], surface=surface)


def _day(world: World, day: date, values: dict[str, float], forgotten: Sequence[bool]) -> Day:
    def rating(name: str, place: int) -> int | None:
        return None if forgotten[place] else int(values[name])

    factors = {"coffee": values["factor:coffee"]}
    if not forgotten[5]:
        factors["sitting"] = values["factor:sitting"]
    if values["factor:physio"]:
        factors["physio"] = 1.0
    felt = [name for name in FEELINGS if values[f"feeling:{name}"]]
    return Day(
        day,
        pain_morning=rating("pain_morning", 1),
        pain_worst=rating("pain_worst", 2),
        stress=rating("stress", 3),
        mood=rating("mood", 3),
        sleep_hours=None if forgotten[4] else values["sleep_hours"],
        feelings=() if forgotten[3] else tuple(name for name in felt if name not in world.unlogged),
        factors={name: value for name, value in factors.items() if name not in world.unlogged},
    )
