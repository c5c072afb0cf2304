"""Very long lines: their beginning is read, all of them is kept, and none takes long."""

from time import perf_counter

import pytest

from sciatica_journal.domain.line.parse import LONGEST_READ, parse


def test_the_beginning_of_a_long_line_is_read_and_the_rest_is_note() -> None:
    prose = "; ".join(["a long day at work"] * 2000)
    said = parse(f"pain 4, left calf; {prose}; stress 7")
    assert said.fields == {"pain_worst": 4, "leg_left": 5}
    assert said.note == f"{prose}; stress 7"
    assert len(said.warnings) == 1
    assert "the rest stays in the note" in said.warnings[0]


def test_a_word_too_long_to_be_read_is_all_note() -> None:
    said = parse("x" * (LONGEST_READ + 1))
    assert said.note == said.line
    assert [warning for warning in said.warnings if "all of it stays" in warning] == list(said.warnings) != []


def test_a_line_of_the_longest_length_is_read_to_its_end() -> None:
    line = f"{'x' * (LONGEST_READ - 10)}, stress 7"
    assert len(line) == LONGEST_READ
    assert parse(line).fields == {"stress": 7}
    assert parse(line).warnings == ()


@pytest.mark.parametrize("word", ["x", "5,2", "pain 4 "])
def test_no_word_is_cut_in_two(word: str) -> None:
    line = word * LONGEST_READ
    said = parse(line)
    assert said.line == line
    assert (said.note or "").replace("; ", " ").count(word.strip()) >= LONGEST_READ - 1


@pytest.mark.timeout(30)
@pytest.mark.parametrize("part", ["ran 5k; ", "left calf tingling, ", "4 ", "a,", "long day at work "])
def test_a_line_of_any_length_is_read_soon(part: str) -> None:
    line = part * (640_000 // len(part))
    began = perf_counter()
    parse(line)
    assert perf_counter() - began < 2
