"""show and search: what was recorded, in words and as JSON."""

from pathlib import Path

import pytest

from .conftest import Cli

EMPTY: dict[str, object] = {"date": "2026-03-04", "day": None, "runs": [], "reflections": [], "moments": []}


def test_a_missing_journal_reads_as_empty(cli: Cli, home: Path) -> None:
    shown = cli("show", "--json")
    assert (shown.code, shown.json) == (1, EMPTY)
    assert cli("show", "..", "--json").json == []
    assert (cli("search", "word", "--json").json, cli("search", "word").code) == ([], 1)
    export = cli("export")
    assert (export.code, export.out.count("\n")) == (0, 1)
    assert cli("check").code == 1
    for command in ("undo", "redo", "backup"):
        assert cli(command).code == 1
    assert cli("redflags", "--outcome", "by-mistake").code == 1
    assert cli("import", "--list").code == 0
    assert cli("import", "--undo").code == 1
    assert not home.exists()


def test_reading_changes_no_file(cli: Cli, home: Path) -> None:
    cli("log", "pain 4; a long day")
    before = {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in home.rglob("*")}
    for words in (["show"], ["show", ".."], ["search", "long"], ["export"], ["check"], ["where"], ["keys"],
                  ["guide"], ["redflags"], ["import", "--list"], ["log", "4", "--dry-run"]):  # fmt: skip
        assert cli(*words).code == 0
    assert {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in home.rglob("*")} == before


def test_a_day_in_words(cli: Cli) -> None:
    cli("log", "pain 4; woke 2; slept 7.5h; feeling proud; #coffee=2; both thighs; ran 5.2km 31:20 on wet sand")
    shown = cli("show")
    assert shown.code == 0
    for line in (
        "Wed 4 Mar 2026",
        "Journal",
        "  Worst pain: 4 of 10",
        "  Left leg: thigh",
        "  Sleep: 7 h 30",
        "  Feelings: proud",
        "  Factors: coffee 2",
        "Runs and walks",
        "  Run, 5.2 km, 31:20, wet sand",
    ):
        assert line in shown.out.splitlines()


def test_miles_where_the_settings_say_so(cli: Cli, home: Path) -> None:
    home.mkdir()
    (home / "settings.toml").write_text('units = "mi"\n')
    cli("log", "ran 3 mi")
    assert "Run, 3 mi" in cli("show").out


def test_a_day_with_a_run_alone_is_not_empty(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "run.jsonl"
    file.write_text('{"type":"journal","format":1}\n{"type":"run","date":"2026-03-04","kind":"walk"}\n')
    cli("import", str(file))
    shown = cli("show", "--json")
    assert shown.code == 0
    assert shown.json["day"] is None
    assert len(shown.json["runs"]) == 1


@pytest.mark.parametrize(
    ("days", "dates"),
    [
        ("-3d..", ["2026-03-01", "2026-03-03", "2026-03-04"]),
        ("..yesterday", ["2026-02-01", "2026-03-01", "2026-03-03"]),
        ("2026-03-01..2026-03-03", ["2026-03-01", "2026-03-03"]),
        ("today..today", ["2026-03-04"]),
        ("..", ["2026-02-01", "2026-03-01", "2026-03-03", "2026-03-04"]),
    ],
)
def test_a_range_is_a_list_of_recorded_days(cli: Cli, days: str, dates: list[str]) -> None:
    for date in ("today", "2026-02-01", "yesterday", "-3d"):
        cli("ok", f"--date={date}")
    shown = cli("show", days, "--json")
    assert shown.code == 0
    assert [day["date"] for day in shown.json] == dates


def test_an_empty_range_is_exit_1(cli: Cli) -> None:
    cli("ok")
    shown = cli("show", "2026-01-01..2026-02-01", "--json")
    assert (shown.code, shown.json) == (1, [])


@pytest.mark.parametrize("days", ["2026-03-05", "today..yesterday", "yester", "2026-03-01...2026-03-03", "-99999d"])
def test_days_that_cannot_be_are_refused(cli: Cli, days: str) -> None:
    shown = cli("show", days, "--json")
    assert (shown.code, shown.out) == (2, "")
    assert shown.err.count("\n") == 1


def test_search_marks_the_hit(cli: Cli) -> None:
    cli("log", "a long walk in the [red] rain", "--date", "yesterday")
    cli("log", "another long day")
    found = cli("search", "lo", "--json")
    assert found.code == 0
    assert {hit["date"] for hit in found.json} == {"2026-03-03", "2026-03-04"}
    assert found.json[0]["date"] == "2026-03-04"
    assert "a *long* *walk* in the [red] rain" in cli("search", "long", "walk").out


def test_more_hits_than_are_shown_are_told(cli: Cli) -> None:
    for day in range(51):
        cli("log", "rain", f"--date=-{day}d")
    found = cli("search", "rain")
    assert len(found.out.splitlines()) == 50
    assert "50" in found.err


@pytest.mark.parametrize("words", ["!!", '"', "nothing such", "a OR b", "*"])
def test_no_hit_is_exit_1(cli: Cli, words: str) -> None:
    cli("ok")
    found = cli("search", words, "--json")
    assert (found.code, found.json) == (1, [])
    assert found.err.count("\n") == 1


def test_care_stands_in_the_words_of_a_day_and_not_in_its_json(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "care.jsonl"
    path.write_text(
        '{"type":"examination","id":"e","date":"2026-02-01","who":"Dr [L5]","green_light":"yes"}\n'
        '{"type":"question","id":"q","date":"2026-02-03","text":"Is grass softer?"}\n'
        '{"type":"day","date":"2026-02-03","mood":5}\n'
    )
    cli("import", str(path))
    alone = cli("show", "2026-02-01")
    assert (alone.code, alone.out.splitlines()[1:]) == (0, ["Care", "  Examination, Dr [L5], green light to run"])
    both = cli("show", "2026-02-01..2026-02-03").out
    assert "  Question to ask: Is grass softer?" in both
    assert both.index("1 Feb") < both.index("3 Feb")
    asked = cli("show", "2026-02-01", "--json")
    assert (asked.code, asked.json) == (1, {**EMPTY, "date": "2026-02-01"})
    assert set(cli("show", "2026-02-03", "--json").json) == set(EMPTY)
    assert cli("search", "grass").out.startswith("2026-02-03 question to ask: Is *grass* softer")
    assert cli("search", "grass", "--json").json[0]["kind"] == "question"
