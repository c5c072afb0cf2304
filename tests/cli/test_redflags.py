"""redflags, and the reminder that every command repeats while one is open."""

import json
from pathlib import Path

import pytest

from .conftest import Cli

SIGN = "numb between my legs since morning"


def test_every_command_repeats_one_line_until_an_outcome_is_recorded(cli: Cli) -> None:
    cli("log", SIGN)
    for words in (["show"], ["keys"], ["show", "-9d"], ["ok"], ["guide"], ["show", "2027-01-01"]):
        lines = [line for line in cli(*words).err.splitlines() if line.startswith("Still open: ")]
        assert len(lines) == 1
    done = cli("redflags", "--outcome", "seen-cleared", "--told", "examined \udcff, all well")
    assert (done.code, done.err) == (0, "")
    assert cli("show").err == ""
    assert cli("redflags", "--outcome", "seen-cleared").code == 1


def test_a_line_that_says_an_open_sign_again_carries_its_flag(cli: Cli) -> None:
    assert cli("log", "--json", SIGN).json["flags"] == ["saddle"]
    assert cli("log", "--json", "still numb between my legs; can't pee").json["flags"] == ["bladder", "saddle"]
    assert cli("log", "--json", "long day").json["flags"] == []


def test_the_page_shows_what_is_open_first(cli: Cli) -> None:
    cli("log", SIGN)
    page = cli("redflags")
    assert page.code == 0
    assert page.out.startswith("OPEN since 2026-03-04: ")
    assert "cauda equina" in page.out
    opened = cli("redflags", "--json").json["open"]
    assert [flag["trigger"] for flag in opened] == ["saddle"]


def test_the_page_can_be_read_without_a_journal(cli: Cli) -> None:
    page = cli("redflags")
    assert (page.code, page.err) == (0, "")
    assert "EMERGENCY, group 1" in page.out


def test_the_page_and_the_guide_begin_with_the_numbers_to_call(cli: Cli) -> None:
    assert cli("redflags").out.startswith("Call: ")
    assert cli("redflags", "--json").json["emergency"]
    assert "Call: " in cli("guide", "red-flags").out
    assert "Lines you can call" in cli("guide", "support").out


def test_what_was_said_of_running_outlasts_the_flag(cli: Cli) -> None:
    cli("log", "weak left")
    assert cli("redflags", "--outcome", "by-mistake", "--running", "yes").code == 2
    assert cli("redflags", "--outcome", "seen-treated", "--limits", "flat").code == 2
    assert cli("redflags", "--running", "yes").code == 2
    done = cli("redflags", "--outcome", "seen-treated", "--running", "not_yet", "--told", "two weeks off")
    assert done.code == 0
    kept = [json.loads(line) for line in cli("export").out.splitlines() if '"examination"' in line]
    assert [(one["green_light"], one["told"]) for one in kept] == [("not_yet", "two weeks off")]


def test_an_outcome_can_be_of_one_flag(cli: Cli) -> None:
    cli("log", SIGN)
    cli("log", "weak left")
    assert [flag["trigger"] for flag in cli("redflags", "--json").json["open"]] == ["saddle", "weakness"]
    assert cli("redflags", "--outcome", "seen-cleared", "--only", "elbow").code == 1
    done = cli("redflags", "--outcome", "seen-cleared", "--only", "saddle")
    assert done.code == 0
    assert "doctor today" in done.err
    assert [flag["tier"] for flag in cli("redflags", "--json").json["open"]] == ["S"]


def test_a_question_is_answered_here_too(cli: Cli) -> None:
    cli("log", "wiping feels numb; foot drop left")
    both = cli("redflags", "--answer", "no")
    assert both.code == 2
    assert "saddle, foot_drop" in both.err
    no = cli("redflags", "--answer", "no", "--only", "saddle", "--json")
    assert (no.code, no.json) == (0, {"flag": "saddle", "answer": "no", "open": False})
    yes = cli("redflags", "--answer", "unsure")
    assert "doctor today" in yes.out
    opened = cli("redflags", "--json").json["open"]
    assert [(flag["trigger"], flag["question"]) for flag in opened] == [("foot_drop", None)]
    assert cli("redflags", "--answer", "no").code == 1, "what was a yes is closed by an outcome only"
    assert cli("redflags", "--answer", "no", "--outcome", "by-mistake").code == 2


def test_an_appointment_is_listed_and_not_repeated_by_every_command(cli: Cli) -> None:
    flags = [cli("log", "5", "--date", f"-{days}d", "--json").json["flags"] for days in range(60, -1, -1)]
    assert [flag for flag in flags if flag] == [["not_improving"]]
    assert cli("show").err == ""
    assert [flag["tier"] for flag in cli("redflags", "--json").json["open"]] == ["G"]
    assert cli("redflags", "--outcome", "seen-treated").code == 0
    assert cli("redflags", "--json").json["open"] == []


def test_the_same_line_on_a_dry_run_and_logged_raises_the_same_emergency(cli: Cli) -> None:
    dry = cli("log", SIGN, "--dry-run", "--json").json["flags"]
    assert cli("log", SIGN, "--json").json["flags"] == dry == ["saddle"]


@pytest.mark.parametrize(
    "words", [["--only", "saddle"], ["--outcome", "gone"], ["--told", "it went away"], ["--outcome"]]
)
def test_what_closes_no_flag(cli: Cli, words: list[str]) -> None:
    cli("log", SIGN)
    assert cli("redflags", *words).code == 2
    assert cli("show").err.startswith("Still open: ")


def test_an_outcome_recorded_by_mistake_is_taken_back(cli: Cli, home: Path) -> None:
    assert cli("redflags", "--reopen", "saddle").code == 1
    assert not (home / "journal.db").exists(), "to take nothing back makes no journal"
    cli("log", SIGN)
    cli("redflags", "--answer", "no")
    assert "`sciatica-journal redflags --reopen saddle`" in cli("redflags").out.replace("\n", " ")
    [closed] = cli("redflags", "--json").json["closed"]
    assert (closed["trigger"], closed["outcome"], closed["date"]) == ("saddle", "by-mistake", "2026-03-04")
    assert cli("redflags", "--reopen", "saddle", "--outcome", "by-mistake").code == 2
    again = cli("redflags", "--reopen", "saddle")
    assert again.code == 0
    assert again.out.startswith("OPEN since 2026-03-04: ")
    assert "Still open: " in cli("show").err
    assert cli("redflags", "--json").json["closed"] == []
