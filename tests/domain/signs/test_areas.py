"""A known sign in another part of the leg than it was known in (rule 13)."""

import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.safety.red_flags import DayRecords, Earlier, SignState, State, find_signs
from sciatica_journal.domain.spot import Spot
from sciatica_journal.services.safety.flags import rules

from .given import RULES, TODAY, ago

ALL_RULES = RULES._replace(negations=rules().negations, past=rules().past)
TOES = SignState("numb", "left", "outer toes", since=ago(400), examined=ago(300))


def raised(day: Day, *known: SignState) -> list[str]:
    state = State(known, earlier=Earlier())
    return [one.because for one in find_signs(DayRecords(day), ALL_RULES, state) if one.trigger == "spreading_numbness"]


def numb_spot(region: str, side: str = "left") -> Day:
    return Day(TODAY, numb="left", spots=(Spot(region, side, None, ("numb",)),))


def test_a_numb_spot_in_another_part_of_the_leg_is_asked_about() -> None:
    assert raised(numb_spot("calf"), TOES) == ["numb: left calf, known so far: foot"]
    assert raised(numb_spot("thigh_post", "both"), TOES) == ["numb: left thigh post, known so far: foot"]


@pytest.mark.parametrize("region", ["toe5", "toe2_4", "foot_lat", "sole", "heel"])
def test_one_in_the_same_part_is_quiet(region: str) -> None:
    assert raised(numb_spot(region), TOES) == []


def test_words_with_a_side_and_another_part_are_asked_about() -> None:
    line = "pain 2, numb left calf as usual"
    assert raised(Day(TODAY, numb="left", lines=(line,)), TOES) == ["numb: left calf, known so far: foot"]
    assert raised(Day(TODAY, note="Left shin went numb on the bike."), TOES) == ["numb: left calf, known so far: foot"]


@pytest.mark.parametrize(
    "note",
    [
        "left toes numb as usual",
        "numb left foot, and the calf is tight",
        "left calf sore, toes numb",
        "no numb left calf today",
        "left calf was numb years ago",
        "left calf fine",
        "numb calf",
        "numb bum on the left side",
        "right calf numb",
    ],
)
def test_other_words_raise_nothing_by_their_place(note: str) -> None:
    assert raised(Day(TODAY, note=note), TOES) == []


@pytest.mark.parametrize(
    "known",
    [
        (),
        (SignState("numb", "left", since=ago(400), examined=ago(300)),),
        (SignState("numb", "left", "along the strip", examined=True),),
        (SignState("numb", "left", "toes", since=ago(9)),),
        (TOES, SignState("numb", "left", "calf", since=ago(9))),
        (TOES, SignState("numb", None, None, examined=True)),
        (SignState("tingling", "left", "toes", examined=True),),
        (SignState("numb", "left", "toes", examined=True, ended=ago(3)),),
    ],
)
def test_without_a_quiet_sign_of_a_known_place_nothing_is_compared(known: tuple[SignState, ...]) -> None:
    assert raised(numb_spot("calf"), *known) == []


def test_tingling_is_compared_with_where_tingling_is_known() -> None:
    tingling = SignState("tingling", None, "left and right big toe", examined=True)
    spot = Spot("knee_ant", "right", None, ("pins_and_needles",))
    assert raised(Day(TODAY, tingling="right", spots=(spot,)), tingling) == [
        "tingling: right knee ant, known so far: foot"
    ]
