"""A leg that had nothing, where the other has or had something: an emergency is asked about, once."""

from typing import Any

import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.safety.red_flags import DayRecords, Earlier, SignState, State, find_signs
from sciatica_journal.domain.spot import Spot
from sciatica_journal.services.safety.flags import rules as safety_rules

from .given import RULES, TODAY, ago, found, logged, row, triggers

NUMB_CALF = Spot("calf", "right", None, ("numb",))


@pytest.mark.parametrize("other", [{"leg_left": 5}, {"numb": "left"}, {"tingling": "left"}, {"weak": "left"}])
@pytest.mark.parametrize(
    "now", [{"leg_right": 3}, {"numb": "right"}, {"tingling": "right"}, {"weak": "right"}, {"spots": (NUMB_CALF,)}]
)
def test_what_comes_into_the_other_leg_asks_once(other: dict[str, Any], now: dict[str, Any]) -> None:
    assert "both_legs" in triggers(**now, earlier=[logged(14, **other)])
    assert "both_legs" not in triggers(**now, earlier=[logged(15, **other)])
    on_the_right = {"numb": "right"} if "spots" in now else now
    assert triggers(**now, earlier=[logged(2, **other), logged(1, **on_the_right)]) == []


def test_it_says_what_is_new_and_where_the_other_leg_stands() -> None:
    (one,) = found(leg_right=5, tingling="right", earlier=row([3, 1], leg_left=4))
    assert (one.trigger, one.certain) == ("both_legs", False)
    assert one.because == "right: pain, tingling, the other leg in the two weeks before"


def test_different_signs_in_either_leg_on_one_day_ask() -> None:
    assert [one.because for one in found(numb="left", leg_right=4)] == [
        "left: numb, the other leg as well",
        "right: pain, the other leg as well",
    ]
    assert triggers(numb="left", leg_right=4, earlier=[logged(1, numb="left", leg_right=5)]) == []


def test_numb_spots_of_either_leg_count() -> None:
    assert triggers(spots=(NUMB_CALF,), numb_spots=[frozenset({"left toe1"})]) == ["both_legs"]
    assert triggers(spots=(NUMB_CALF,), numb_spots=[frozenset({"left buttock_mid"})]) == []


@pytest.mark.parametrize(
    "records",
    [
        {"leg_right": 2, "earlier": [logged(1, leg_left=6)]},
        {"leg_right": 5, "earlier": [logged(1, leg_left=2)]},
        {"leg_left": 5, "earlier": [logged(1, leg_left=3)]},
        {"leg_right": 5, "earlier": [logged(1, leg_left=5)], "known": [SignState("both_legs", examined=True)]},
        {"numb": "right", "leg_left": 5, "known": [SignState("numb", "right", since=ago(400), examined=ago(300))],
         "earlier": [logged(1, leg_left=5)]},
    ],
)  # fmt: skip
def test_backs_one_leg_and_what_was_examined_are_quiet(records: dict[str, Any]) -> None:
    assert triggers(**records) == []


def test_what_is_known_on_one_side_is_not_known_on_the_other() -> None:
    numb = SignState("numb", examined=True)
    assert triggers(numb="right", known=[numb], earlier=[logged(3, numb="left")]) == ["both_legs"]


def test_the_same_in_both_legs_is_asked_about_once() -> None:
    assert triggers(numb="both", earlier=[logged(2, numb="left")]) == ["both_legs"]


@pytest.mark.parametrize("quality", ["burning", "electric", "shooting", "pins_and_needles", "numb"])
def test_spots_that_a_nerve_makes_count_in_either_leg(quality: str) -> None:
    left, right = (Spot("calf", side, 4, (quality,)) for side in ("left", "right"))
    assert triggers(spots=(right,), spots_before=[[left]]) == ["both_legs"]
    assert triggers(leg_right=5, spots_before=[[left]]) == ["both_legs"]
    assert triggers(spots=(right,), earlier=[logged(3, leg_left=4)]) == ["both_legs"]
    assert triggers(spots=(right,), spots_before=[[left], [right]]) == []


def test_other_spots_are_no_second_side() -> None:
    assert triggers(spots=(Spot("calf", "right", 4, ("dull",)),), earlier=[logged(3, leg_left=4)]) == []
    assert triggers(spots=(Spot("groin", "right", 4, ("burning",)),), earlier=[logged(3, leg_left=4)]) == []


def test_a_sensation_on_a_second_side_asks_though_that_leg_hurt_before() -> None:
    both = row([9, 8], leg_left=5, leg_right=5)
    assert triggers(numb="right", earlier=[*both, logged(3, numb="left")]) == ["both_legs"]
    assert triggers(numb="right", earlier=both) == []
    known = [SignState("both_legs", examined=True)]
    assert triggers(numb="right", known=known, earlier=[logged(3, numb="left")]) == ["both_legs"]


def test_another_sensation_that_joins_in_is_another_reason() -> None:
    (pain,) = found(leg_right=5, earlier=[logged(3, numb="left")])
    (numb,) = found(numb="right", earlier=[logged(3, numb="left"), logged(1, leg_right=5)])
    assert pain.evidence != numb.evidence


def test_what_is_known_in_both_legs_is_no_second_side() -> None:
    known = [SignState("numb", "both", examined=True)]
    assert triggers(numb="both", known=known, earlier=row([2, 1], numb="both")) == []


def asked(note: str, *known: SignState) -> bool:
    rules = RULES._replace(negations=safety_rules().negations, past=safety_rules().past)
    state = State(known, earlier=Earlier([logged(3, numb="left", leg_left=5)]))
    return any(one.trigger == "both_legs" for one in find_signs(DayRecords(Day(TODAY, note=note)), rules, state))


@pytest.mark.parametrize(
    "note", ["Right foot numb since this morning.", "tingling in the right calf", "slept ok. My right toes are numb"]
)
def test_words_that_put_a_sensation_into_the_other_leg_ask(note: str) -> None:
    assert asked(note)
    assert not asked(note.replace("right", "left").replace("Right", "Left"))
    assert not asked(note, SignState("both_legs", examined=True))


@pytest.mark.parametrize(
    "note",
    [
        "right foot not numb",
        "right foot numb from the cold",
        "right toes numb, laces too tight",
        "right calf tight, left toes numb",
        "right calf was numb years ago",
        "numb right hand",
    ],
)
def test_other_words_on_the_other_leg_do_not(note: str) -> None:
    assert not asked(note)
