"""What is true in a world, for each question: the same lives lived twice, with one thing changed on one day.

The effect at a lag is all that follows: what stays in the pain, and what the changed day changes in the days between.
For "goes together with", which claims no direction, the truth is whether the two are linked at all among days that
began alike: the coefficient in thousands of lives.
"""

from collections.abc import Callable
from typing import Final

import numpy as np

from tests.insight.simulation.lives import Chances, Changes, Floats, Lives, lived
from tests.insight.simulation.worlds import FEELINGS, SURFACES, World

LIVES: Final = 6000
DAY: Final = 10
WEEK: Final = 7
Asked = tuple[str, int, str]
"""A factor, a lag and an outcome."""
_OUTCOMES: Final = ("pain_morning", "pain_worst")
_LAGS: Final = (0, 1, 2)


def _to(value: float) -> Callable[[Floats], Floats]:
    return lambda now: np.full_like(now, value)


def _more(now: Floats) -> Floats:
    return now + 1


def _changes() -> dict[str, tuple[Changes, Changes]]:
    """Return, for each factor, what is compared with what; more stress lasts as stress does."""
    run, rest = {"run": _to(1)}, {"run": _to(0)}
    found: dict[str, tuple[Changes, Changes]] = {}
    found |= {"run": (run, rest), "run_km": ({**run, "run_km": _more}, run), "stress": ({"tension": _more}, {})}
    found |= {f"surface:{name}": ({**run, "surface": _to(place)}, rest) for place, name in enumerate(SURFACES)}
    found |= {name: ({name: _more}, {}) for name in _COUNTED if name != "stress"}
    return found | {name: ({name: _to(1)}, {name: _to(0)}) for name in ("walk", *_MARKS)}


_COUNTED: Final = ("stress", "mood", "sleep_hours", "factor:coffee", "factor:sitting")
_MARKS: Final = ("factor:physio", *(f"feeling:{name}" for name in FEELINGS))


def truths(world: World, lives: int = LIVES) -> dict[Asked, float]:
    """Return the effect per unit of every factor on every outcome; for lag 0 on worst pain, the link."""
    chances = Chances.drawn(np.random.default_rng(20260101), DAY + 3, lives)
    found = {}
    for factor, (changed, unchanged) in _changes().items():
        one, other = lived(world, chances, DAY, changed), lived(world, chances, DAY, unchanged)
        step = float((one[factor] - other[factor])[DAY].mean()) if factor == "stress" else 1.0
        for outcome in _OUTCOMES:
            for lag in _LAGS:
                found[factor, lag, outcome] = float((one[outcome] - other[outcome])[DAY + lag].mean()) / step
    as_lived = lived(world, chances)
    for factor in (*_COUNTED, *_MARKS):
        found[factor, 0, "pain_worst"] = _link(as_lived, factor)
    return found


def _link(lives: Lives, factor: str) -> float:
    """Return how worst pain goes with a factor on the same day, among lives that had been alike until then."""
    x, morning, worst = lives[factor], lives["pain_morning"], lives["pain_worst"]
    rows, outcomes = [], []
    for day in range(WEEK, len(x)):
        held = [
            morning[day],
            morning[day - WEEK : day].mean(axis=0),
            worst[day - 1],
            x[day - 1],
            np.full_like(x[day], day),
        ]
        held += [lives[name][day] for name in ("sleep_hours", "stress") if name != factor]
        rows.append(np.column_stack([np.ones_like(x[day]), x[day], *held]))
        outcomes.append(worst[day])
    return float(np.linalg.lstsq(np.concatenate(rows), np.concatenate(outcomes), rcond=None)[0][1])
