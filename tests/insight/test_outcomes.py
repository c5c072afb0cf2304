"""Diaries that rate only the worst of days, or in light mode only the furthest point, are described all the same."""

import warnings
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from sciatica_journal.insight.change import change
from sciatica_journal.insight.controls import Controls
from sciatica_journal.insight.directions import directions
from sciatica_journal.insight.flares import flares
from sciatica_journal.insight.load_map import load_map
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
