"""Where one stands with running: doctor first, the green light, overrides, open flags."""

from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciatica_journal.domain.care.examination import GREEN_LIGHTS, Examination
from sciatica_journal.domain.care.override import OVERRIDDEN, Override
from sciatica_journal.domain.care.standing import standing

DAY = date(2026, 3, 4)


def seen(days: int, green_light: str | None = None, limits: str | None = None) -> Examination:
    return Examination(f"e{days}", DAY + timedelta(days=days), green_light=green_light, limits=limits)


def override(days: int, what: str) -> Override:
    return Override(f"o{days}", DAY + timedelta(days=days), what=what, why="a race")


def test_without_an_examination_it_stays_at_walking() -> None:
    assert standing([], []).allowed == "walking"
    assert standing([], []).reason == "not_examined"


def test_an_examination_before_the_journal_leaves_the_green_light_open() -> None:
    assert standing([], [], examined_before=True).reason == "no_answer"
    assert standing([], [], examined_before=DAY).may_run is False


@pytest.mark.parametrize(
    ("answer", "allowed"), [("yes", "running"), ("limits", "limits"), ("not_yet", "walking"), (None, "walking")]
)
def test_the_last_answer_on_running_counts(answer: str | None, allowed: str) -> None:
    examinations = [seen(0, "yes" if answer is None else "not_yet"), seen(5, answer)]
    if answer is None:
        assert standing([seen(5)], []).allowed == allowed
        assert standing(examinations, []).allowed == "running"
    else:
        assert standing(examinations, []).allowed == allowed


def test_a_yes_beside_which_limits_are_noted_is_one_with_limits() -> None:
    found = standing([seen(0, "yes", "20 minutes, flat")], [])
    assert (found.allowed, found.limits) == ("limits", "20 minutes, flat")


@pytest.mark.parametrize(
    ("answers", "allowed"),
    [(("yes", "not_yet"), "walking"), (("limits", "yes"), "limits"), (("limits", "not_yet", "yes"), "walking")],
)
def test_of_two_answers_of_one_day_the_more_careful_counts(answers: tuple[str, ...], allowed: str) -> None:
    one_day = [seen(3, answer, "flat" if answer == "limits" else None) for answer in answers]
    found = {standing([seen(0, "yes"), *order], []) for order in permutations(one_day)}
    assert [(one.allowed, one.since) for one in found] == [(allowed, DAY + timedelta(days=3))]


def test_limits_are_told_in_the_words_noted() -> None:
    assert standing([seen(0, "limits", "flat and under 5 km")], []).limits == "flat and under 5 km"


def test_an_override_stands_until_an_examination_after_it() -> None:
    overrides = [override(2, "no_green_light")]
    assert standing([seen(0, "not_yet")], overrides).reason == "overridden_green_light"
    assert standing([seen(0, "not_yet"), seen(3, "not_yet")], overrides).allowed == "walking"
    assert standing([], [override(0, "not_examined")]).reason == "overridden_examination"
    assert standing([seen(0, "not_yet")], [override(2, "not_examined")]).allowed == "walking"


@given(
    st.lists(st.builds(seen, st.integers(0, 9), st.none() | st.sampled_from(GREEN_LIGHTS)), max_size=4),
    st.lists(st.builds(override, st.integers(0, 9), st.sampled_from(OVERRIDDEN)), max_size=3),
)
def test_nothing_overrides_an_open_flag(examinations: list[Examination], overrides: list[Override]) -> None:
    found = standing(examinations, overrides, examined_before=True, flag_open=True)
    assert found.allowed == "nothing"
    assert not found.may_run


def test_the_order_of_the_records_does_not_matter() -> None:
    examinations = [seen(0, "yes"), seen(2, "not_yet"), seen(4)]
    assert {standing(order, []) for order in permutations(examinations)} == {standing(examinations, [])}
