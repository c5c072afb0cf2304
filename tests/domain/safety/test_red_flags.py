"""Which records raise a red flag: sentences, fields, known signs."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.safety.red_flags import DayRecords, Known, Raised, Rules, SignState, State, find_signs
from sciatica_journal.domain.spot import Spot
from sciatica_journal.guide.safety import emergency_number, load_safety

TODAY = date(2026, 11, 22)
SAFETY = load_safety()
EMERGENCIES = {trigger.id for trigger in SAFETY.triggers if trigger.tier == "E"}
"""Their sentences are tried here; those of the other tiers beside their content."""


def sentences() -> Iterator[tuple[str, str]]:
    """Yield the trigger (or -) and the sentence; a line without a bar goes on with the one before."""
    entries: list[tuple[str, str]] = []
    for line in Path(__file__).with_name("red_flag_sentences.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        trigger, bar, sentence = line.partition(" | ")
        entries[-1:] = (
            [(entries[-1][0], f"{entries[-1][1]}\n{line}")] if not bar else [*entries[-1:], (trigger, sentence)]
        )
    yield from entries


POSITIVE = [entry for entry in sentences() if entry[0] != "-"]
NEGATIVE = [sentence for trigger, sentence in sentences() if trigger == "-"]


def raised(
    *, moments: list[Moment] | None = None, runs: list[Run] | None = None, known: dict[str, Known] | None = None,
    texts: list[tuple[str, str]] | None = None, **fields: Any,
) -> tuple[Raised, ...]:  # fmt: skip
    states = tuple(SignState(sign, examined=what.quiet) for sign, what in (known or {}).items())
    rules = Rules(SAFETY.triggers, SAFETY.negations, SAFETY.past)
    return find_signs(DayRecords(Day(TODAY, **fields), moments or (), runs or (), texts or ()), rules, State(states))


def triggers(**records: Any) -> set[str]:
    return {one.trigger for one in raised(**records)}


def test_there_are_enough_sentences() -> None:
    assert len(POSITIVE) >= 60
    assert len(NEGATIVE) >= 60
    assert {trigger for trigger, _ in POSITIVE} <= EMERGENCIES
    assert len({trigger for trigger, _ in POSITIVE}) >= 14


def test_a_sentence_with_a_sign_asks() -> None:
    missed = [(trigger, sentence) for trigger, sentence in POSITIVE if not _asks(trigger, sentence)]
    assert not missed


def _asks(trigger: str, sentence: str) -> bool:
    """Whether the trigger is raised, as a question: words in free text are asked about, not taken as certain."""
    found = [one for one in raised(note=sentence) if one.trigger == trigger]
    return bool(found) and not any(one.certain or not one.because.startswith("note: “") for one in found)


def test_an_everyday_sentence_asks_nothing() -> None:
    asked = [sentence for sentence in NEGATIVE if not EMERGENCIES.isdisjoint(triggers(note=sentence))]
    assert not asked


@pytest.mark.parametrize("spell", [str.upper, lambda t: t.replace("'", "’"), lambda t: t.replace("'", "")])
def test_case_and_apostrophes_make_no_difference(spell: Any) -> None:
    missed = [pair for pair in POSITIVE[::7] if pair[0] not in triggers(note=spell(pair[1]))]
    assert not missed


def test_a_sign_is_found_amid_other_sentences() -> None:
    pairs = [pair for pair in POSITIVE if pair[0] != "sensation"][::5]
    note = "Easy week, no pain to speak of.\n\n{}. Slept well, no fever."
    missed = [pair for pair in pairs if pair[0] not in triggers(note=note.format(pair[1].rstrip(".")))]
    assert not missed


def test_the_quote_is_what_was_written() -> None:
    (one,) = raised(note="Long day. I can’t  pee since noon.")
    assert one.because == "note: “can’t pee”"


@pytest.mark.parametrize(
    "records",
    [
        {"did": "wet myself on the way"},
        {"lines": ("wet myself, pain 4",)},
        {"runs": [Run("r", TODAY, note="wet myself")]},
        {"runs": [Run("r", TODAY, title="Wet myself run")]},
        {"moments": [Moment("m", TODAY, text="wet myself")]},
        {"texts": [("reflection", "wet myself")]},
        {"factors": {"wet_myself": 1}},
    ],
)
def test_every_text_of_the_day_is_looked_through(records: dict[str, Any]) -> None:
    assert triggers(**records) == {"bladder"}


def test_the_same_words_in_line_and_note_are_one_piece_of_evidence() -> None:
    assert len(raised(note="wet myself", lines=("wet myself",))) == 1


@pytest.mark.parametrize(
    ("note", "asked"),
    [
        ("numb between the legs, can't pee", {"saddle", "bladder"}),
        ("numb between legs, cant pee", {"saddle", "bladder"}),
        ("numb between my legs and both legs weak", {"saddle", "both_legs", "legs_giving_way"}),
        ("both legs numb, can't pee", {"both_legs", "bladder"}),
        ("legs can't hold me, can't pee", {"legs_giving_way", "bladder"}),
        ("numb between my legs and they give way", {"saddle", "legs_giving_way"}),
    ],
)
def test_each_sign_of_a_line_is_asked_about_and_no_other(note: str, asked: set[str]) -> None:
    assert triggers(note=note) == asked


@pytest.mark.parametrize(
    "fields",
    [
        {"numb": "both"},
        {"tingling": "both"},
        {"weak": "both"},
        {"leg_left": 3, "leg_right": 3},
        {"leg_left": 6, "leg_right": 4},
        {"spots": (Spot("calf", "both", 4, ("burning",)),)},
        {"spots": (Spot("calf", "left", 4, ("numb",)), Spot("toe1", "right", None, ("pins_and_needles",)))},
        {"moments": [Moment("m", TODAY, region="thigh_post", side="both")]},
    ],
)
def test_both_legs_is_asked_about(fields: dict[str, Any]) -> None:
    (one,) = raised(**fields)
    assert (one.trigger, one.certain) == ("both_legs", False)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"uneventful": True},
        {"numb": "left", "weak": "right", "tingling": "none"},
        {"leg_left": 1, "leg_right": 1},
        {"leg_left": 2, "leg_right": 2},
        {"leg_left": 6, "leg_right": 2},
        {"pain_worst": 10, "pain_morning": 10},
        {"spots": (Spot("calf", "both", 6, ("aching", "stiff")),)},
        {"spots": (Spot("buttock_mid", "both", 6, ("burning",)),)},
        {"spots": (Spot("calf", "left", 6, ("burning",)), Spot("heel", "left", 6, ("numb",)))},
        {"spots": (Spot("saddle"),)},
        {"feelings": ("numb",)},
    ],
)
def test_one_leg_and_the_back_raise_nothing(fields: dict[str, Any]) -> None:
    assert raised(**fields) == ()


@pytest.mark.parametrize(
    ("spot", "certain"),
    [
        (Spot("saddle", None, None, ("numb",)), True),
        (Spot("saddle", "left", 2, ("crawling", "dull")), True),
        (Spot("saddle", "both", None, ("pins_and_needles",)), True),
        (Spot("saddle", None, 3), False),
        (Spot("saddle", None, None, ("aching",)), False),
    ],
)
def test_the_saddle_area(spot: Spot, certain: bool) -> None:
    (one,) = raised(spots=(spot,))
    assert (one.trigger, one.certain) == ("saddle", certain)


EXAMINED = Known(since_long=True, examined=True)


def test_known_and_examined_signs_are_quiet() -> None:
    known = {"both_legs": EXAMINED, "tingling": EXAMINED, "saddle": EXAMINED}
    assert raised(known=known, tingling="both", leg_left=4, leg_right=4) == ()
    assert raised(known=known, spots=(Spot("saddle", None, 3, ("numb",)),)) == ()


@pytest.mark.parametrize("known", [Known(True, False), Known(False, True), Known(False, False)])
def test_only_long_known_and_examined_signs_are_quiet(known: Known) -> None:
    assert triggers(known={"both_legs": known, "numb": known}, numb="both") == {"both_legs"}


def test_another_sensation_in_both_legs_is_a_change() -> None:
    assert triggers(known={"both_legs": EXAMINED, "tingling": EXAMINED}, weak="both") == {"both_legs"}
    assert triggers(known={"numb": EXAMINED}, numb="both") == {"both_legs"}


@pytest.mark.parametrize(
    ("note", "asks"),
    [
        ("numb between my legs as usual", False),
        ("numb between my legs", True),
        ("numb between my legs as usual but more than before", True),
        ("bladder won't empty, as usual", True),
    ],
)
def test_words_about_a_known_sign_are_quiet_only_as_usual(note: str, asks: bool) -> None:
    assert bool(raised(known={"saddle": EXAMINED}, note=note)) is asks


@pytest.mark.parametrize(
    ("note", "asks"),
    [
        ("toes still numb", False),
        ("Still have numb toes, left.", False),
        ("toes still numb two hours after the run", True),
        ("left toes still numb and the foot is tingling", True),
        ("left foot numb, worse than usual", True),
        ("feet still numb", True),
    ],
)
def test_what_is_still_there_is_as_usual(note: str, asks: bool) -> None:
    assert bool(raised(known={"numb": EXAMINED}, note=note)) is asks


def test_a_sensation_without_a_place_asks_unless_its_field_is_set() -> None:
    assert triggers(note="numb") == {"sensation"}
    assert triggers(note="numb", numb="left") == set()
    assert triggers(note="numb", numb="none") == {"sensation"}
    assert triggers(lines=("numb, left calf",), numb="left") == set()


@given(st.text(max_size=300))
def test_no_text_breaks_the_check(note: str) -> None:
    assert all(one.because for one in raised(note=note))


@given(st.text(alphabet="abc .,\n", max_size=60), st.text(alphabet="xyz .\n", max_size=60))
def test_a_sign_is_found_wherever_it_stands(before: str, after: str) -> None:
    assert "bladder" in triggers(note=f"{before}. wet myself. {after}")


def test_every_message_fits_the_triggers() -> None:
    for trigger in SAFETY.triggers:
        text = SAFETY.message(trigger.kind, "112", trigger.items)
        assert "{" not in text
        assert "112" in text
    everything = " ".join(SAFETY.messages.values()).lower()
    assert "you are safe" not in everything


def test_the_emergency_number_is_ones_own_then_the_countrys() -> None:
    assert emergency_number("us", "") == "911"
    assert emergency_number("NZ", " 105 ") == "105"
    assert emergency_number("", "") == emergency_number("XX", "") != ""


@pytest.mark.timeout(20)
def test_a_long_monotonous_text_does_not_hang() -> None:
    assert "both_legs" in triggers(note="both legs numb " * 2000)
