"""check and where on a journal that is missing, locked, foreign, newer or out of reach."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import pytest

from tests.storage.unprivileged import run_unprivileged

from .conftest import Cli

RUN_BOTH = """
import contextlib, io, json, os, sys
from sciatica_journal.cli.main import main
found = []
for words in (["where"], ["where", "--json"], ["check"], ["check", "--json"]):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(words)
    found.append([code, out.getvalue(), err.getvalue()])
print(json.dumps(found))
"""


@contextmanager
def locked(journal: Path) -> Iterator[None]:
    other = sqlite3.connect(journal, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    yield
    other.execute("ROLLBACK")
    other.close()


@pytest.mark.parametrize("command", ["check", "where"])
def test_a_locked_journal_is_waited_for_once_and_called_locked(
    cli: Cli, home: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    cli("log", "pain 4")
    monkeypatch.setattr("sciatica_journal.storage.opening.BUSY_SECONDS", 0.4)
    with locked(home / "journal.db"):
        begun = monotonic()
        ran = cli(command)
        waited = monotonic() - begun
        as_json = cli(command, "--json")
    assert ran.code == as_json.code == 2
    assert 0.4 <= waited < 0.75
    assert "is locked by another program" in ran.err
    assert ran.err.count("\n") == as_json.err.count("\n") == 1
    assert "fault" not in ran.out + ran.err
    assert "is locked" in as_json.json["problem"]


@pytest.mark.parametrize(
    ("place", "value", "words"), [(60, (99).to_bytes(4, "big"), "newer version"), (68, b"\0\0\0\1", "not a journal")]
)
def test_a_foreign_or_newer_journal_has_no_fault(cli: Cli, home: Path, place: int, value: bytes, words: str) -> None:
    cli("log", "pain 4")
    content = bytearray((home / "journal.db").read_bytes())
    content[place : place + 4] = value
    (home / "journal.db").write_bytes(content)
    ran, as_json = cli("check"), cli("check", "--json")
    assert ran.code == as_json.code == 2
    assert (ran.out, ran.err.count("\n")) == ("", 1)
    assert words in ran.err
    assert "fault" not in ran.err
    assert as_json.json["faults"] == []
    assert words in as_json.json["problem"]
    where = cli("where")
    assert where.code == 0
    assert words in where.out


def test_check_of_a_missing_journal_is_one_document(cli: Cli, home: Path) -> None:
    ran = cli("check", "--json")
    assert (ran.code, ran.json["faults"]) == (1, [])
    assert "no journal yet" in ran.json["problem"]
    assert ran.err.count("\n") == 1
    assert not home.exists()


def test_check_tells_how_a_sound_journal_is_made_and_it_is(cli: Cli, home: Path, tmp_path: Path) -> None:
    cli("log", "pain 4")
    with sqlite3.connect(home / "journal.db") as other:
        other.execute("CREATE TRIGGER spy AFTER INSERT ON day BEGIN DELETE FROM run; END")
    other.close()
    ran = cli("check")
    assert ran.code == 1
    assert "trigger spy" in ran.out
    assert "restore copy.db" in ran.err
    assert cli("ok").code == 2
    copy = str(tmp_path / "copy.db")
    assert cli("backup", copy).code == cli("restore", copy).code == cli("check").code == cli("ok").code == 0
    assert cli("show", "--json").json["day"]["pain_worst"] == 4


def test_check_tells_of_open_permissions_and_calls_them_no_fault(cli: Cli, home: Path) -> None:
    cli("log", "pain 4")
    (home / "journal.db").chmod(0o644)
    ran = cli("check", "--json")
    assert (ran.code, ran.json["faults"]) == (0, [])
    assert "make it 0600" in ran.json["warnings"][0]


@pytest.mark.parametrize("mode", [0o000, 0o400])
@pytest.mark.parametrize("part", ["", "backups"])
def test_a_folder_that_may_not_be_read_is_one_plain_line(cli: Cli, home: Path, mode: int, part: str) -> None:
    cli("log", "pain 4")
    cli("backup")
    (home / part).chmod(mode)
    try:
        (code, out, err), (json_code, document, _), *checks = run_unprivileged(RUN_BOTH)
    finally:
        (home / part).chmod(0o700)
    assert code == json_code == 2
    assert f"Journal: {home / 'journal.db'}" in out
    assert "none yet" not in out
    assert "no journal yet" not in out
    assert "ermission" in err
    assert "unexpected error" not in err
    assert json.loads(document)["exists"] is (True if part else None)
    assert [code for code, _, _ in checks] == ([0, 0] if part else [2, 2])
