"""False recovery, and pain that does not get better."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciatica_journal.domain.care.check import Check
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.safety.red_flags import LoggedDay, SignState
from sciatica_journal.domain.signs.mixed import is_mixed
from sciatica_journal.domain.signs.persistence import is_not_improving

from .given import TODAY, ago, check, found, logged, row, triggers

THEN = row(range(14, 28, 2), pain_worst=6, leg_left=5)


def now(**values: Any) -> list[LoggedDay]:
    return row(range(0, 14, 2), **{"pain_worst": 3, "leg_left": 5, **values})


@pytest.mark.parametrize(
    "days",
    [
        [*THEN, *now(numb="left")],
        [*THEN, *now(weak="right")],
        [*THEN, *now(tingling="left")],
        [*THEN, *now(), logged(1, numb="left")],
        [*row(range(14, 28, 2), pain_worst=6, numb="left"), *now(numb="both")],
        [*row(range(14, 28, 2), pain_worst=6, numb="left"), *now(numb="right")],
        [*row(range(14, 28, 2), pain_morning=6), *row(range(0, 14, 2), pain_morning=5, numb="left")],
        [*row(range(14, 28, 2), leg_left=5), *row(range(0, 14, 2), leg_left=2, leg_right=0, numb="left")],
    ],
)
def test_signs_that_grow_while_pain_falls_are_a_false_recovery(days: list[LoggedDay]) -> None:
    assert is_mixed(days)


@pytest.mark.parametrize(
    "days",
    [
        [],
        [*THEN, *now()],
        [*THEN, *now(pain_worst=6, numb="left")],
        [*THEN, *now(pain_worst=8, numb="left")],
        [*row(range(14, 28, 2), pain_worst=6, numb="left"), *now(numb="left")],
        [*row(range(14, 28, 2), pain_worst=6, numb="both"), *now(numb="left")],
        [*THEN, *now(numb="none"), logged(1, tingling="left")],
        [*THEN[:2], *now(numb="left")],
        now(numb="left"),
    ],
)
def test_neither_alone_is_one(days: list[LoggedDay]) -> None:
    assert not is_mixed(days)


LAST_WEEK = row(range(7, 14), pain_worst=6, tingling="left")


@pytest.mark.parametrize(
    ("days", "mixed"),
    [
        (row(range(5), pain_worst=2, tingling="left", numb="left"), True),
        (row(range(5), pain_worst=2, tingling="left"), False),
        (row(range(5), pain_worst=5, tingling="left", numb="left"), False),
        (row(range(2), pain_worst=2, numb="left"), False),
        ([*row(range(5), pain_worst=2, numb="left"), *row([20], numb="left")], False),
    ],
)
def test_a_steep_fall_within_two_weeks_is_one_too(days: list[LoggedDay], mixed: bool) -> None:
    assert is_mixed([*LAST_WEEK, *days]) is mixed


@pytest.mark.parametrize("answer", ["more", "new"])
def test_a_sign_reported_as_more_counts(answer: str) -> None:
    assert is_mixed([*THEN, *now()], [check(2, numb=answer)])
    assert not is_mixed([*THEN, *now()], [check(2, numb="usual"), check(14, numb=answer), check(1, fever=answer)])
    assert not is_mixed([*THEN, *now(pain_worst=6)], [check(2, numb=answer)])


def test_an_examined_sign_that_was_not_logged_for_a_while_is_not_new() -> None:
    known = [SignState("numb", "left", since=ago(900), examined=ago(800))]
    assert not is_mixed([*THEN, *now(numb="left")], known=known)
    assert is_mixed([*THEN, *now(numb="right")], known=known)


def test_whole_days_do_as_well_and_the_last_is_the_end() -> None:
    days = [Day(TODAY - timedelta(days=number), pain_worst=6 if number > 13 else 2,
                weak="left" if number < 5 else None) for number in range(28)]  # fmt: skip
    assert is_mixed(days)
    assert not is_mixed(days, until=ago(8))


def test_a_false_recovery_is_raised_and_names_what_grew() -> None:
    today, *days = now(tingling="left")
    (one,) = found(earlier=[*THEN, *days], pain_worst=3, tingling="left", leg_left=today.leg_left)
    assert (one.trigger, one.certain, one.because) == ("false_recovery", False, "less pain, but tingling left")


@given(st.randoms(use_true_random=False))
def test_the_order_of_days_and_checks_makes_no_difference(random: Any) -> None:
    days = [*THEN, *now(numb="left")]
    checks: list[Check] = [check(1, numb="more"), check(2, weak="no")]
    random.shuffle(days)
    random.shuffle(checks)
    assert is_mixed(days, checks)
    assert not is_not_improving(days, TODAY)


LONG = row(range(0, 98, 2), pain_worst=5)


def test_six_weeks_of_pain_that_is_no_better_are_raised_once() -> None:
    assert is_not_improving(LONG, TODAY)
    assert "not_improving" in triggers(pain_worst=5, earlier=LONG[1:])
    assert triggers(pain_worst=5, earlier=LONG[1:], asked=ago(30)) == []
    assert triggers(pain_worst=5, earlier=LONG[1:], asked=TODAY) == []
    assert triggers(pain_worst=5, earlier=LONG[1:], asked=ago(90)) == ["not_improving"]


def test_it_is_raised_again_once_the_pain_is_worse_than_then() -> None:
    worse = [*row(range(0, 14, 2), pain_worst=7), *row(range(14, 98, 2), pain_worst=5)]
    assert is_not_improving(worse, TODAY, ago(20))
    assert not is_not_improving(worse, TODAY, ago(10))
    slightly = [*row(range(0, 14, 2), pain_worst=6), *row(range(14, 98, 2), pain_worst=5)]
    assert not is_not_improving(slightly, TODAY, ago(20))


@pytest.mark.parametrize(
    "days",
    [
        [],
        row(range(0, 40), pain_worst=5),
        [*row(range(0, 14), pain_worst=3), *row(range(14, 60), pain_worst=5)],
        row(range(0, 98), pain_worst=1),
        [*row(range(0, 14), pain_worst=5), *row(range(70, 98), pain_worst=5)],
        row(range(0, 98, 14), pain_worst=5),
    ],
)
def test_a_shorter_better_slight_or_other_pain_is_not(days: list[LoggedDay]) -> None:
    assert not is_not_improving(days, TODAY)
