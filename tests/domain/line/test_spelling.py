"""Small misspellings are forgiven, and no English word is ever turned into another."""

import pytest

from sciatica_journal.domain.line.neighbours import ENGLISH
from sciatica_journal.domain.line.parse import parse
from sciatica_journal.domain.line.spelling import corrected, one_slip
from sciatica_journal.domain.line.words import KNOWN, TARGETS

SLIPS = {
    "tingeling": "tingling", "tingiling": "tingling", "tinglng": "tingling", "bottock": "buttock", "settld": "settled",
    "mornig": "morning", "treadmil": "treadmill", "strees": "stress", "stres": "stress", "energi": "energy",
    "lingring": "lingering", "flarred": "flared", "hamstrng": "hamstring", "numbnes": "numbness", "weaknes": "weakness",
    "rihgt": "right", "lfet": "left", "claf": "calf", "painkilers": "painkillers", "walkd": "walked",
    "feelng": "feeling", "pavment": "pavement", "anckle": "ankle", "effrt": "effort", "joged": "jogged",
}  # fmt: skip

ENGLISH_WORDS = """
week wake tingle tangle number mode moon stead trial grease shine thing call food calm half calls caves wood
would knew need heal deal too tow toes hop hit ship slip sweep steep swept grass glass brass truck trick crack
tight fight might right sight light night thing think then them bother booth bath lift lest felt fool rood
read load settler settle flamed flawed single mingle jingle jungle tinkle walker talked talked warned mourning
warning evening sleeper asleep distress dress press tress express function junction emery enemy wooden woolen
efforts afford butter button buttons hipped hits knees kneel kneed sheet feel heels wheel wheels peel angle
uncle ankles pin pins seedless needles needless trail train trains frail grail mail worst worth wrist waist
paint plain gain rain main pan pant bank pack rack beck neck wok work worn mud mold food flow slow mow good
hood
"""


@pytest.mark.parametrize(("typed", "meant"), SLIPS.items())
def test_one_slip_is_forgiven(typed: str, meant: str) -> None:
    assert corrected(typed) == meant


@pytest.mark.parametrize("word", sorted(set(ENGLISH_WORDS.split())))
def test_an_english_word_stays_itself(word: str) -> None:
    assert corrected(word) == word


def test_the_neighbours_are_needed_and_left_alone() -> None:
    for word in ENGLISH:
        assert word not in KNOWN
        assert any(one_slip(word, target) for target in TARGETS), word
        assert corrected(word) == word


@pytest.mark.parametrize("word", ["tingxxing", "sett", "bck", "nub", "xleftx", "strs", "knumb"])
def test_two_slips_and_short_words_are_not_guessed(word: str) -> None:
    assert corrected(word) == word


def test_a_misspelt_line_is_understood() -> None:
    said = parse("mornig 3; left bottock tingeling; settld; strees 4")
    assert said.fields == {"pain_morning": 3, "leg_left": 2, "tingling": "left", "stress": 4}
    assert said.response == "settled"
    assert said.note is None


def test_english_neighbours_stay_note() -> None:
    line = "week left; wake 3; stead 4; mode 5; left thing; trial 5k; swept 6h; mourning 2; settler"
    said = parse(line)
    assert said.note == line
    assert not said.fields
    assert said.response is None
