"""The figures of section 2c of the insight methods."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from tests.insight.simulation.cases import NOTHING, Case, by_diary

SIZES = ("small", "medium", "large")


@dataclass(frozen=True, slots=True)
class Score:
    """Shares from 0 to 1; NaN where there was nothing to count.

    `discoveries`: the mean over diaries of false claims / claims, `pooled` the same over all claims. `alarms`: claims
    where nothing acts / all answers of that kind. `pages`: diaries with a false claim. `coverage` of 95 % intervals.
    `signs`: claims with the wrong sign. `power`: by size, of what was asked; `power_told`: of what had days enough.
    `hidden`: "no difference" over an effect above 0.75 / all "no difference". `exaggeration`: said / true size.
    """

    diaries: int
    claims: int
    discoveries: float
    pooled: float
    alarms: float
    pages: float
    coverage: float
    signs: float
    exaggeration: float
    no_effects: int
    hidden: int
    power: dict[str, float]
    power_told: dict[str, float]


def scored(found: Sequence[Case]) -> Score:
    """Return the figures over all these cases."""
    claims = [case for case in found if case.claims]
    shares = [_false(said) for said in by_diary(found).values()]
    told = [case for case in found if case.effect is not None]
    acting = [case for case in claims if abs(case.truth) >= NOTHING and not case.is_link]
    none = [case for case in found if case.verdict == "no_effect"]
    return Score(
        len(shares),
        len(claims),
        _mean(shares),
        _false(claims),
        _share(told, lambda case: case.is_false, lambda case: abs(case.truth) < NOTHING),
        _mean([share > 0 for share in shares]),
        _share(told, lambda case: case.low <= case.truth <= case.high, lambda case: not case.is_link),
        _share(acting, lambda case: (case.effect or 0) * case.truth < 0),
        float(np.median([abs((case.effect or 0) / case.truth) for case in acting])) if acting else float("nan"),
        len(none),
        sum(abs(case.truth) > 0.75 for case in none),
        {size: _power(found, size) for size in SIZES},
        {size: _power(told, size) for size in SIZES},
    )


def _power(found: Sequence[Case], size: str) -> float:
    return _share(found, lambda case: case.claims, lambda case: case.size == size and not case.is_link)


def _false(found: Sequence[Case]) -> float:
    """Return false claims / claims; 0 where nothing is claimed."""
    claims = [case for case in found if case.claims]
    return sum(case.is_false for case in claims) / len(claims) if claims else 0.0


def _share(
    found: Sequence[Case], counts: Callable[[Case], bool], among: Callable[[Case], bool] = lambda _: True
) -> float:
    return _mean([counts(case) for case in found if among(case)])


def _mean(values: Sequence[float]) -> float:
    return float(np.mean(values)) if len(values) else float("nan")
