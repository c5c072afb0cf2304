"""What holds for every line, however it is written."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.line.apply import apply_to_day, run_of
from sciatica_journal.domain.line.echo import echo
from sciatica_journal.domain.line.parse import parse
from sciatica_journal.domain.line.words import KNOWN
from sciatica_journal.domain.text import clean

DAY = date(2026, 3, 1)

PARTS = (
    "pain 4", "left calf tingling", "ran 5k 32:10 track effort 4", "stress 3", "mood 5", "slept 6h", "settled",
    "woke 2",
    "energy 5", "#coffee=2", "took 2 painkillers", "numb right foot", "walked 40 min on a trail", "not weak",
    "feeling proud, worried", "function 7", "lower back",
)  # fmt: skip
BITS = st.one_of(
    st.sampled_from(sorted(KNOWN)),
    st.sampled_from(PARTS),
    st.sampled_from(["4", "11", "4/10", "4.5", "-3", "5k", "3 mi", "32:10", "1h20", "40", "min", "#a", ",", ";", "\n"]),
    st.text(max_size=6),
)
LINES = st.lists(BITS, max_size=14).map(" ".join)


@given(st.one_of(st.text(max_size=80), LINES))
@settings(max_examples=150, deadline=None)
def test_any_text_is_a_line_and_gives_a_valid_day(text: str) -> None:
    said = parse(text)
    assert said.line == clean(text)
    day = apply_to_day(said, Day(DAY))
    for number, part in enumerate(said.runs):
        run = run_of(part, str(number), DAY)
        assert run.distance_km is not None or run.duration_min is not None
    assert day.note == said.note
    assert all("\n" not in item for item in (*said.warnings, *said.questions))
    assert echo(said, "mi") or said.note is None


@given(LINES)
@settings(max_examples=120, deadline=None)
def test_the_note_is_made_of_the_line_in_its_order(text: str) -> None:
    said = parse(text)
    position = 0
    for word in (said.note or "").replace("; ", " ").split():
        position = said.line.find(word.strip(";"), position)
        assert position >= 0, word


@given(st.lists(st.from_regex(r"[bcdfgjqvxz]{7,9}", fullmatch=True), min_size=1, max_size=4), st.sampled_from(PARTS))
@settings(max_examples=80, deadline=None)
def test_words_that_nobody_knows_are_all_in_the_note(words: list[str], part: str) -> None:
    said = parse(f"{' '.join(words)}; {part}")
    assert said.note == " ".join(words)


@given(st.permutations(PARTS), st.sampled_from([", ", "; ", "\n"]))
@settings(max_examples=80, deadline=None)
def test_the_order_and_the_separator_do_not_matter(parts: list[str], separator: str) -> None:
    said, straight = parse(separator.join(parts)), parse("; ".join(PARTS))
    assert said.fields == straight.fields
    assert said.feelings == straight.feelings
    assert said.factors == straight.factors
    assert said.response == straight.response
    assert set(said.runs) == set(straight.runs)
    assert said.note is None


@given(st.permutations(PARTS))
@settings(max_examples=80, deadline=None)
def test_no_separator_is_needed(parts: list[str]) -> None:
    said, straight = parse(" ".join(parts)), parse("; ".join(PARTS))
    assert said.fields == straight.fields
    assert set(said.runs) == set(straight.runs)
    assert said.response == straight.response


@pytest.mark.parametrize(
    "unit",
    ["a", "1", "1,", ",", "www.", "pain 4 ", "pain 11 ", "numb ", "no numb, ", "ran ", "ran 5k ", "run/", "run easy ",
     "1 before ", "left calf ", "left and right and ", "thigh to ", "feeling sad, ", "#a=1 ", "an hour ", "flare up ",
     "limped, ", "no limp ", "ran 5k limped ", "😀"],
)  # fmt: skip
def test_a_hundred_thousand_characters_are_read_in_a_moment(unit: str) -> None:
    line = "ran 5k " + unit * (100_000 // len(unit))
    start = time.process_time()
    said = parse(line)
    assert time.process_time() - start < 10
    assert said.line == line
