"""Failures: one line that says what is wrong and what is safe all the same, and with --json still one document."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Cli

FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")


def full(home: Path, *words: str) -> "subprocess.CompletedProcess[bytes]":
    with Path("/dev/full").open("wb") as out:
        return subprocess.run(
            [sys.executable, "-m", "sciatica_journal", *words], stdout=out, stderr=subprocess.PIPE, check=False,
            env={**os.environ, "SCIATICA_JOURNAL_HOME": str(home)}, input=b"words", timeout=60,
        )  # fmt: skip


@FULL
@pytest.mark.parametrize(
    ("words", "assured"),
    [
        (["log", "pain 4"], b"is saved."), (["log", "pain 4", "--json"], b"is saved."), (["ok"], b"is saved."),
        (["reflect", "-", "--json"], b"The reflection is kept."), (["undo"], b"undone and saved"),
        (["backup"], b"The backup is made"), (["log", "x" * 40_000], b"is saved."),
    ],
)  # fmt: skip
def test_what_is_saved_is_said_where_nothing_can_be_printed(home: Path, words: list[str], assured: bytes) -> None:
    full(home, "ok")
    done = full(home, *words)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"Standard output cannot be written" in done.stderr
    assert assured in done.stderr


@FULL
@pytest.mark.parametrize("words", [["show"], ["log", "pain 4", "--dry-run"], ["where"], ["guide"]])
def test_what_saves_nothing_assures_nothing(home: Path, words: list[str]) -> None:
    full(home, "ok")
    done = full(home, *words)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b"saved" not in done.stderr


@pytest.mark.parametrize(
    ("words", "document"),
    [
        (["undo"], {"change": None, "date": None}),
        (["redo"], {"change": None, "date": None}),
        (["versions"], {"date": "2026-03-04", "versions": []}),
        (["search", "nothing"], []),
        (["show", ".."], []),
        (["redflags", "--outcome", "seen-cleared"], None),
        (["import", "--undo"], None),
        (["import", "missing.jsonl"], None),
        (["backup"], None),
        (["restore", "missing.db"], None),
        (["guide", "nonsense"], None),
        (["reflect", "-", "--practice", "nonsense"], None),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_not_there_is_a_document_too(cli: Cli, home: Path, words: list[str], document: object) -> None:
    ran = cli(*words, "--json")
    assert ran.code == 1
    assert ran.err.count("\n") == 1
    if document is None:
        assert list(ran.json) == ["error", "hint"]
        assert ran.err == f"sciatica-journal: {ran.json['error']} {ran.json['hint']}".rstrip() + "\n"
    else:
        assert ran.json == document
    assert not home.exists()


def test_undo_of_nothing_in_a_journal_is_a_document(cli: Cli) -> None:
    cli("ok")
    cli("undo")
    assert cli("undo", "--json").json == {"change": None, "date": None}


def test_an_empty_reflection_is_a_document(cli: Cli, home: Path) -> None:
    ran = cli("reflect", "-", "--json", "--practice", "kind_coach", stdin=" \n")
    assert (ran.code, ran.err.count("\n")) == (0, 1)
    assert ran.json == {"id": None, "date": "2026-03-04", "practice": "kind_coach", "kept": False, "flags": []}
    assert not home.exists()


@pytest.mark.parametrize("words", [["show"], ["search", "x"], ["undo"], ["log", "4", "--date", "tomorrow"], ["import"]])
def test_a_failure_is_one_line_with_bad_settings_too(cli: Cli, home: Path, words: list[str]) -> None:
    home.mkdir()
    (home / "settings.toml").write_text('units = "furlongs"\nmode = "dark"\ncolour = "blue"\n')
    ran = cli(*words)
    assert ran.code in (1, 2)
    assert ran.err.count("\n") == 1
    assert ran.err.startswith("sciatica-journal: ")
    assert "furlongs" in ran.err


def test_a_day_is_logged_whatever_the_settings_file_holds(cli: Cli, home: Path) -> None:
    home.mkdir()
    (home / "settings.toml").write_text("".join(f"n{number} = 1\n" for number in range(4993)))
    ran = cli("log", "numb between my legs")
    assert ran.code == 0
    assert ran.err.startswith("URGENT: "), "safety comes before settings"
    assert len(ran.err.splitlines()) < 10


def test_many_warnings_are_counted(cli: Cli) -> None:
    ran = cli("log", "; ".join(f"stress {number}" for number in range(11, 40)))
    assert len(ran.err.splitlines()) == 6
    assert "And 24 more warnings" in ran.err


@pytest.mark.parametrize(
    "words",
    [["show"], ["search"], ["import"], ["log", "4", "--date"], ["edit"], ["guide"], ["restore"], ["backup"], [],
     ["reflect", "-", "--practice"], ["versions"], ["import", "--undo"], ["import", "x", "--from"]],
)  # fmt: skip
def test_an_argument_of_100_kb_is_quoted_in_part(cli: Cli, words: list[str]) -> None:
    ran = cli(*words, "x" * 100_000)
    assert ran.code in (1, 2)
    assert ran.err.count("\n") == 1
    assert len(ran.err) < 1000


def test_many_keys_of_no_command_are_counted(cli: Cli, home: Path) -> None:
    home.mkdir()
    (home / "settings.toml").write_text("[keys]\n" + "".join(f'no-{number} = "x"\n' for number in range(100)))
    ran = cli("keys")
    assert ran.code == 0
    assert len(ran.err.splitlines()) == 5
    assert "and 96 more keys" in ran.err
