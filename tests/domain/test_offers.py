"""Which page fits a day, and how often it may be offered."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.offers import (
    History,
    Rule,
    bad_days,
    first_scan,
    flared,
    look_alikes,
    new_sensation,
    new_surface,
    stress_with_pain,
)
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.signs.known import SignState
from sciatica_journal.domain.spot import Spot
from tests.given import TODAY

RULE = Rule("nerve_signs", "words", "nerve-signs", rest=7, after_no=28)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def before(worst: int, first: int = 30, last: int = 1) -> list[Day]:
    return [Day(ago(n), pain_worst=worst) for n in range(first, last - 1, -1)]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"tingling": "left", "leg_left": 5}, "Tingling below the knee"),
        ({"tingling": "left", "leg_left": 3, "leg_right": 6}, "Tingling in the left leg"),
        ({"tingling": "both"}, "Tingling in both legs"),
        ({"weak": "right"}, "Weakness in the right leg"),
        ({"numb": "none"}, None),
        ({}, None),
    ],
)
def test_a_new_sensation_in_words(values: dict[str, Any], words: str | None) -> None:
    assert new_sensation(Day(TODAY, **values), []) == words


def test_a_sensation_of_the_last_fortnight_is_not_new() -> None:
    day = Day(TODAY, tingling="left")
    assert new_sensation(day, [Day(ago(14), tingling="left")]) is None
    assert new_sensation(day, [Day(ago(15), tingling="left")]) is not None
    assert new_sensation(day, [Day(ago(3), tingling="left")]) is None
    assert new_sensation(day, [Day(ago(2), tingling="left")]) is not None
    assert new_sensation(day, [Day(ago(3), tingling="right")]) == "Tingling in the left leg"


def test_a_known_and_examined_sensation_is_not_new() -> None:
    known = SignState("tingling", "left", since=ago(100), examined=ago(50))
    assert new_sensation(Day(TODAY, tingling="left"), [], [known]) is None
    assert new_sensation(Day(TODAY, tingling="left"), [], [known._replace(changed=ago(1))]) is not None


@pytest.mark.parametrize(
    ("worst", "earlier", "is_bad"),
    [
        (6, before(3), True),  # far above the usual
        (5, before(3), False),
        (5, [*before(3, last=3), *before(5, 2)], True),  # the third bad day of four
        (5, [*before(3, last=2), *before(5, 1)], False),
        (5, [*before(5, last=4), *before(7, 3)], False),  # the bad days are over
        (4, before(1), False),  # far above, but no bad pain
        (9, [], False),  # no usual yet
        (7, before(7), False),
        (None, before(3), False),
    ],
)
def test_bad_days(worst: int | None, earlier: list[Day], is_bad: bool) -> None:
    assert bad_days(Day(TODAY, pain_worst=worst), earlier) is is_bad


@given(st.lists(st.integers(0, 10), max_size=40), st.integers(0, 10))
def test_a_day_no_worse_than_every_other_is_not_bad(worst: list[int], now: int) -> None:
    earlier = [Day(ago(n + 1), pain_worst=each) for n, each in enumerate(worst) if each >= now]
    assert not bad_days(Day(TODAY, pain_worst=now), earlier)


@pytest.mark.parametrize(
    ("spot", "values", "fits"),
    [
        (Spot("achilles", "left"), {}, True),
        (Spot("buttock_mid", "left", 4, ("aching",)), {"leg_left": 2}, True),
        (Spot("heel", "left"), {"leg_left": 5}, False),
        (Spot("heel", "left"), {"leg_right": 5}, True),
        (Spot("heel", "left"), {"tingling": "left"}, False),
        (Spot("heel", "left", 3, ("burning",)), {}, False),
        (Spot("heel"), {"leg_right": 5}, False),
        (Spot("lowback_c"), {}, False),
        (Spot("saddle"), {}, False),
        (Spot("groin"), {}, False),
    ],
)
def test_look_alikes(spot: Spot, values: dict[str, Any], fits: bool) -> None:
    assert look_alikes(Day(TODAY, spots=(spot,), **values)) is fits


def test_the_first_scan_only_and_only_while_it_is_fresh() -> None:
    scan = Examination("a", ago(5), scan="MRI, a bulge")
    assert first_scan([scan, Examination("b", ago(1))], TODAY)
    assert not first_scan([scan, Examination("b", ago(400), scan="X-ray")], TODAY)
    assert not first_scan([Examination("a", ago(31), scan="MRI")], TODAY)
    assert not first_scan([], TODAY)


def test_the_rest() -> None:
    assert flared([Run("a", TODAY, response="flared")])
    assert not flared([Run("a", TODAY, response="lingering"), Run("b", TODAY)])
    assert stress_with_pain(Day(TODAY, stress=7, pain_morning=4))
    assert not stress_with_pain(Day(TODAY, stress=7))
    assert not stress_with_pain(Day(TODAY, stress=6, pain_worst=9))
    runs = [Run("a", TODAY), Run("b", TODAY, surface="grass")]
    assert new_surface(runs, {"road"}) == "grass"
    assert new_surface(runs, {"road", "grass"}) is None
    assert new_surface(runs, set()) is None


def test_an_offer_stays_for_its_day_and_then_rests_a_week() -> None:
    assert History().may(RULE, TODAY)
    assert History(shown={RULE.id: TODAY}).may(RULE, TODAY)
    assert not any(History(shown={RULE.id: ago(n)}).may(RULE, TODAY) for n in range(1, 7))
    assert History(shown={RULE.id: ago(7)}).may(RULE, TODAY)


def test_what_was_put_away_rests_longer_and_what_is_unwanted_for_ever() -> None:
    away = History(shown={RULE.id: ago(27)}, put_away={RULE.id: ago(27)})
    assert not away.may(RULE, TODAY)
    assert away.may(RULE, TODAY + timedelta(days=1))
    assert not History(never=frozenset({RULE.id})).may(RULE, TODAY)


def test_a_page_read_to_its_end_is_not_offered_for_sixty_days() -> None:
    assert not History(finished={"nerve-signs": ago(59)}).may(RULE, TODAY)
    assert History(finished={"nerve-signs": ago(60)}).may(RULE, TODAY)
    assert History(finished={"scans": TODAY}).may(RULE, TODAY)


def test_one_answer_a_day_is_enough() -> None:
    assert History(opened={"a": TODAY}).had_enough(TODAY)
    assert History(put_away={"a": TODAY}).had_enough(TODAY)
    assert not History(shown={"a": TODAY}, opened={"a": ago(1)}).had_enough(TODAY)
