"""Weakness, numbness and places of pain in a day's values, against the days before."""

from typing import Any

import pytest

from sciatica_journal.domain.run import Run
from sciatica_journal.domain.safety.red_flags import SignState
from sciatica_journal.domain.signs.sensations import first_logged, numb_places
from sciatica_journal.domain.spot import Spot

from .given import TODAY, ago, background, found, logged, row, triggers

WEAK_LEFT = SignState("weak", "left", since=ago(400), examined=ago(300))


@pytest.mark.parametrize("side", ["left", "right"])
def test_weakness_that_is_new_on_a_side_is_asked_about(side: str) -> None:
    (one,) = found(weak=side)
    assert (one.trigger, one.certain, one.because) == ("weakness", False, f"weak: {side}")


@pytest.mark.parametrize(
    "records",
    [
        {"weak": "none"},
        {"weak": "left", "earlier": [logged(3, weak="left")]},
        {"weak": "left", "earlier": [logged(14, weak="both")]},
        {"weak": "left", "known": [WEAK_LEFT]},
        {"weak": "left", "known": [SignState("weak", examined=True)]},
    ],
)
def test_weakness_as_before_or_examined_is_quiet(records: dict[str, Any]) -> None:
    assert triggers(**records) == []


@pytest.mark.parametrize(
    "records",
    [
        {"weak": "left", "earlier": [logged(15, weak="left")]},
        {"weak": "right", "known": [WEAK_LEFT]},
        {"weak": "left", "known": [WEAK_LEFT._replace(changed=ago(200))]},
        {"weak": "left", "known": [WEAK_LEFT._replace(examined=ago(401))]},
        {"weak": "left", "known": [WEAK_LEFT._replace(ended=ago(20))]},
        {"weak": "left", "known": [WEAK_LEFT._replace(examined=False)]},
        {"weak": "left", "known": [SignState("numb", "left", examined=True)]},
    ],
)
def test_only_weakness_of_that_side_that_was_examined_since_its_last_change_is_quiet(records: dict[str, Any]) -> None:
    assert triggers(**records) == ["weakness"]


def test_weakness_on_both_sides_is_the_emergency_alone() -> None:
    assert triggers(weak="both") == ["both_legs"]


def test_words_that_say_no_more_than_the_field_are_left_to_it() -> None:
    assert triggers(weak="left", earlier=[logged(1, weak="left")], lines=("weak left foot",)) == []


@pytest.mark.parametrize("value", [{"numb": "left"}, {"tingling": "left"}, {"tingling": "right", "numb": "right"}])
def test_numbness_or_tingling_logged_for_the_first_time_raises_nothing(value: dict[str, Any]) -> None:
    assert triggers(**value) == []


def test_numbness_in_more_places_than_before_is_spreading() -> None:
    toe = Spot("toe1", "left", None, ("numb",))
    two = (toe, Spot("foot_top", "left", None, ("numb", "burning")))
    assert triggers(spots=two, numb_spots=[frozenset({"left toe1"})]) == ["spreading_numbness"]
    assert triggers(spots=two, numb_spots=[frozenset({"left toe1"}), numb_places(two)]) == []
    assert triggers(spots=two, numb_spots=[]) == []
    assert triggers(spots=(toe,), numb_spots=[frozenset({"left toe5"})]) == []
    assert triggers(spots=(toe, Spot("calf", "left", 4, ("dull",))), numb_spots=[frozenset({"left toe1"})]) == []


def test_what_is_logged_first_is_asked_about_until_something_is_told_of_it() -> None:
    from sciatica_journal.domain.day import Day

    day = Day(TODAY, numb="left", weak="both", tingling="none")
    assert first_logged(day, ()) == (("numb", "left"), ("weak", "both"))
    assert first_logged(day, [SignState("numb", "left")]) == (("weak", "both"),)
    assert first_logged(day, [SignState("numb"), SignState("weak", "left")]) == (("weak", "both"),)
    assert first_logged(day, [SignState("numb", "right"), SignState("numb", "left", ended=ago(2))])[0][0] == "numb"


