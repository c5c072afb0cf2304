"""Practices and pages: what their content files may hold, and which practice a day offers."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.page import GuidePage
from sciatica_journal.domain.practice import Practice, practice_for

ONE = Practice("a", 1, "A", 5, "B", "", "", (), "How calm?", "Sum.", "Well done.", "Text.")
PAGE = GuidePage("a", "A", 1, (), 4, (), date(2026, 3, 1), False, "", "Text.")
TEN = tuple(replace(ONE, id=f"p{number}", number=number) for number in range(10))


def test_a_week_offers_seven_different_practices_and_ten_days_all() -> None:
    first = date(2026, 3, 1).toordinal()
    assert len({practice_for(TEN, first + day) for day in range(7)}) == 7
    assert {practice_for(TEN, first + day) for day in range(10)} == set(TEN)


def test_another_walks_through_all_and_comes_back() -> None:
    offers = [practice_for(TEN, 5, skipped) for skipped in range(11)]
    assert set(offers) == set(TEN)
    assert offers[0] == offers[10]
    assert offers[1] == practice_for(TEN, 6)


def test_without_practices_none_is_offered() -> None:
    assert practice_for((), 5) is None


@pytest.mark.parametrize(
    ("name", "bad"),
    [("id", ""), ("title", "x" * 61), ("minutes", 0), ("minutes", 61), ("evidence", "E"), ("rating", ""),
     ("summary", "a\nb"), ("closing", " ")],
)  # fmt: skip
def test_a_practice_that_its_file_gets_wrong_is_refused(name: str, bad: Any) -> None:
    with pytest.raises(InvalidValue):
        replace(ONE, **{name: bad})


@pytest.mark.parametrize(("name", "bad"), [("slug", ""), ("title", "a\nb"), ("minutes", 0)])
def test_a_page_that_its_file_gets_wrong_is_refused(name: str, bad: Any) -> None:
    with pytest.raises(InvalidValue):
        replace(PAGE, **{name: bad})
