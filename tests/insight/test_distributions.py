"""The t distribution against values of scipy.special.stdtr and stdtrit."""

from math import erfc, log, sqrt

import numpy as np
import pytest

from sciatica_journal.insight.distributions import normal_of_p, t_quantile, t_two_sided
from sciatica_journal.insight.multiplicity import log_e_value, weighted_bh, weighted_e_bh


@pytest.mark.parametrize(
    ("t", "df", "p"),
    [
        (0.5, 1, 0.704832764699),
        (2.0, 1, 0.295167235301),
        (6.0, 1, 0.105136913423),
        (0.5, 3.5, 0.646850439323),
        (2.0, 3.5, 0.126138522576),
        (6.0, 3.5, 0.00588895264492),
        (0.5, 20, 0.622531842281),
        (2.0, 20, 0.0592655354466),
        (6.0, 20, 7.24369993042e-06),
        (0.5, 100, 0.618173565831),
        (2.0, 100, 0.0482121787311),
        (6.0, 100, 3.1724915028e-08),
        (0.5, 10000, 0.617086079323),
        (2.0, 10000, 0.0455272606614),
        (6.0, 10000, 2.04161847292e-09),
    ],
)
def test_p_is_that_of_the_t_distribution(t: float, df: float, p: float) -> None:
    assert t_two_sided(t, df) == pytest.approx(p, rel=1e-9)
    assert t_two_sided(-t, df) == pytest.approx(p, rel=1e-9)
    assert t_quantile(1 - p / 2, df) == pytest.approx(t, rel=1e-6)


def test_far_tails_stay_finite() -> None:
    assert t_two_sided(float("inf"), 5) == 0.0
    assert normal_of_p(0.0) > 36
    assert normal_of_p(1.0) == 0.0
    assert normal_of_p(0.05) == pytest.approx(1.959963984540054)


@pytest.mark.parametrize(("n", "errors"), [(30, 2.82), (60, 2.76), (120, 2.79), (365, 2.91), (3650, 3.25)])
def test_the_any_time_line_is_that_of_the_method(n: int, errors: float) -> None:
    just_over, just_under = (log_e_value(erfc((errors + step) / sqrt(2)), n) for step in (0.005, -0.005))
    assert just_under < log(10) < just_over


def test_a_heavier_question_needs_less() -> None:
    ps = [0.03, 0.03, 0.5, 0.9]
    assert weighted_bh(ps, [1, 1, 1, 1]) == [True, True, False, False]
    assert weighted_bh([0.04, 0.5, 0.6, 0.9], [6, 1, 1, 1]) == [True, False, False, False]
    assert weighted_bh([0.04, 0.5, 0.6, 0.9], [1, 1, 1, 1]) == [False] * 4
    assert weighted_e_bh([1e-9, 0.04], [100, 100], [1, 1]) == [True, False]


def test_a_quantile_remembered_for_a_number_of_numpy_is_a_plain_one() -> None:
    assert type(t_quantile(0.9, np.float64(7.25))) is float
    assert type(t_quantile(0.9, 7.25)) is float
