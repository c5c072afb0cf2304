"""The result of a coin-flip trial on trials whose truth is known."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import product

import numpy as np
import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.trial.draw import Draw
from sciatica_journal.domain.trial.drawing import ARRANGEMENTS, draw_of
from sciatica_journal.domain.trial.result import TrialResult
from sciatica_journal.domain.trial.trial import Trial
from sciatica_journal.insight.trial import trial_result

FIRST = date(2025, 1, 1)


def trial(number: int = 1, outcome: str = "pain") -> Trial:
    return Trial("t", FIRST, option_a="road", option_b="trail", outcome=outcome, seed=f"{number:032x}")


def drawn(one: Trial, count: int) -> list[Draw]:
    return [draw_of(one, number, FIRST + timedelta(days=2 * number)) for number in range(1, count + 1)]


def mornings(draws: Sequence[Draw], effect: float, seed: int = 1) -> list[Day]:
    """The mornings of draws and those after them, `effect` points higher after an a."""
    chance = np.random.default_rng(seed)
    days = []
    for draw in draws:
        after = 4 + effect * (draw.option == "a") + chance.normal(0, 0.8)
        days += [Day(draw.date, pain_morning=4), Day(draw.date + timedelta(days=1), pain_morning=round(after))]
    return days


def interval(found: TrialResult) -> tuple[float, float]:
    assert found.low is not None
    assert found.high is not None
    return found.low, found.high


def test_what_the_draw_did_is_found_with_its_sign_and_refusals_count_as_drawn() -> None:
    draws = drawn(trial(), 40)
    more = trial_result(trial(), draws, mornings(draws, 2.0), [])
    less = trial_result(trial(), draws, mornings(draws, -2.0), [])
    for found, truth in ((more, 2.0), (less, -2.0)):
        assert found.verdict == "differs"
        assert (found.n_a, found.n_b, found.left_out, found.outcome) == (20, 20, 0, "pain_morning")
        low, high = interval(found)
        assert low < truth < high
        assert found.effect == pytest.approx(truth, abs=0.6)
    refused = [Draw(one.id, one.date, one.trial, one.number, one.block, one.option, "refused") for one in draws]
    assert trial_result(trial(), refused, mornings(draws, 2.0), []) == more


def test_no_difference_is_called_one_about_as_often_as_said() -> None:
    found = [trial_result(trial(n), drawn(trial(n), 24), mornings(drawn(trial(n), 24), 0.0, n), []) for n in range(60)]
    assert sum(one.verdict == "differs" for one in found) <= 8
    for one in found:
        low, high = interval(one)
        assert (low <= 0 <= high) == ((one.p or 0.0) > 0.05)


def test_the_p_is_that_of_all_schedules() -> None:
    one = trial(5)
    draws = drawn(one, 12)
    days = mornings(draws, 1.0, 5)
    found = trial_result(one, draws, days, [])
    y = np.array([day.pain_morning for day in days[1::2]], dtype=float)
    schedules = np.array([[letter == "a" for letter in "".join(blocks)] for blocks in product(ARRANGEMENTS, repeat=3)])
    means = np.array([y[chosen].mean() - y[~chosen].mean() for chosen in schedules])
    own = y[[draw.option == "a" for draw in draws]].mean() - y[[draw.option == "b" for draw in draws]].mean()
    assert found.effect == pytest.approx(own)
    assert found.p == pytest.approx(np.mean(np.abs(means) >= abs(own) - 1e-9), abs=0.03)


def test_draws_without_an_outcome_are_left_out_and_counted() -> None:
    draws = drawn(trial(), 20)
    days = mornings(draws, 2.0)
    found = trial_result(trial(), draws, [day for day in days if day.date != days[5].date], [])
    assert (found.n_a + found.n_b, found.left_out) == (19, 1)
    assert trial_result(trial(), draws, days[1:], []).left_out == 0, "on the first day only the draw was noted"
    assert trial_result(trial(), draws, [], []).verdict == "too_few"
    few = trial_result(trial(), draws, days[:16], [])
    assert (few.verdict, few.effect, few.n_a + few.n_b, few.left_out) == ("too_few", None, 8, 12)


def test_days_that_are_all_alike_are_no_difference_and_never_nan() -> None:
    draws = drawn(trial(), 20)
    found = trial_result(trial(), draws, [Day(day.date, pain_morning=10) for day in mornings(draws, 0.0)], [])
    assert (found.verdict, found.p) == ("no_difference", 1.0)
    assert found.effect == pytest.approx(0)


def test_responses_are_compared_in_steps() -> None:
    one = trial(outcome="response")
    draws = drawn(one, 20)
    runs = [Run(f"r{d.number}", d.date, kind="run", response="flared" if d.option == "a" else "settled") for d in draws]
    days = [Day(draw.date, function=5) for draw in draws]
    found = trial_result(one, draws, days, runs)
    assert (found.verdict, found.outcome) == ("differs", "response")
    assert found.effect == pytest.approx(2.0)
