"""Lives lived in a world, many at once: latent pain and everything around it, day by day.

All chance is drawn beforehand and none of it depends on what happens, so that the same life can be lived twice with one
thing changed on one day: the difference is what that thing did.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tests.insight.simulation.worlds import BASE, CALM, FEELINGS, SURFACES, USUAL_KM, USUAL_SITTING, USUAL_SLEEP, World

Floats = NDArray[np.float64]
Change = Callable[[Floats], Floats]
Changes = Mapping[str, Change]
Lives = Mapping[str, Floats]
"""What happened, by name: columns of days x lives. Ratings are as they would be written down; `worst_felt` is not."""


@dataclass(frozen=True, slots=True)
class Chances:
    """Normal and uniform numbers, each days x kinds x lives, and each life's taste in surfaces (kinds x lives)."""

    normal: Floats
    uniform: Floats
    taste: Floats

    @classmethod
    def drawn(cls, chance: np.random.Generator, days: int, lives: int) -> "Chances":
        taste = chance.dirichlet([2.0] * len(SURFACES), lives).T
        return cls(chance.normal(size=(days, 8, lives)), chance.random((days, 12, lives)), taste)


def lived(world: World, chances: Chances, day: int = -1, changes: Changes | None = None) -> Lives:
    """Return the lives; on `day` the named things are changed as they happen."""
    length = len(chances.normal)
    living = _Living(world, chances)
    days = [living.day(number, length, (changes or {}) if number == day else {}) for number in range(length)]
    return {name: np.array([one[name] for one in days]) for name in days[0]}


class _Living:
    """One day after the other: `today` is what happened so far, `yesterday` what happened then."""

    def __init__(self, world: World, chances: Chances) -> None:
        none = np.zeros(chances.normal.shape[2])
        self.world, self.chances = world, chances
        self.swing, self.tension, self.push = none, none, none
        self.yesterday: dict[str, Floats] = {}
        self.today: dict[str, Floats] = {"stress": none + CALM}
        self.changes: Changes = {}

    def happens(self, name: str, value: Floats) -> Floats:
        self.today[name] = self.changes[name](value) if name in self.changes else value
        return self.today[name]

    def day(self, number: int, length: int, changes: Changes) -> dict[str, Floats]:
        z, u = self.chances.normal[number], self.chances.uniform[number]
        self.changes, self.yesterday, self.today = changes, self.today, {}
        weekend = float((number + 2) % 7 >= 5)  # 1 January 2025 is a Wednesday
        through = number / max(length - 1, 1)
        season = float(np.cos(2 * np.pi * number / 365.25))
        pain = self.morning(z, u, weekend, self.world.drift * through + self.world.season * season)
        usual = -0.2 + 0.8 * weekend + self.world.more_runs * (through - 0.4) - self.world.season_runs * season
        self.outing(pain, z, u, weekend, usual)
        self.evening(pain, z, u, weekend)
        return self.today

    def morning(self, z: Floats, u: Floats, weekend: float, level: float) -> Floats:
        """The night's sleep and the latent pain on waking."""
        world = self.world
        shock = world.spread * np.sqrt(1 - world.phi**2) * z[0] + np.where(u[0] < world.flare, 3.0, 0.0)
        self.swing = world.phi * (self.swing + world.carry * self.push) + shock
        hours = USUAL_SLEEP - 0.15 * (self.yesterday["stress"] - CALM) + 0.5 * weekend + 0.8 * z[1]
        sleep = self.happens("sleep_hours", _halves(hours))
        self.push = self.of_yesterday() + world.sleep * (sleep - USUAL_SLEEP)
        pain = BASE + level + self.swing + self.push
        self.happens("pain_morning", rated(pain + world.noise * z[2]))
        return pain

    def outing(self, pain: Floats, z: Floats, u: Floats, weekend: float, usual: float) -> None:
        world = self.world
        run = self.happens(
            "run", _marks(u[1], usual - world.reverse * (pain - BASE) - world.stress_runs * self.tension)
        )
        self.happens("run_km", np.round(np.clip(USUAL_KM + 1.2 * weekend + 2.2 * z[3], 1.5, 16), 1))
        below = (np.cumsum(self.chances.taste, axis=0) < u[2]).sum(axis=0)
        self.happens("surface", np.minimum(below, len(SURFACES) - 1).astype(np.float64))
        self.happens("walk", ((run == 0) & (u[3] < 0.3)).astype(np.float64))

    def evening(self, pain: Floats, z: Floats, u: Floats, weekend: float) -> None:
        """Stress, the worst pain of the day, mood, feelings and what else is counted."""
        world = self.world
        costs = world.reverse_inner
        self.tension = self.happens("tension", 0.6 * self.tension + 1.4 * z[4] + costs * (pain - BASE) - 0.6 * weekend)
        stress = self.happens("stress", rated(CALM + self.tension))
        acting = _of_run(world, self.today) + world.stress * (stress - CALM)
        worst = self.happens("worst_felt", pain + np.abs(1 + 0.8 * z[5]) + world.within * acting)
        self.happens("pain_worst", np.maximum(rated(worst), self.today["pain_morning"]))
        lost = costs * (worst - BASE - 1)
        self.happens("mood", rated(6 - 0.5 * (stress - CALM) - lost + z[6]))
        odds = dict(zip(FEELINGS, (np.full_like(pain, -0.9), -1.2 + 0.4 * (stress - CALM), -1.2 + lost), strict=True))
        for place, (name, odd) in enumerate(odds.items(), 4):
            self.happens(f"feeling:{name}", _marks(u[place], odd))
        self.happens("factor:coffee", np.floor(5 * u[7]))
        self.happens("factor:sitting", _halves(USUAL_SITTING + 0.5 - 2.0 * weekend + 2 * z[7]))
        self.happens("factor:physio", (u[8] < 0.25).astype(np.float64))

    def of_yesterday(self) -> Floats:
        """What the day before does to this morning."""
        day, world = self.yesterday, self.world
        if "run" not in day:
            return np.zeros_like(self.swing)
        pushed = _of_run(world, day) + world.stress * (day["stress"] - CALM)
        for name, effect in world.feelings.items():
            pushed = pushed + effect * day[f"feeling:{name}"]
        for name, effect in world.factors.items():
            pushed = pushed + effect * (day[f"factor:{name}"] - (USUAL_SITTING if name == "sitting" else 0.0))
        return pushed


def _of_run(world: World, day: Lives) -> Floats:
    effect = world.run + world.km * (day["run_km"] - USUAL_KM)
    for number, name in enumerate(SURFACES):
        effect = effect + world.surfaces.get(name, 0.0) * (day["surface"] == number)
    return day["run"] * effect


def rated(value: Floats) -> Floats:
    """Return a feeling as the whole number from 0 to 10 that one writes down."""
    return np.asarray(np.clip(np.round(value), 0.0, 10.0))


def _marks(u: Floats, odds: Floats) -> Floats:
    return (u < 1 / (1 + np.exp(-odds))).astype(np.float64)


def _halves(value: Floats) -> Floats:
    return np.asarray(np.clip(np.round(value * 2) / 2, 0.0, 14.0))
