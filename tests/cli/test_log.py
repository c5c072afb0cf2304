"""log and ok: what is set, what is echoed, what goes where."""

from pathlib import Path

import pytest

from .conftest import Cli

WHOLE = "pain 4, left calf tingling; ran 5k 32:10 track effort 4; stress 3; long day at work"
KEYS = ["date", "line", "note", "day", "runs", "warnings", "flags"]


def test_a_whole_day_in_one_line(cli: Cli) -> None:
    ran = cli("log", WHOLE, "--json")
    assert ran.code == 0
    logged = ran.json
    assert list(logged) == KEYS
    assert (logged["date"], logged["line"], logged["note"]) == ("2026-03-04", WHOLE, "long day at work")
    assert {name: logged["day"][name] for name in ("pain_worst", "leg_left", "tingling", "stress")} == {
        "pain_worst": 4, "leg_left": 5, "tingling": "left", "stress": 3,
    }  # fmt: skip
    assert "leg_right" not in logged["day"]
    (run,) = logged["runs"]
    assert (run["distance_km"], run["duration_min"], run["surface"], run["effort"]) == (5.0, 32.17, "track", 4)
    shown = cli("show", "--json").json
    assert shown["day"] == logged["day"]
    assert shown["runs"] == logged["runs"]


def test_only_what_this_line_set_is_printed(cli: Cli) -> None:
    cli("log", "pain 4; first")
    day = cli("log", "stress 3; second", "--json").json["day"]
    assert "pain_worst" not in day
    assert day["note"] == "second"
    assert cli("show", "--json").json["day"]["note"] == "first\nsecond"


def test_a_day_in_the_line_is_note_and_said_to_be(cli: Cli) -> None:
    ran = cli("log", "2026-03-01", "pain", "3")
    assert "note: 2026-03-01\n" in ran.out
    assert "“2026-03-01” is kept as note; the line is for Wed 4 Mar 2026." in ran.err
    assert "--date" in ran.err
    assert "“yesterday” is kept" in cli("log", "yesterday pain 3", "--dry-run").err
    for harmless in (
        "pain 3; scan on 2026-04-01",
        "yesterday was hard; pain 3",
        "pain 3 2026-03-04",
        "sun, pain 3 may",
    ):
        assert cli("log", harmless, "--dry-run", "--json").json["warnings"] == [], harmless


def test_the_echo_says_what_was_understood(cli: Cli) -> None:
    ran = cli("log", "pain", "4,", "left", "calf;", "[/x] long day")
    assert ran.code == 0
    assert ran.out.startswith("Wed 4 Mar 2026, saved:\n")
    assert "  worst pain 4\n" in ran.out
    assert ran.out.endswith("  note: [/x] long day\n")
    assert ran.err == ""


def test_a_dry_run_writes_nothing_and_says_the_same(cli: Cli, home: Path) -> None:
    dry = cli("log", WHOLE, "--dry-run", "--json").json
    assert not home.exists()
    wet = cli("log", WHOLE, "--json").json
    for logged in (dry, wet):
        logged["runs"][0].pop("id")
    assert dry == wet


@pytest.mark.parametrize(
    ("words", "date"),
    [
        (["4", "--date", "yesterday"], "2026-03-03"),
        (["4", "--date", "-3d"], "2026-03-01"),
        (["--date=-3d", "4"], "2026-03-01"),
        (["-3d", "4"], "2026-03-01"),
        (["4", "--date", "wednesday"], "2026-02-25"),
        (["4", "--date", "2026-01-31"], "2026-01-31"),
    ],
)
def test_dates(cli: Cli, words: list[str], date: str) -> None:
    logged = cli("log", *words, "--json").json
    assert (logged["date"], logged["line"]) == (date, "4")


@pytest.mark.parametrize("date", ["tomorrow", "2026-03-05", "2026-02-30", "", "-3", "1850-01-01"])
def test_a_date_that_cannot_be_writes_nothing(cli: Cli, home: Path, date: str) -> None:
    ran = cli("log", "4", f"--date={date}")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert not home.exists()


def test_words_with_dashes_stay_words(cli: Cli) -> None:
    assert cli("log", "pain 4;", "--", "-x", "--json").code == 0
    assert cli("show", "--json").json["day"]["note"] == "-x --json"
    refused = cli("log", "pain", "4", "-x")
    assert refused.code == 2
    assert "--" in refused.err


def test_standard_input_is_one_entry(cli: Cli) -> None:
    logged = cli("log", "-", "--json", stdin="pain 4\nleft calf\n\nlong day\n").json
    assert logged["line"] == "pain 4\nleft calf\n\nlong day"
    assert (logged["day"]["pain_worst"], logged["day"]["leg_left"], logged["note"]) == (4, 5, "long day")
    cli("undo")
    assert cli("show", "--json").json["day"] is None


@pytest.mark.parametrize(("words", "stdin"), [([], ""), ([""], ""), (["-"], ""), (["-"], " \n\n"), ([" "], "")])
def test_no_text_is_refused(cli: Cli, home: Path, words: list[str], stdin: str) -> None:
    ran = cli("log", *words, stdin=stdin)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert not home.exists()


def test_warnings_go_to_standard_error_and_into_the_json(cli: Cli) -> None:
    ran = cli("log", "pain 14", "--json")
    assert ran.code == 0
    assert ran.json["note"] == "pain 14"
    assert len(ran.json["warnings"]) == 1
    assert ran.json["warnings"][0] in ran.err


def test_a_response_belongs_to_yesterdays_run(cli: Cli) -> None:
    cli("log", "ran 5k", "--date", "yesterday")
    assert cli("log", "settled", "--json").json["warnings"] == []
    assert cli("show", "yesterday", "--json").json["runs"][0]["response"] == "settled"


@pytest.mark.parametrize("dry", [[], ["--dry-run"]])
def test_a_response_without_a_run_stays_in_the_note(cli: Cli, dry: list[str]) -> None:
    logged = cli("log", "settled", "--json", *dry).json
    assert logged["note"] == "settled"
    assert len(logged["warnings"]) == 1


@pytest.mark.parametrize("dry", [[], ["--dry-run"]])
def test_safety_words_go_to_standard_error(cli: Cli, dry: list[str]) -> None:
    ran = cli("log", "numb between my legs since morning", "--json", *dry)
    assert ran.code == 0
    assert ran.json["flags"] == ["saddle"]
    assert ran.err.startswith("URGENT: ")


def test_ok_sets_only_uneventful(cli: Cli) -> None:
    cli("log", "pain 2")
    ran = cli("ok", "--json")
    assert list(ran.json) == KEYS
    assert ran.json["day"] == {"type": "day", "date": "2026-03-04", "uneventful": True}
    shown = cli("show", "--json").json["day"]
    assert (shown["uneventful"], shown["pain_worst"], shown["lines"]) == (True, 2, ["pain 2"])


def test_ok_for_a_past_day(cli: Cli) -> None:
    assert cli("ok", "-3d").out == "Sun 1 Mar 2026: a quiet day, saved.\n"
    assert cli("ok", "--date", "-2d", "--json").json["date"] == "2026-03-02"
    assert cli("ok", "--date", "2026-03-05").code == 2
