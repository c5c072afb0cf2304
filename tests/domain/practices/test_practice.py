"""Practices and pages: what their content files may hold, and two columns that are one text."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.page import GuidePage
from sciatica_journal.domain.practices.columns import joined, lacking, parted
from sciatica_journal.domain.practices.practice import Practice, Repeat

ONE = Practice("a", 1, "A", 5, "B", "", "", (), "How calm?", "Sum.", "Well done.", "Text.")
PAGE = GuidePage("a", "A", 1, (), 4, (), date(2026, 3, 1), False, "", "Text.")
TITLES = ("Points to body", "Points to stress")


@pytest.mark.parametrize(
    ("name", "bad"),
    [("id", ""), ("title", "x" * 61), ("minutes", 0), ("minutes", 61), ("evidence", "E"), ("rating", ""),
     ("summary", "a\nb"), ("closing", " "), ("group", "monthly"), ("turn", -1), ("traits", frozenset({"odd"})),
     ("columns", ("one",)), ("columns", ("one", ""))],
)  # fmt: skip
def test_a_practice_that_its_file_gets_wrong_is_refused(name: str, bad: Any) -> None:
    with pytest.raises(InvalidValue):
        replace(ONE, **{name: bad})


@pytest.mark.parametrize("bad", [{"gap_days": -1}, {"sessions": 0}, {"rest_days": 366}])
def test_a_repeat_out_of_range_is_refused(bad: dict[str, int]) -> None:
    with pytest.raises(InvalidValue):
        Repeat(**bad)


@pytest.mark.parametrize(("name", "bad"), [("slug", ""), ("title", "a\nb"), ("minutes", 0)])
def test_a_page_that_its_file_gets_wrong_is_refused(name: str, bad: Any) -> None:
    with pytest.raises(InvalidValue):
        replace(PAGE, **{name: bad})


columns = st.text(st.sampled_from("ab \n[]/")).filter(lambda text: not any(title in text for title in TITLES))


@given(columns, columns)
def test_two_columns_come_apart_as_they_were_joined(left: str, right: str) -> None:
    text = joined(TITLES, (left, right))
    assert parted(TITLES, text) == ((left, right) if text else ("", ""))


@given(columns, columns)
def test_what_the_file_strips_costs_no_word(left: str, right: str) -> None:
    kept = parted(TITLES, joined(TITLES, (left, right)).strip())
    assert [part.split() for part in kept] == [left.split(), right.split()]


@pytest.mark.parametrize(
    ("text", "parts"),
    [("", ("", "")), ("loose words", ("loose words", "")), ("Points to stress\nonly", ("", "only")),
     ("loose\n\nPoints to body\nmore\n\nPoints to stress\nx", ("loose\nmore", "x"))],
)  # fmt: skip
def test_a_text_from_elsewhere_loses_nothing(text: str, parts: tuple[str, str]) -> None:
    assert parted(TITLES, text) == parts


def test_an_empty_side_is_named() -> None:
    assert lacking(TITLES, joined(TITLES, ("a", " \n"))) == ("Points to stress",)
    assert lacking(TITLES, joined(TITLES, ("a", "b"))) == ()
    assert lacking(TITLES, "") == TITLES
