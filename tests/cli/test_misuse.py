"""Wrong words: each refusal says in a newcomer's words what is wrong and what to type instead."""

from pathlib import Path

import pytest

from sciatica_journal.cli.parsing import in_plain_words

from .conftest import Cli


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["logg", "4"], ("no command 'logg'", "Did you mean log?")),
        (["Show"], ("Did you mean show?",)),
        (["--verison"], ("no option '--verison'", "Did you mean --version?")),
        (["--json", "show"], ("Options go after the command",)),
        (["pain 4, left calf"], ("A line is logged with `sciatica-journal log`",)),
        (["4"], ("A line is logged with `sciatica-journal log`",)),
        (["log", "4", "--dat", "today"], ("no option '--dat'", "Did you mean --date?", "Put -- before")),
        (["log", "4", "--dryrun"], ("Did you mean --dry-run?",)),
        (["log", "4", "--date"], ("--date needs a value",)),
        (["log", "4", "--date", "today", "--date=today"], ("--date is given twice",)),
        (["log", "-3d", "4", "--date", "today"], ("--date is given twice",)),
        (["log", "4", "--json=1"], ("--json takes no value",)),
        (["ok", "today"], ("cannot use the word 'today'", "A day goes after --date")),
        (["ok", "-d"], ("no option '-d'",)),
        (["show", "monday", "today"], ("cannot use the word 'today'", "monday..today")),
        (["undo", "2"], ("cannot use the word '2'",)),
        (["search"], ("WORDS is missing",)),
        (["search", "-x"], ("no option '-x'", "Put -- before")),
        (["reflect", "hello"], ("not written after the command", "reflect -")),
        (["reflect", "-", "--before", "x"], ("--before is a whole number, not 'x'",)),
        (["redflags", "--outcome", "fine"], ("--outcome cannot be 'fine'", "seen-cleared")),
        (["export", "--format", "xml"], ("--format cannot be 'xml'", "markdown")),
        (["export", "--format", "csv", "-o", "-"], ("not to standard output",)),
        (["export", "-oa", "-ob"], ("-o is given twice",)),
        (["import", "-"], ("not standard input",)),
        (["import", ""], ("The path is empty",)),
        (["import", "--undo", "--dry-run"], ("cannot be tried out",)),
        (["backup", ""], ("The path is empty",)),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_misuse_is_told_in_one_plain_line(cli: Cli, home: Path, words: list[str], says: tuple[str, ...]) -> None:
    ran = cli(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("sciatica-journal: ")
    assert ran.err.count("\n") == 1
    for words_said in says:
        assert words_said in ran.err
    assert "rgument" not in ran.err, "a word of programmers"
    assert "Put --" not in ran.err or words[0] in ("log", "search")
    assert not home.exists()


@pytest.mark.parametrize("words", [["help"], ["help", "log"], ["--", "log", "--help"]])
def test_help_is_found_however_it_is_asked_for(cli: Cli, words: list[str]) -> None:
    ran = cli(*words)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("usage: sciatica-journal log" if "log" in words else "usage: sciatica-journal [command]")


@pytest.mark.parametrize("words", ["", " ", "*", '"', "-"])
def test_a_search_for_no_word_says_so(cli: Cli, words: str) -> None:
    ran = cli("search", "--json", "--", words)
    assert (ran.code, ran.json) == (1, [])
    assert "There is no word to look for" in ran.err


def test_outcomes_are_understood_with_underscores_too(cli: Cli) -> None:
    assert "No red flag is open" in cli("redflags", "--outcome", "seen_cleared").err


def test_a_message_that_is_not_known_stays() -> None:
    assert in_plain_words("something new happened.") == "Something new happened."
