"""The engine keeps its word on simulated diaries: generous bounds, which it leaves at once if a part of it breaks.

The full figures: `python -m tests.insight.simulation`.
"""

import numpy as np
import pytest

from sciatica_journal.insight.regression import coefficient, fit
from tests.insight.simulation.cases import Case, cases
from tests.insight.simulation.looks import looked_at, looks_scored
from tests.insight.simulation.method import method_cases
from tests.insight.simulation.reference_worlds import REFERENCE_WORLDS
from tests.insight.simulation.running import run_job, simulated
from tests.insight.simulation.scoring import scored
from tests.insight.simulation.worlds import WORLDS

SEED = 20261123
LIVES = 2500
"""From which the truth is taken: fewer than in the full run, enough for these bounds."""
NAMED = {world.name: world for world in WORLDS}
LIKE_THE_REFERENCE = {world.name: world for world in REFERENCE_WORLDS}


@pytest.fixture(scope="module")
def still() -> list[Case]:
    """Diaries in which nothing acts on pain, but pain on all else."""
    return simulated(SEED, 5, (120, 365), [NAMED["reverse_only"], NAMED["recovering"]], LIVES)[0]


@pytest.fixture(scope="module")
def acting() -> list[Case]:
    return simulated(SEED, 7, (365,), [NAMED["combination"]], LIVES)[0]


def test_where_nothing_acts_few_pages_say_that_something_does(still: list[Case]) -> None:
    score = scored(still)
    assert score.pages <= 0.25
    assert score.alarms < 0.02
    later = [case for case in still if case.factor == "run" and case.lag == 1 and case.effect is not None]
    assert abs(np.mean([case.effect for case in later])) < 0.3


def test_without_mornings_pain_still_does_not_pass_for_an_effect_of_running() -> None:
    job = (NAMED["reverse_only"], 365, 12, SEED)
    found = [case for case in run_job(job, LIVES, ("pain_morning",))[0] if not case.is_link]
    assert {case.outcome for case in found} == {"pain_worst"}
    later = [case for case in found if case.factor == "run" and case.lag == 1 and case.effect is not None]
    assert np.mean([case.effect for case in later]) > -0.3
    assert scored(found).alarms < 0.03
    assert scored(found).coverage > 0.92


def test_intervals_hold_the_truth(still: list[Case], acting: list[Case]) -> None:
    short = simulated(SEED, 24, (60,), [NAMED["stress"]], LIVES)[0]
    assert 0.925 < scored([*still, *acting]).coverage < 0.98
    assert 0.93 < scored(short).coverage < 0.985


def test_what_acts_is_found_and_its_sign_is_right(acting: list[Case]) -> None:
    score = scored(acting)
    assert score.power["medium"] > 0.25
    assert score.signs == 0
    assert score.discoveries < 0.2
    assert not score.hidden


def test_a_run_effect_of_nearly_a_point_is_found_in_four_months() -> None:
    found = simulated(SEED, 12, (120,), [LIKE_THE_REFERENCE["hurt"]], LIVES)[0]
    asked = [case for case in found if case.factor == "run" and case.lag == 1]
    assert np.mean([case.claims for case in asked]) > 0.4
    assert 0.9 < scored(found).coverage < 0.99


def test_people_who_look_all_year_see_next_to_no_false_clearly() -> None:
    score = looks_scored(looked_at(NAMED["reverse_only"], 4, SEED, LIVES))
    assert score.ever_false_clearly <= 0.25
    assert score.reversed == 0


def test_uneven_noise_does_not_shorten_the_interval() -> None:
    chance = np.random.default_rng(SEED)
    held = []
    for _ in range(400):
        x = (np.arange(40) % 5 == 0).astype(np.float64)
        columns = np.column_stack([np.ones(40), x, chance.normal(size=(40, 6))])
        found = fit(columns, chance.normal(size=40) * (1 + 2 * x))
        estimate = coefficient(found, 1) if found is not None else None
        assert estimate is not None
        low, high = estimate.interval()
        held.append(low <= 0 <= high)
    assert 0.91 < np.mean(held) < 0.985


def test_it_errs_less_than_the_method_as_written_and_finds_about_as_much() -> None:
    worlds = [NAMED[name] for name in ("hurt", "reverse_only", "stress")]
    ours, by_method = map(scored, simulated(SEED, 6, (120,), worlds, LIVES, (cases, method_cases)))
    assert ours.alarms <= by_method.alarms
    assert ours.power["medium"] >= by_method.power["medium"] - 0.03
