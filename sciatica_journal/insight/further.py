"""Questions about how far down the leg it is felt and how runs settled: news beside how strong the pain is.

In light mode, without pain numbers, they are the page. The response is 0 settled, 1 lingering,
2 flared, so it is asked among runs only; the furthest point is 0-6.

Simulated (250 to 400 diaries a cell; 120 and 365 days, 25 % missing, nothing acts): the intervals of both outcomes hold
the truth in 94 to 99 % where runs are drawn by lot, and as often where people run less and less far on worse days, but
91 % for the distance and the response in light mode at 365 days: longer runs look kinder by 0.02 levels a km.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from sciatica_journal.insight.controls import Controls, ahead, filled, lagged
from sciatica_journal.insight.questions import (
    FEWEST_ON_SURFACE,
    FEWEST_RUNS_FOR_DOSE,
    FURTHEST,
    MORNING,
    RESPONSE,
    Question,
    held_for,
    main_outcome,
)
from sciatica_journal.insight.table import DayTable, Floats

_BESIDE: Final = {"run": 2.0, "stress": 0.5, "sleep_hours": 0.25}
"""Weights of what is asked about the furthest point beside pain numbers."""
_OF_RUNS: Final = {"run_km": 1.0, "stress": 0.75, "sleep_hours": 0.75, "mood": 0.5}
"""Weights of what is asked about responses."""


def further_questions(table: DayTable, controls: Controls) -> list[Question]:
    """Return the questions about the furthest point next day and the response next morning."""
    beside = [] if main_outcome(table) == FURTHEST else list(_of_furthest(table, controls))
    return [*beside, *_of_responses(table, controls)]


def _of_furthest(table: DayTable, controls: Controls) -> Iterator[Question]:
    furthest = table[FURTHEST]
    if np.count_nonzero(~np.isnan(furthest)) < FEWEST_ON_SURFACE:
        return
    for name, weight in _BESIDE.items():
        x = table[name]
        held = held_for(table, controls, x, name, FURTHEST)
        yield Question(name, 1, FURTHEST, weight, x, ahead(furthest, 1), held)


def _of_responses(table: DayTable, controls: Controls) -> Iterator[Question]:
    response = table[RESPONSE]
    answered = ~np.isnan(response)
    if np.count_nonzero(answered) < FEWEST_RUNS_FOR_DOSE:
        return
    last = _carried(lagged(response, 1))
    for name, weight in _OF_RUNS.items():
        held = _Held(table, controls, last).of(name, table[name])
        yield Question(name, 1, RESPONSE, weight, table[name], response, held, among=answered)
    for name, column in table.surfaces.items():
        if np.count_nonzero(column[answered] == 1) >= FEWEST_ON_SURFACE:
            held = _Held(table, controls, last).of("surface", None)
            yield Question(f"surface:{name}", 1, RESPONSE, 1.0, column, response, held, among=answered)


@dataclass(frozen=True, slots=True)
class _Held:
    """What is held equal among runs: how the run before settled, the pain before the run, sleep, stress.

    Where mornings are not recorded the main outcome of the same day stands for the pain before, as in `held_for`,
    though the run may have a part in it: people run less far on worse days. Simulated (80 diaries of 365 days in light
    mode, a run 0.6 km shorter for each level): longer runs that do nothing would be said to settle better in 30 %
    without it, in none with it; where each km does harm, this would be found in 5 % without it, in 24 to 64 % with it.
    """

    table: DayTable
    controls: Controls
    last: Floats

    def of(self, name: str, factor: Floats | None) -> tuple[Floats, ...]:
        others = [("sleep_hours", self.controls.sleep), ("stress", self.controls.stress)]
        held = [self.last, filled(self.controls.before), self.controls.weekend]
        outcome = main_outcome(self.table)
        if outcome != MORNING:
            held.append(filled(self.table[outcome]))
        held += [column for other, column in others if other != name]
        if factor is not None and name != "run_km":
            held.append(filled(lagged(factor, 1)))
        return tuple(held)


def _carried(column: Floats) -> Floats:
    """Return the column with each gap holding what was last known; the mean before anything was."""
    known = ~np.isnan(column)
    places = np.maximum.accumulate(np.where(known, np.arange(len(column)), -1))
    mean = float(column[known].mean()) if known.any() else 0.0
    return np.where(places >= 0, column[np.maximum(places, 0)], mean)
