"""What two windows wrote into one record: no word of either is lost."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciatica_journal.domain.merge import merge_fields, merged_text

pieces = st.lists(st.sampled_from(["ran", "run", "running", "5", "15k", " ", "\n", "cat", "concat"]), max_size=6).map(
    "".join
)


@given(pieces, pieces, pieces)
def test_a_merged_text_holds_every_word_that_either_window_has_changed(seen: str, mine: str, theirs: str) -> None:
    merged = merged_text(seen, mine, theirs).split()
    if mine != seen:
        assert set(mine.split()) <= set(merged)
    if theirs != seen:
        assert set(theirs.split()) <= set(merged)


@given(pieces, pieces)
def test_where_one_window_changed_nothing_the_other_s_text_stands(seen: str, mine: str) -> None:
    assert merged_text(seen, mine, seen) == mine
    assert merged_text(seen, seen, mine) == mine


@given(pieces, pieces, pieces)
def test_merging_again_what_was_merged_adds_nothing(seen: str, mine: str, theirs: str) -> None:
    merged = merged_text(seen, mine, theirs)
    assert merged_text(merged, merged, merged) == merged
    assert merged_text(theirs, merged, theirs) == merged


@pytest.mark.parametrize(
    ("seen", "mine", "theirs", "merged"),
    [
        ("", "a note", "another", "another\na note"),
        ("Slept well.", "Slept well. Ran.", "Slept well. Swam.", "Slept well. Swam.\nRan."),
        ("I went ru", "I went running", "I went ru home", "I went ru home\nrunning"),
        ("old", "mine", "theirs", "theirs\n\nmine"),
        ("15k", "15k", "5", "5"),
        ("", "ran 15k", "5", "5\nran 15k"),
        ("a", "a b", "", "a b"),
    ],
)
def test_how_texts_are_put_together(seen: str, mine: str, theirs: str, merged: str) -> None:
    assert merged_text(seen, mine, theirs) == merged


@pytest.mark.parametrize(
    ("mine", "seen", "theirs", "value", "clashes"),
    [
        (4, 3, 3, 4, ()),
        (4, 3, 4, 4, ()),
        (4, 3, 5, 4, ("x",)),
        ("left", "none", "right", "left", ("x",)),
        (None, "left", "right", None, ("x",)),
        (("proud",), (), ("sad",), ("sad", "proud"), ("x",)),
    ],
)
def test_one_value_is_this_window_s_several_are_those_of_both_and_the_clash_is_told(
    mine: Any, seen: Any, theirs: Any, value: Any, clashes: tuple[str, ...]
) -> None:
    assert merge_fields({"x": mine}, {"x": seen}, {"x": theirs}) == ({"x": value}, clashes)


def test_a_note_keeps_both() -> None:
    values, clashes = merge_fields({"note": "mine", "stress": 3}, {"note": None}, {"note": "theirs", "stress": 9})
    assert values == {"note": "theirs\nmine", "stress": 3}
    assert clashes == ("note",)


def test_a_note_that_one_window_cleared_keeps_the_other_s_words() -> None:
    assert merge_fields({"note": None}, {"note": "a"}, {"note": "a b"}) == ({"note": "a b"}, ("note",))
    assert merge_fields({"note": None}, {"note": "a"}, {"note": "a"}) == ({"note": None}, ())
