"""The questions of the page, each with its data: what went with what, how many days later, among which days.

Weights are those of the insight methods, section 7, but a link on the same day and the second day after have a third of
what the next day has, and so has last night's sleep on the morning after next; feelings, of which there are many, have
two thirds: in simulated diaries that keeps false alarms down and finds as much (tests/insight/simulation).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sciatica_journal.insight.controls import Controls, ahead, filled, lagged, week_before
from sciatica_journal.insight.table import DayTable, Floats

FEWEST_RUNS_FOR_DOSE: Final = 16
FEWEST_ON_SURFACE: Final = 8
FEWEST_RATINGS: Final = 24
"""Pain ratings below which a diary is one of light mode."""
MORNING: Final = "pain_morning"
WORST: Final = "pain_worst"
FURTHEST: Final = "furthest"
RESPONSE: Final = "response"

RESPONSE_POINT: Final = 0.5
"""A point of the response counts as two of pain; ours, not validated."""


@dataclass(frozen=True, slots=True)
class Question:
    """`factor` on a day against `outcome` `lag` days later. `weight` is its share of the page's caution.

    `x` and `y` are columns over the days of the factor; `held` is what is held equal, `besides` what else must be
    known. `same_day` says that no direction is claimed. `varies` are the days on which the factor can vary, where those
    are not all: its usual swing is taken among them.
    """

    factor: str
    lag: int
    outcome: str
    weight: float
    x: Floats
    y: Floats
    held: tuple[Floats, ...]
    same_day: bool = False
    among: NDArray[np.bool_] | None = None
    varies: NDArray[np.bool_] | None = None

    @property
    def key(self) -> str:
        """What names the question, the same from day to day."""
        return f"{self.factor} {self.lag} {self.outcome}"

    def usable(self) -> NDArray[np.bool_]:
        """Return the days on which factor, outcome and the pain before are known."""
        known = ~(np.isnan(self.x) | np.isnan(self.y))
        for column in self.held:
            known &= ~np.isnan(column)
        return known if self.among is None else known & self.among


def questions(table: DayTable) -> list[Question]:
    """Return the questions of the page, the running ones first; surfaces are asked jointly, elsewhere."""
    controls = Controls(table)
    outcome = main_outcome(table)
    return [*_running(table, controls, outcome), *_inner(table, controls, outcome), *_own(table, controls, outcome)]


def main_outcome(table: DayTable) -> str:
    """Return the outcome that is asked about: mornings, else the worst of days where mostly that is recorded.

    In light mode, with hardly a pain number, it is the furthest point.
    """
    counts = {name: np.count_nonzero(~np.isnan(table[name])) for name in (MORNING, WORST, FURTHEST)}
    if max(counts[MORNING], counts[WORST]) < FEWEST_RATINGS and counts[FURTHEST] > max(counts[MORNING], counts[WORST]):
        return FURTHEST
    return MORNING if counts[MORNING] * 2 >= counts[WORST] else WORST


def scale_of(outcome: str) -> float:
    """Return the size of an outcome's points beside those of pain: the response has only 0, 1 and 2."""
    return RESPONSE_POINT if outcome == RESPONSE else 1.0


def held_for(table: DayTable, controls: Controls, factor: Floats, name: str, outcome: str) -> tuple[Floats, ...]:
    """Return what is held equal for a factor and a later outcome.

    The worst of a day and the furthest point are told of whole days: those of the same day may be what the run did, so
    the day before and the week before are held equal, and the morning where it was recorded. Where mornings are not
    recorded the same day is held equal all the same: nothing else tells the pain that decided about the run. It makes
    effects look smaller by what the run did on its own day; without it pain that keeps people from running says that
    running helps.
    """
    if outcome == MORNING:
        return tuple(controls.of_day(factor, name))
    if main_outcome(table) == outcome:
        before, *others = before_the_day(table, controls, factor, name, outcome)
        return (table[outcome], filled(before), *others)
    return before_the_day(table, controls, factor, name, outcome)


def before_the_day(table: DayTable, controls: Controls, factor: Floats, name: str, outcome: str) -> tuple[Floats, ...]:
    """Return what is held equal beside a whole day's outcome: the day and the week before, and the morning."""
    morning, _, _, *others = controls.of_day(factor, name)
    before = lagged(table[outcome], 1)
    return (before, filled(week_before(table[outcome])), filled(morning), *others)


def _later(
    table: DayTable, controls: Controls, name: str, x: Floats, outcome: str, weights: dict[int, float]
) -> Iterator[Question]:
    held = held_for(table, controls, x, name, outcome)
    for lag, weight in weights.items():
        yield Question(name, lag, outcome, weight, x, ahead(table[outcome], lag), held)


def _same_day(table: DayTable, controls: Controls, name: str, x: Floats, weight: float) -> Iterator[Question]:
    main = main_outcome(table)
    if main == FURTHEST:
        return
    held = tuple(controls.of_day(x, name)) if main == MORNING else before_the_day(table, controls, x, name, WORST)
    yield Question(name, 0, WORST, weight, x, table[WORST], held, same_day=True)


def _running(table: DayTable, controls: Controls, outcome: str) -> Iterator[Question]:
    yield from _later(table, controls, "run", table["run"], outcome, {1: 6.0, 2: 0.67})
    run, km, walk = table["run"], table["run_km"], table["walk"]
    if (walk == 1).any():
        # People walk on days without a run: without it held equal, a walk would be credited with what rest does.
        held = (*held_for(table, controls, walk, "walk", outcome), run)
        yield Question("walk", 1, outcome, 0.5, walk, ahead(table[outcome], 1), held)
    ran = (run == 1) & ~np.isnan(km)
    if np.count_nonzero(ran) >= FEWEST_RUNS_FOR_DOSE:
        extra = np.where(ran, km - km[ran].mean(), np.where(run == 0, 0.0, np.nan))
        held = (*held_for(table, controls, run, "run", outcome), run)
        yield Question("run_km", 1, outcome, 2.0, extra, ahead(table[outcome], 1), held, varies=ran)


def _inner(table: DayTable, controls: Controls, outcome: str) -> Iterator[Question]:
    for name in ("stress", "mood"):
        yield from _same_day(table, controls, name, table[name], 0.5)
        yield from _later(table, controls, name, table[name], outcome, {1: 1.5, 2: 0.25})
    sleep = table["sleep_hours"]
    if outcome == MORNING:
        yield Question("sleep_hours", 0, MORNING, 1.5, sleep, table[MORNING], tuple(controls.of_night(sleep)))
    yield from _later(table, controls, "sleep_hours", sleep, outcome, {1: 0.5, 2: 0.25})
    for feeling, column in table.feelings.items():
        if np.count_nonzero(column == 1) >= FEWEST_ON_SURFACE:
            name = f"feeling:{feeling}"
            yield from _same_day(table, controls, name, column, 0.33)
            yield from _later(table, controls, name, column, outcome, {1: 1.0, 2: 0.17})


def _own(table: DayTable, controls: Controls, outcome: str) -> Iterator[Question]:
    for factor, column in table.factors.items():
        name = f"factor:{factor}"
        yield from _same_day(table, controls, name, column, 0.17)
        yield from _later(table, controls, name, column, outcome, {1: 0.5, 2: 0.17})
