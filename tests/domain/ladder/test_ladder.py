"""Reading a ladder, and verdicts."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.ladder.body import After, Days, Usual
from sciatica_journal.domain.ladder.reading import read_ladder
from sciatica_journal.domain.ladder.verdict import verdict
from sciatica_journal.domain.run import STRIDES, Run
from sciatica_journal.domain.signs.known import SignState
from tests.domain.ladder.climbing import D0, LADDER, day

# -- reading -------------------------------------------------------------------------------------


def test_a_step_knows_its_kind_and_minutes() -> None:
    assert [(step.kind, step.minutes) for step in LADDER.steps] == [
        ("walk", 15), ("walk", 30), ("run_walk", 30), ("run", 30),
    ]  # fmt: skip


ONE: dict[str, Any] = {"title": "t", "steps": [{"parts": [["walk", 10]]}]}


def test_a_table_reads_as_a_ladder_with_titles_and_ids_where_none_are_given() -> None:
    read = read_ladder({**ONE, "greens": 3, "colour": "of a later version"}, "mine")
    assert (read.id, read.greens, read.steps[0].id, read.steps[0].title) == ("mine", 3, "1", "walk 10 min")


def test_a_step_leaves_names_aside_that_it_does_not_know() -> None:
    step = {"parts": [["walk", 10]], "brisk": "yes"}
    assert read_ladder({**ONE, "steps": [step]}, "mine") == read_ladder(ONE, "mine")


@pytest.mark.parametrize(
    "table",
    [
        {}, {"title": "t"}, {**ONE, "steps": []}, {**ONE, "steps": [3]}, {**ONE, "greens": True}, {**ONE, "greens": 0},
        {**ONE, "title": ""}, {**ONE, "title": "a\nb"}, {**ONE, "steps": [{"parts": []}]}, {**ONE, "per_week": 10**30},
        {**ONE, "steps": [{"parts": [["swim", 3]]}]}, {**ONE, "steps": [{"parts": [["run", float("nan")]]}]},
        {**ONE, "steps": [{"parts": [["run", 10**400]]}]}, {**ONE, "steps": [{"parts": [["run", -1]]}]},
        {**ONE, "steps": ONE["steps"] * 61}, {**ONE, "steps": [{"id": "a", "parts": [["run", 1]]}] * 2},
        {**ONE, "steps": [{"parts": [["run", 2000]], "times": 100}]},
    ],
    ids=str,
)  # fmt: skip
def test_what_is_no_ladder_is_refused_in_words(table: dict[str, Any]) -> None:
    with pytest.raises(InvalidValue) as raised:
        read_ladder(table, "mine")
    assert len(str(raised.value)) < 400


_LEAF: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, 0, -1, 3, 10**30, 0.5, float("inf"), float("nan"), "walk", "run", "", "\n", [], {}]
)
_PART = st.lists(_LEAF, max_size=3) | _LEAF
_STEP = st.fixed_dictionaries({}, optional={"parts": st.lists(_PART, max_size=2) | _LEAF, "times": _LEAF, "id": _LEAF})


@settings(max_examples=40)
@given(
    st.fixed_dictionaries({"title": _LEAF}, optional={"steps": st.lists(_STEP | _LEAF, max_size=2), "greens": _LEAF})
)
def test_hostile_tables_read_or_are_refused(table: dict[str, Any]) -> None:
    with suppress(InvalidValue):
        read_ladder(table, "mine")


# -- verdicts ------------------------------------------------------------------------------------

USUAL = Usual(2, 3, frozenset({("numb", "left")}))


@pytest.mark.parametrize(
    ("values", "after", "colour"),
    [
        ({"response": "settled", "pain_during": 4}, After(3, 3), "green"),
        ({"response": "settled"}, After(), "green"),
        ({"response": "settled", "pain_during": 5}, After(), "amber"),
        ({"response": "lingering", "pain_during": 2}, After(), "amber"),
        ({"response": "settled"}, After(4, 3), "amber"),
        ({"response": "settled", "pain_during": 6}, After(), "red"),
        ({"response": "flared"}, After(), "red"),
        ({"response": "settled"}, After(3, 4), "red"),
        ({"pain_during": 6}, After(), "red"),
        ({"pain_during": 5}, After(5, 5), "waiting"),
        ({"response": "settled", "stride": "limp"}, After(), "red"),
        ({"stride": "changed"}, After(), "red"),
        ({"stride": "usual"}, After(), "waiting"),
        ({"response": "settled", "stride": "usual", "pain_during": 4}, After(3, 3), "green"),
        ({"stride": "limp"}, After(flagged=True), "stop"),
        ({"response": "settled"}, After(signs=frozenset({("numb", "left")})), "green"),
        ({"response": "settled"}, After(signs=frozenset({("numb", "right")})), "stop"),
        ({"response": "flared"}, After(signs=frozenset({("weak", "left")})), "stop"),
        ({"response": "settled"}, After(flagged=True), "stop"),
        ({}, After(flagged=True), "stop"),
    ],
)
def test_the_colour_of_an_answer(values: dict[str, Any], after: After, colour: str) -> None:
    found = verdict(Run("r", D0, **values), USUAL, after)
    assert found.colour == colour
    assert found.reasons


@settings(max_examples=80)
@given(
    st.integers(0, 10) | st.none(), st.sampled_from(["settled", "lingering", "flared", None]),
    st.integers(0, 6) | st.none(), st.booleans(), st.sampled_from([*STRIDES, None]),
)  # fmt: skip
def test_never_green_while_a_sign_grows_and_never_better_for_more_pain(
    pain: int | None, response: str | None, point: int | None, new: bool, stride: str | None
) -> None:
    order = ("green", "waiting", "amber", "red", "stop")
    after = After(point, point, frozenset({("weak", "right")}) if new else frozenset())
    run = Run("r", D0, pain_during=pain, response=response, stride=stride)
    found = verdict(run, USUAL, after).colour
    assert (found == "stop") == new
    assert not run.limped or found in ("red", "stop")
    if pain is not None and pain < 10:
        worse = verdict(replace(run, pain_during=pain + 1), USUAL, after).colour
        assert order.index(worse) >= order.index(found)


def test_usual_rests_on_the_last_fourteen_logged_days_before() -> None:
    days = [Day(day(-n), pain_morning=9, numb="right") for n in range(20, 14, -1)]
    days += [Day(day(-n), pain_morning=1, pain_worst=7, leg_left=2, leg_right=4) for n in range(14, 0, -1)]
    days += [Day(D0, pain_morning=8, tingling="both"), Day(day(2), leg_left=5, weak="left", note="later")]
    found = Days(days, [day(2)])
    assert found.usual(D0) == Usual(1, 4, frozenset())
    assert found.after(D0) == After(
        None, None, frozenset({("tingling", s) for s in ("left", "right")} | {("weak", "left")}), True
    )
    assert found.after(day(1)) == After(None, 5, frozenset({("weak", "left")}), True)
    assert found.after(day(1), response_furthest=2).morning == 2
    assert Days([Day(D0, note="nothing told")]).usual(day(1)) == Usual()


@pytest.mark.parametrize(
    ("state", "earlier", "new"),
    [
        (SignState("numb", "left", examined=True), None, False),
        (SignState("numb", examined=True), None, False),
        (SignState("numb", "left", since=day(-9), examined=day(-3), changed=day(9), ended=day(9)), None, False),
        (SignState("numb", "left", examined=True), "none", True),
        (SignState("numb", "right", examined=True), None, True),
        (SignState("numb", "left", since=day(-9)), None, True),
        (SignState("numb", "left", since=day(-9), examined=day(1)), None, True),
        (SignState("numb", "left", since=day(-9), examined=day(-3), changed=day(1)), None, True),
        (SignState("numb", "left", since=day(-9), examined=day(-3), ended=day(-1)), None, True),
    ],
)
def test_a_sign_examined_and_as_usual_is_not_new(state: SignState, earlier: str | None, new: bool) -> None:
    days = Days([Day(day(-1), pain_morning=2, numb=earlier), Day(D0, numb="left")], known=[state])
    assert days.after(D0).signs == (frozenset({("numb", "left")}) if new else frozenset())
