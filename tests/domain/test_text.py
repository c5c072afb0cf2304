"""Text that a person or a file gave: made safe to keep, and safe to show."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.safe import safe
from sciatica_journal.domain.text import MAX_TEXT, clean, clean_or_none, one_line

anything = st.text(st.characters(exclude_categories=())) | st.text(
    "\r\n\t \x00\x1b\x7f\x85\x9b\ud800\udfffe\u0301\u2028", max_size=9
)


@given(anything)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert one_line(one_line(text)) == one_line(text)
    assert clean_or_none(clean_or_none(text)) == clean_or_none(text)


@given(anything)
def test_clean_text_can_be_kept_in_any_file(text: str) -> None:
    kept = clean(text)
    assert kept.encode("utf-8").decode("utf-8") == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert all(char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs") for char in kept)


@given(st.text())
def test_no_character_is_lost_without_a_mark(text: str) -> None:
    plain = text.replace("\r\n", "\n")
    decomposed = unicodedata.normalize("NFD", clean(text))
    marked = sum(char not in "\n\t\r" and unicodedata.category(char) == "Cc" for char in plain)
    assert len(decomposed) == len(unicodedata.normalize("NFD", plain))
    assert decomposed.count("\ufffd") == marked + plain.count("\ufffd")


@given(anything)
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1
    assert one_line(text) == one_line(text).strip()


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("e\u0301", "é"),
        ("\x1b[31mred", "\ufffd[31mred"),
        ("\x00", "\ufffd"),
        ("\ud800", "\ufffd"),
        ("[L5-S1] [/x] 🏃🏽‍♀️\t\u202e", "[L5-S1] [/x] 🏃🏽‍♀️\t\u202e"),
    ],
)
def test_what_is_kept(given_text: str, kept: str) -> None:
    assert clean(given_text) == kept


def test_white_space_alone_is_nothing() -> None:
    assert clean_or_none(None) is None
    assert clean_or_none(" \n\t\u2003") is None
    assert clean_or_none(" a ") == " a "


def test_a_text_that_is_too_long_is_refused_also_if_cleaning_makes_it_so() -> None:
    assert len(clean("a" * MAX_TEXT)) == MAX_TEXT
    for text in ("a" * (MAX_TEXT + 1), "\ufb2c" * (MAX_TEXT // 2)):
        with pytest.raises(InvalidValue, match=r"The most is 4,000,000\."):
            clean(text)


@given(anything)
def test_safe_text_has_nothing_that_a_terminal_obeys(text: str) -> None:
    shown = safe(text)
    assert safe(shown) == shown
    assert not set(shown) & {"\x1b", "\x9b", "\x9d", "\x07", "\r", "\x00", "\u202e", "\u200b", "\x7f"}


def test_safe_text_keeps_what_people_write() -> None:
    assert safe("5 km [track]\n\tcafé co\u00adop 🏃🏽‍♀️ خسته‌ام") == "5 km [track]\n\tcafé co\u00adop 🏃🏽‍♀️ خسته‌ام"
