"""Which comes first: known truths, what is too early to say, and false alarms."""

import warnings

import numpy as np
import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.insight.controls import Controls
from sciatica_journal.insight.directions import Direction, directions
from sciatica_journal.insight.table import DayTable
from tests.insight.worlds import POOR, finite, same, table_of, world


def asked(table: DayTable) -> dict[str, Direction]:
    return {one.factor: one for one in directions(table, Controls(table))}


@pytest.mark.parametrize(
    ("stress_effect", "pain_effect", "verdict"),
    [(0.5, 0.0, "factor_first"), (0.0, 0.7, "pain_first"), (0.4, 0.5, "both"), (0.0, 0.0, "neither")],
)
def test_each_direction_is_named_where_it_holds(stress_effect: float, pain_effect: float, verdict: str) -> None:
    table = world(11, 400, stress_effect=stress_effect, pain_effect=pain_effect)
    stress = asked(table)["stress"]
    assert stress.verdict == verdict
    assert stress.forward is not None
    assert stress.back is not None
    assert stress.forward.effect == pytest.approx(stress_effect, abs=0.15)
    assert stress.back.effect == pytest.approx(pain_effect, abs=0.25)
    assert stress.forward.low < stress.forward.effect < stress.forward.high


def test_where_nothing_acts_hardly_any_direction_is_named() -> None:
    verdicts = [one.verdict for seed in range(9) for one in asked(world(seed, 150)).values()]
    assert len(verdicts) == 18
    assert np.mean([verdict in ("neither", "early") for verdict in verdicts]) >= 0.87


def test_a_few_weeks_are_too_early() -> None:
    found = asked(world(1, 30, stress_effect=1.0))
    assert {one.verdict for one in found.values()} == {"early"}
    assert all(one.forward is None or one.back is None for one in found.values())


def test_feelings_need_eight_days() -> None:
    days = [
        Day(one.date, pain_morning=(row * 7) % 5, mood=5, feelings=tuple(
            name for name, every in (("anger", 5), ("grief", 20)) if row % every == 0))
        for row, one in enumerate(same(120))
    ]  # fmt: skip
    found = asked(table_of(days))
    assert "feeling:anger" in found
    assert "feeling:grief" not in found
    assert found["mood"].verdict == "early", "it never varies"
    assert finite(tuple(found.values()))


@pytest.mark.parametrize("name", POOR)
def test_poor_tables_name_no_direction_and_give_no_warning(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = directions(POOR[name], Controls(POOR[name]))
    assert finite(found)
    assert {one.verdict for one in found} <= {"early", "neither"}