def test_pain_between_the_shoulder_blades_is_asked_about() -> None:
    assert triggers(spots=(Spot("upper_back", "centre", 4),)) == ["night_pain"]
    assert triggers(spots=(Spot("upper_back"),)) == []


@pytest.mark.parametrize("region", ["calf", "calf_lat", "thigh_post", "knee_post"])
def test_one_throbbing_calf_or_thigh_is_asked_about(region: str) -> None:
    assert triggers(spots=(Spot(region, "left", 3, ("throbbing",)),)) == ["calf_clot"]
    assert triggers(spots=(Spot(region, "left", 9, ("aching", "cramping")),)) == []
    assert triggers(spots=(Spot(region, "both", 3, ("throbbing",)),)) == []


@pytest.mark.parametrize("region", ["heel", "buttock_mid", "thigh_ant"])
def test_throbbing_elsewhere_is_not(region: str) -> None:
    assert triggers(spots=(Spot(region, "left", 3, ("throbbing",)),)) == []


HURT = Run("r", TODAY, pain_before=2, pain_during=5)


@pytest.mark.parametrize(
    ("region", "trigger"),
    [
        ("groin", "bone_stress_urgent"), ("hip_lat", "bone_stress"), ("sacrum", "bone_stress"),
        ("shin_med", "bone_stress"), ("shin_ant", "bone_stress"), ("forefoot", "bone_stress"), ("heel", "bone_stress"),
    ],
)  # fmt: skip
def test_deep_bone_pain_that_a_run_made_worse_is_asked_about(region: str, trigger: str) -> None:
    deep = (Spot(region, "left", 4, ("deep",)),)
    assert triggers(spots=deep, runs=[HURT]) == [trigger]
    assert triggers(spots=deep) == []
    assert triggers(spots=(Spot(region, "left", 4, ("aching",)),), runs=[HURT]) == []
    for during in (None, 2, 4):
        assert triggers(spots=deep, runs=[Run("r", TODAY, pain_before=2, pain_during=during)]) == []
    assert triggers(spots=deep, runs=[Run("r", TODAY, pain_during=9)]) == []


def test_deep_pain_in_muscle_is_not() -> None:
    assert triggers(spots=(Spot("buttock_mid", "left", 4, ("deep",)), Spot("calf", "left", 4, ("deep",))),
                    runs=[HURT]) == []  # fmt: skip


def test_pain_that_is_new_asks_by_the_background() -> None:
    told = background(cancer=True, accident=True)
    assert triggers(pain_worst=3, told=told) == ["accident", "cancer_signs"]
    assert triggers(leg_left=1, told=told, earlier=[logged(57, pain_worst=4), logged(2, pain_worst=0)]) != []
    assert triggers(pain_worst=3, told=told, earlier=[logged(56, pain_morning=1)]) == []
    assert triggers(pain_worst=0, mood=3, told=told) == []
    assert triggers(pain_worst=3, told=background(cancer=False)) == []


@pytest.mark.parametrize("history", ["osteoporosis", "steroids"])
def test_sudden_pain_with_thin_bones_is_asked_about(history: str) -> None:
    told = background(**{history: True})
    assert triggers(pain_worst=5, told=told) == ["fragility"]
    assert triggers(pain_worst=4, told=told) == []
    assert triggers(pain_worst=7, told=told, earlier=row(range(1, 8), pain_worst=3)) == ["fragility"]
    assert triggers(pain_worst=6, told=told, earlier=row(range(1, 8), pain_worst=3)) == []
    assert triggers(pain_worst=7, told=background(immune=True)) == []


@pytest.mark.parametrize("history", ["immune", "infection"])
def test_a_fever_in_words_asks_where_an_infection_is_likelier(history: str) -> None:
    assert triggers(note="feverish since noon", told=background(**{history: True})) == ["infection"]
    assert triggers(note="feverish since noon", told=background(cancer=True)) == []
    assert triggers(note="slept well", told=background(**{history: True})) == []
