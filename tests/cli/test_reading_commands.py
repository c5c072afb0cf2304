"""keys, guide, where: text to read, and JSON of the same."""

from pathlib import Path

import pytest

from sciatica_journal.cli.folding import folded, plain_text
from sciatica_journal.domain.commands import COMMANDS

from .conftest import Cli


def test_keys_lists_them_by_place(cli: Cli) -> None:
    ran = cli("keys")
    assert ran.code == 0
    assert "Everywhere\n  F1 " in ran.out
    for command in COMMANDS:
        assert f" {command.id}: {command.help}" in ran.out


def test_keys_shows_the_users_own_and_says_what_is_wrong_with_them(cli: Cli, home: Path) -> None:
    home.mkdir()
    (home / "settings.toml").write_text('[keys]\nundo = "F7"\nnonsense = "x"\n')
    ran = cli("keys", "--json")
    assert [key["keys"] for key in ran.json if key["id"] == "undo"] == [["F7"]]
    assert "nonsense" in ran.err


def test_guide_lists_pages_with_minutes(cli: Cli) -> None:
    ran = cli("guide")
    assert ran.code == 0
    assert "red-flags: Red flags, 4 min." in ran.out


def test_a_page_is_folded_and_without_markup(cli: Cli) -> None:
    ran = cli("guide", "red-flags")
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "**" not in ran.out
    assert "](" not in ran.out
    assert "Not reviewed by a clinician." in ran.out


def test_an_unknown_page_names_the_pages(cli: Cli) -> None:
    ran = cli("guide", "running-shoes")
    assert (ran.code, ran.out) == (1, "")
    assert "red-flags" in ran.err


def test_where_answers_without_a_journal(cli: Cli, home: Path) -> None:
    ran = cli("where", "--json")
    assert ran.code == 0
    assert ran.json["journal"] == str(home / "journal.db")
    assert ran.json["exists"] is False
    assert not home.exists()


def test_where_says_why_a_journal_does_not_open(cli: Cli, home: Path) -> None:
    home.mkdir()
    (home / "journal.db").write_text("short")
    ran = cli("where")
    assert ran.code == 0
    assert "5 bytes" in ran.out


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("## A heading\n\nA **big** [page](a.md).", "A heading\n\nA big page\n(page a)."),
        ("- one two three\n- four\n  five", "- one two\n  three\n- four five"),
        ("1. first\n2. second", "1. first\n2. second"),
        ("[x] and [L5-S1] stay", "[x] and\n[L5-S1] stay"),
        ("<https://example.org>", "<https://example.org>"),
    ],
)
def test_markdown_becomes_plain_text(markdown: str, text: str) -> None:
    assert plain_text(markdown, 12) == text


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("short", "short"),
        ("  a line of more", "  a line of\n  more"),
        ("- an item of more", "- an item of\n  more"),
        ("a table   42 d  14 d", "a table   42 d  14 d"),
        ("[L5-S1]overlong-word", "[L5-S1]overlong-word"),
    ],
)
def test_lines_are_folded_under_their_first_word(line: str, lines: str) -> None:
    assert folded(line, 12) == lines
