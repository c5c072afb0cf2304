"""The standard error of a coefficient and its degrees of freedom, against the formulas written out in full."""

import numpy as np
import pytest

from sciatica_journal.insight.distributions import t_two_sided
from sciatica_journal.insight.regression import Estimate, coefficient, fit
from sciatica_journal.insight.table import Floats


def rare_factor(spread: float) -> tuple[Floats, Floats]:
    """Forty days, the factor on every seventh of them, where the outcome is spread so many times as wide."""
    chance = np.random.default_rng(7)
    x = (np.arange(40) % 7 == 0).astype(np.float64)
    columns = np.column_stack([np.ones(40), 3 * chance.normal(size=(40, 3)), x])
    return columns, chance.normal(size=40) * (1 + (spread - 1) * x)


def told(columns: Floats, outcome: Floats) -> Estimate:
    found = fit(columns, outcome)
    estimate = coefficient(found, columns.shape[1] - 1) if found is not None else None
    assert estimate is not None
    return estimate


@pytest.mark.parametrize(("spread", "is_uneven"), [(4.0, True), (0.2, False)])
def test_the_error_is_the_larger_of_the_robust_and_the_plain_one(spread: float, is_uneven: bool) -> None:
    columns, outcome = rare_factor(spread)
    inverse = np.linalg.inv(columns.T @ columns)
    hat = columns @ inverse @ columns.T
    squares = (outcome - hat @ outcome) ** 2
    by_day = (inverse @ columns.T)[-1] ** 2
    robust = float(by_day @ (squares / (1 - np.diag(hat))))
    plain = float(inverse[-1, -1] * squares.sum()) / 35
    assert (robust > plain) == is_uneven
    assert told(columns, outcome).error == pytest.approx(max(robust, plain) ** 0.5)


def test_degrees_of_freedom_are_those_of_the_days_that_tell_the_coefficient() -> None:
    columns, outcome = rare_factor(1.0)
    inverse = np.linalg.inv(columns.T @ columns)
    hat = columns @ inverse @ columns.T
    left = np.eye(40) - hat
    middle = left @ np.diag((inverse @ columns.T)[-1] ** 2 / (1 - np.diag(hat))) @ left
    expected = np.trace(middle) ** 2 / np.trace(middle @ middle)
    estimate = told(columns, outcome)
    assert estimate.df == pytest.approx(expected, abs=0.06)
    assert 4 < estimate.df < 12, "six days have the factor"
    assert estimate.p == pytest.approx(t_two_sided(estimate.effect / estimate.error, estimate.df))
