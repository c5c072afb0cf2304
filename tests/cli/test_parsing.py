"""Options anywhere, dates that begin with a dash, and errors of one line."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciatica_journal.cli.parsing import Parser, UsageError


def line_parser() -> Parser:
    parser = Parser("log", "A line.", leading_date=True)
    parser.add_argument("text", nargs="*")
    parser.add_argument("--date")
    parser.add_argument("--json", action="store_true")
    return parser


@pytest.mark.parametrize(
    ("words", "text", "date"),
    [
        (["pain", "4"], ["pain", "4"], None),
        (["pain", "4", "--date", "-3d"], ["pain", "4"], "-3d"),
        (["--date=-3d", "pain 4"], ["pain 4"], "-3d"),
        (["pain", "--date", "yesterday", "4"], ["pain", "4"], "yesterday"),
        (["-3d", "pain", "4"], ["pain", "4"], "-3d"),
        (["pain", "-3d"], ["pain", "-3d"], None),
        (["--", "-3d"], ["-3d"], None),
        (["pain 4", "--", "-x", "--json", "--"], ["pain 4", "-x", "--json", "--"], None),
        (["-3", "degrees"], ["-3", "degrees"], None),
        (["- long day at work"], ["- long day at work"], None),
        (["-o dear, pain 4"], ["-o dear, pain 4"], None),
        (["-"], ["-"], None),
        ([""], [""], None),
    ],
)
def test_words_and_options_come_apart(words: list[str], text: list[str], date: str | None) -> None:
    args = line_parser().read(words)
    assert (args.text, args.date) == (text, date)


@pytest.mark.parametrize("words", [["--dat", "today"], ["--date"], ["--date", "--json"], ["-x"], ["pain", "--verbose"]])
def test_what_is_no_option_is_one_line(words: list[str]) -> None:
    with pytest.raises(UsageError) as caught:
        line_parser().read(words)
    assert "\n" not in str(caught.value)
    assert "--help" in caught.value.hint


@given(st.lists(st.text()))
def test_everything_behind_two_dashes_is_text(words: list[str]) -> None:
    assert line_parser().read(["--json", "--", *words]).text == words


@given(st.lists(st.text()))
def test_no_words_raise_anything_but_a_usage_error(words: list[str]) -> None:
    parser = Parser("show", "A day.")
    parser.add_argument("days", nargs="?")
    parser.add_argument("--undo", nargs="?", const="newest")
    with suppress(UsageError):
        args = parser.read([word for word in words if word not in ("-h", "--help")])
        assert args.days is None or args.days in words
