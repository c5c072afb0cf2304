"""Diaries that rate only the worst of days, or in light mode only the furthest point, are described all the same."""

import warnings
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from sciatica_journal.insight.change import change
from sciatica_journal.insight.controls import Controls
from sciatica_journal.insight.directions import directions
from sciatica_journal.insight.estimating import answer
from sciatica_journal.insight.flares import flares
from sciatica_journal.insight.further import further_questions
from sciatica_journal.insight.load_map import load_map
from sciatica_journal.insight.table import DayTable
from sciatica_journal.insight.threshold import thresholds
from tests.insight.diaries import FIRST
from tests.insight.worlds import finite, world


@pytest.mark.parametrize("outcome", ["pain_worst", "furthest"])
def test_every_description_is_about_the_main_outcome(outcome: str) -> None:
    table, nothing = world(5, 300), np.full(300, np.nan)
    rated = table["pain_worst"] if outcome == "pain_worst" else np.minimum(table["pain_worst"], 6.0)
    columns = table.columns | {"pain_morning": nothing[: len(table)], "pain_worst": nothing[: len(table)]}
    table = replace(table, columns=columns | {outcome: rated})
    controls = Controls(table)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = [
            load_map(table, controls),
            change(table, FIRST + timedelta(days=150)),
            *flares(table),
            *thresholds(table, controls),
            *directions(table, controls),
        ]
    assert len(found) >= 7
    assert {getattr(one, "outcome", None) for one in found} == {outcome}
    assert finite(found)


def shorter_on_bad_days(seed: int) -> DayTable:
    """A year in light mode: on worse days runs are shorter and settle worse, and the distance does nothing."""
    table, chance = world(seed, 365), np.random.default_rng(seed)
    felt, noise = table["pain_morning"] - 4, chance.normal(size=(2, len(table)))
    nothing = np.full(len(table), np.nan)
    light = {"pain_morning": nothing, "pain_worst": nothing, "furthest": np.clip(np.round(3 + 0.7 * felt), 0, 6)}
    response = np.where(table["run"] == 1, np.digitize(felt + noise[0], [0.5, 2.0]), np.nan)
    km = np.where(table["run"] == 1, np.maximum(8 - 1.2 * felt + noise[1], 2.0), table["run_km"])
    return replace(table, columns=table.columns | light | {"response": response, "run_km": km})


def test_shorter_runs_on_bad_days_do_not_make_long_runs_look_kind_in_light_mode() -> None:
    adjusted, crude = [], []
    for seed in range(6):
        table = shorter_on_bad_days(seed)
        asked = {question.key: question for question in further_questions(table, Controls(table))}
        found = answer(asked["run_km 1 response"])
        assert found.estimate is not None
        adjusted.append(found.estimate.effect)
        crude.append(found.crude or 0.0)
    assert np.mean(crude) < -0.15
    assert abs(np.mean(adjusted)) < 0.1
