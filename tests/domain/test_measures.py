"""Measures: scores, how far they moved, when they are due, when they are left out."""

from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciatica_journal.domain.care.reading import HIGHEST, Reading
from sciatica_journal.domain.measure_times import MONTH, WEEK, is_dropped, is_due, may_offer, next_after
from sciatica_journal.domain.measures import RMDQ, WEEKLY, bar, grown, moved, moves, score, scores, shown, spark
from sciatica_journal.guide.measures import load_measures, load_words

DAY = date(2026, 3, 4)
MEASURES = load_measures()
AS_PRINTED = "9f3caf4010be5d3a5edafd9c87ed7f70d9b35980f36eec4b7afd6630d4c12cba"
"""The digest of the statements: its permission covers the printed words only, so not one may change."""


def reading(measure: str, answers: dict[str, int], days: int = 0) -> Reading:
    return Reading(f"r{days}", DAY + timedelta(days=days), measure=measure, answers=answers)


def weeks(measure: str, *answers: dict[str, int]) -> list[Reading]:
    return [reading(measure, given, 7 * number) for number, given in enumerate(answers)]


def bothered(numb: int, weak: int = 0) -> dict[str, int]:
    return {"leg_pain": 2, "numb": numb, "weak": weak, "sitting": 1}


def test_scores_are_means_and_sums() -> None:
    assert score(MEASURES["activities"], {"run": 4, "film": 9}) == 6.5
    assert score(MEASURES["impact"], {"pain": 5, "joy": 4, "doing": 1}) == pytest.approx(10 / 3)
    assert score(MEASURES["bother"], bothered(6, 6)) == 15
    assert score(MEASURES[RMDQ], {"1": 1, "2": 0, "24": 1}) == 2
    assert score(MEASURES[RMDQ], {}) == 0


@pytest.mark.parametrize("measure", ["impact", "bother"])
def test_a_fixed_measure_with_an_item_left_out_has_no_score(measure: str) -> None:
    answers = {item.id: 1 for item in MEASURES[measure].items}
    assert score(MEASURES[measure], answers) is not None
    for item in answers:
        assert score(MEASURES[measure], {k: v for k, v in answers.items() if k != item}) is None
    assert score(MEASURES["activities"], {}) is None


@given(st.sampled_from([*WEEKLY, RMDQ]), st.data())
def test_a_score_is_within_its_range(name: str, data: st.DataObject) -> None:
    measure = MEASURES[name]
    names = [item.id for item in measure.items] or ["a", "b", "c"]
    answers = data.draw(st.fixed_dictionaries({item: st.integers(0, HIGHEST[name]) for item in names}))
    points = score(measure, answers)
    assert points is not None
    assert 0 <= points <= measure.highest_score
    assert len(bar(points, measure.highest_score)) == 10
    assert len(spark([points, 0, measure.highest_score], measure.highest_score)) == 3


def test_the_highest_scores() -> None:
    assert [MEASURES[name].highest_score for name in (*WEEKLY, RMDQ)] == [10, 10, 24, 24]


def test_only_activities_that_both_have_are_compared() -> None:
    measure = MEASURES["activities"]
    before, after = reading("activities", {"run": 2, "film": 10}), reading("activities", {"run": 5, "swim": 0}, 7)
    found = moved(measure, before, after)
    assert found is not None
    assert (found.since, found.points) == (DAY, 3)
    assert moved(measure, before, reading("activities", {"swim": 5}, 7)) is None


def test_moves_are_since_the_reading_before_and_since_the_first() -> None:
    answers = [{"pain": n, "joy": n, "doing": n} for n in (8, 6, 3)]
    assert [(one.since, one.points) for one in moves(MEASURES["impact"], weeks("impact", *answers))] == [
        (DAY + timedelta(days=7), -3), (DAY, -5),
    ]  # fmt: skip
    assert [one.points for one in moves(MEASURES["impact"], weeks("impact", *answers[:2]))] == [-2]
    assert moves(MEASURES["impact"], weeks("impact", answers[0])) == ()


def test_readings_without_a_score_are_no_points_of_a_trend() -> None:
    found = scores(MEASURES["impact"], weeks("impact", {"pain": 1}, {"pain": 1, "joy": 1, "doing": 1}))
    assert [(one.date, one.score) for one in found] == [(DAY + timedelta(days=7), 1)]


def test_nerve_signs_that_bother_more_are_named() -> None:
    assert grown(weeks("bother", bothered(1), bothered(2, 1))) == (("numb", "weak"), DAY)
    assert grown(weeks("bother", bothered(2, 3), bothered(2, 1)))[0] == ()
    assert grown(weeks("bother", bothered(6)))[0] == ()
    assert grown(weeks("bother", {"leg_pain": 1}, bothered(2)))[0] == (), "what was not answered before cannot grow"
    assert grown(weeks("bother", bothered(0), bothered(3), bothered(3)))[0] == ()


@given(st.lists(st.integers(0, 24), max_size=12))
def test_roland_morris_is_left_out_only_if_no_score_reaches_four(found: Sequence[int]) -> None:
    assert is_dropped(found) == (bool(found) and all(one < 4 for one in found))


def test_the_first_score_decides_and_recovery_does_not() -> None:
    assert is_dropped([3])
    assert not is_dropped([4])
    assert not is_dropped([12, 2]), "someone who got better is still asked"
    assert not is_dropped([])


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-40, 40), st.sampled_from([WEEK, MONTH]))
def test_due_means_the_pause_is_over(today: date, days: int, pause: timedelta) -> None:
    last = today - timedelta(days=days)
    following = next_after(last, pause)
    assert following is not None
    assert is_due(today, last, pause) == (following <= today)
    assert is_due(today, None, pause)


def test_offering_stops_after_three_skips_and_pauses_after_one() -> None:
    assert may_offer(DAY, None, 0)
    assert not may_offer(DAY, DAY - timedelta(days=6), 1)
    assert may_offer(DAY, DAY - timedelta(days=7), 2)
    assert not may_offer(DAY, DAY - timedelta(days=90), 3)


def test_points_are_shown_short() -> None:
    assert [shown(points) for points in (3.0, 10 / 3, 0.04, 24)] == ["3", "3.3", "0", "24"]
    assert spark([0, 5, 10], 10) == "▁▅█"
    assert bar(5, 10) == "█████·····"


def test_the_content_says_what_is_own_and_where_a_marker_is_from() -> None:
    for name in WEEKLY:
        assert "never tested" in MEASURES[name].source
        assert "ough" in MEASURES[name].source
        assert not MEASURES[name].credit
        assert len(MEASURES[name].label) <= 13
    assert [MEASURES[name].change for name in (*WEEKLY, RMDQ)] == [2, 1, 5, 5]
    assert "30 %" in MEASURES[RMDQ].change_words
    assert "Martin Roland and Richard Morris" in MEASURES[RMDQ].credit
    assert "Roland and Fairbank" in MEASURES[RMDQ].credit
    assert "not validated" in load_words()["own"]


def test_the_statements_of_roland_morris_are_as_printed() -> None:
    assert [int(item.id) for item in MEASURES[RMDQ].items] == list(range(1, 25))
    texts = [item.text for item in MEASURES[RMDQ].items]
    assert texts[0] == "I stay at home most of the time because of my back."
    assert texts[8] == "I get dressed more slowly than usual because of my back."
    assert texts[23] == "I stay in bed most of the time because of my back."
    assert sha256("\n".join(texts).encode()).hexdigest() == AS_PRINTED
