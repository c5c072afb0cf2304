"""Tables of days whose truth is known, and tables that hold next to nothing."""

from dataclasses import astuple, is_dataclass
from datetime import date, timedelta
from math import isfinite

import numpy as np

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.run import Run
from sciatica_journal.insight.table import DayTable, day_table
from tests.insight.diaries import FIRST, rating

GAP = timedelta(days=3650)


def world(
    seed: int,
    days: int,
    *,
    phi: float = 0.5,
    missing: float = 0.2,
    reverse: float = 0.0,
    run_effect: float = 0.0,
    step: float = 0.0,
    per_km: float = 0.0,
    stress_effect: float = 0.0,
    pain_effect: float = 0.0,
) -> DayTable:
    """A table over `days` days. Mornings are AR(1) with a spread of 1.5 about 4.

    On the next morning a run changes them by `run_effect`, by `step` if it was over 8 km, and by `per_km` for each km
    over 8; stress by `stress_effect` a point. A point of pain changes the log odds of a run that day by -`reverse`, and
    the stress of the next day by `pain_effect`.
    """
    chance = np.random.default_rng(seed)
    kept, runs = [], []
    swing = tension = after = drawn = 0.0
    for number in range(days):
        day = FIRST + timedelta(days=number)
        swing = phi * swing + chance.normal(0, 1.5 * (1 - phi**2) ** 0.5)
        morning = 4 + swing + after
        tension = 0.6 * tension + chance.normal(0, 1.6) + pain_effect * drawn
        drawn = morning - 4
        ran, km = chance.random() < 1 / (1 + np.exp(0.2 + reverse * drawn)), round(float(chance.uniform(3, 13)), 1)
        after = ran * (run_effect + step * (km > 8) + per_km * (km - 8)) + stress_effect * tension
        mood, worst, sleep, seen = chance.normal(6, 1.5), chance.normal(1, 0.8), chance.normal(0, 1), chance.random()
        if seen < missing:
            continue
        kept.append(
            Day(day, pain_morning=rating(morning), pain_worst=rating(morning + abs(worst)),
                stress=rating(4.5 + tension), mood=rating(mood), sleep_hours=7 + round(float(sleep)) / 2)
        )  # fmt: skip
        if ran:
            runs.append(Run(f"{number}", day, kind="run", distance_km=km, duration_min=6 * km, effort=rating(km / 2)))
    return table_of(kept, runs)


def table_of(days: list[Day], runs: list[Run] | None = None) -> DayTable:
    """The table of days of which at least one is logged."""
    table = day_table(days, runs or [])
    assert table is not None
    return table


def same(count: int, first: date = FIRST, **values: object) -> list[Day]:
    return [Day(first + timedelta(days=one), **values) for one in range(count)]  # type: ignore[arg-type]  # by name


def runs_on(days: list[Day], **values: object) -> list[Run]:
    return [Run(day.key, day.date, kind="run", **values) for day in days]  # type: ignore[arg-type]  # by name


_FULL = same(120, pain_morning=3, pain_worst=5, stress=4, mood=6, sleep_hours=7.0)
_LATER = same(60, FIRST + 2 * GAP, pain_morning=6, pain_worst=8, stress=8, mood=2)

POOR = {
    "one day": table_of(same(1, pain_morning=3, pain_worst=4, stress=5)),
    "two days": table_of(same(2, pain_morning=3, stress=5), runs_on(same(2), distance_km=5.0)),
    "no ratings": table_of(same(60, note="words"), runs_on(same(60))),
    "all zeros": table_of(same(120, pain_morning=0, pain_worst=0, stress=0, mood=0), runs_on(_FULL[::2])),
    "all tens": table_of(same(120, pain_morning=10, pain_worst=10, stress=10, mood=10), runs_on(_FULL[::2], effort=9)),
    "constant": table_of(_FULL, runs_on(_FULL[::3], distance_km=5.0, duration_min=30.0, effort=5)),
    "a run a day": table_of(_FULL, runs_on(_FULL, distance_km=8.0)),
    "a gap of ten years": table_of([*same(3650, pain_morning=2, stress=3), *same(60, FIRST + 2 * GAP, pain_morning=7)]),
    "two constant times": table_of([*_FULL, *_LATER], runs_on([*_FULL[::2], *_LATER[::2]], distance_km=4.0)),
    "pain without stress": table_of(
        [Day(FIRST + timedelta(days=one), pain_morning=one % 11) for one in range(100)], runs_on(_FULL[::4])
    ),
}  # fmt: skip


def finite(result: object) -> bool:
    """Whether a result holds plain, finite values only: none of numpy, no NaN, no infinity."""
    if is_dataclass(result) and not isinstance(result, type):
        return all(finite(one) for one in astuple(result))
    if isinstance(result, dict):
        return all(finite(one) for one in (*result, *result.values()))
    if isinstance(result, list | tuple):
        return all(finite(one) for one in result)
    if type(result) is float:
        return isfinite(result)
    return result is None or type(result) in (int, str, bool, date)
