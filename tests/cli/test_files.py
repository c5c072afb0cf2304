"""import, export, backup, restore, check: files in and out."""

import os
import sqlite3
import stat
import time
from pathlib import Path

import pytest

from .conftest import Cli

LINES = (
    '{"type":"journal","format":1}\n'
    '{"type":"day","date":"2026-03-01","pain_worst":5}\n'
    '{"type":"run","date":"2026-03-01","kind":"run","distance_km":5.8}\n'
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "old journal.jsonl"
    path.write_text(LINES)
    return path


def test_import_list_and_undo(cli: Cli, home: Path, file: Path) -> None:
    dry = cli("import", str(file), "--dry-run", "--json")
    assert (dry.json["new"], dry.json["backup"]) == (2, None)
    assert not home.exists()
    done = cli("import", str(file), "--json")
    assert (done.code, done.json["new"], done.json["skipped"]) == (0, 2, 0)
    assert "0 new, 0 merged, 2 skipped" in cli("import", str(file)).out
    (listed,) = cli("import", "--list", "--json").json
    assert (listed["files"], listed["added"], listed["taken_back"]) == ("old journal.jsonl", 2, False)
    back = cli("import", "--undo", str(listed["id"]), "--json")
    assert back.json["removed"] == 2
    assert cli("show", "2026-03-01").code == 1
    assert cli("import", "--undo").code == 1


def test_one_bad_line_refuses_the_file(cli: Cli, home: Path, file: Path) -> None:
    file.write_text(LINES + '{"type":"day","date":"2026-03-02","stress":70}\n')
    ran = cli("import", str(file))
    assert (ran.code, ran.out) == (2, "")
    assert "line 4" in ran.err
    assert ran.err.count("\n") == 1
    assert not home.exists()


@pytest.mark.parametrize(
    "words", [[], ["--list", "--undo"], ["x.jsonl", "--list"], ["--undo", "two"], ["missing.jsonl"], ["."]]
)
def test_imports_that_cannot_be(cli: Cli, words: list[str]) -> None:
    ran = cli("import", *words)
    assert ran.code in (1, 2)
    assert ran.out == ""
    assert ran.err.count("\n") == 1


def test_export_and_import_come_round(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cli("log", "pain 4; ran 5k; día 日本; \u200b\u202e")
    cli("reflect", "-", stdin="private")
    first = cli("export").out
    file = tmp_path / "out.jsonl"
    assert cli("export", "-o", str(file)).code == 0
    assert file.read_text() == first
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "private" not in cli("export", "--without-reflections").out
    monkeypatch.setenv("SCIATICA_JOURNAL_HOME", str(tmp_path / "second"))
    assert cli("import", str(file)).code == 0
    assert cli("export").out == first


def test_targets_that_are_refused(cli: Cli, tmp_path: Path) -> None:
    cli("ok")
    there = tmp_path / "there"
    there.write_text("mine")
    for words in (
        ["export", "-o", str(there)],
        ["export", "--format", "csv", "-o", str(there)],
        ["export", "--format", "csv"],
        ["export", "--format", "markdown"],
        ["export", "--format", "pdf"],
        ["export", "-o", ""],
        ["export", "-o", str(tmp_path / "no" / "folder.jsonl")],
        ["backup", str(there)],
    ):
        ran = cli(*words)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.count("\n") == 1
    assert there.read_text() == "mine"


@pytest.mark.parametrize("kind", ["csv", "markdown"])
def test_folders_for_other_formats(cli: Cli, tmp_path: Path, kind: str) -> None:
    cli("log", "pain 4; ran 5k")
    folder = tmp_path / kind
    assert cli("export", "--format", kind, "-o", str(folder)).code == 0
    assert list(folder.iterdir())
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_backup_and_restore(cli: Cli, home: Path, tmp_path: Path) -> None:
    cli("log", "pain 4")
    backup = tmp_path / "kept.db"
    assert cli("backup", str(backup)).code == 0
    cli("log", "pain 9")
    restored = cli("restore", str(backup), "--json")
    assert restored.code == 0
    assert cli("show", "--json").json["day"]["pain_worst"] == 4
    assert Path(restored.json["kept"]).exists()
    assert cli("restore", str(tmp_path / "missing.db")).code == 1
    assert cli("restore", str(home)).code == 2
    assert cli("check").code == 0


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    place = content.index(b"a long day at work")
    content[place : place + 6] = b"a good"
    path.write_bytes(content)


def test_check_finds_altered_text_and_writing_is_refused(cli: Cli, home: Path) -> None:
    cli("log", "a long day at work")
    damage(home / "journal.db")
    checked = cli("check", "--json")
    assert checked.code == 1
    assert checked.json["faults"]
    before = (home / "journal.db").read_bytes()
    assert cli("ok").code == 2
    assert (home / "journal.db").read_bytes() == before


def broken_folder(journal: Path) -> None:
    journal.mkdir()


def too_short(journal: Path) -> None:
    journal.write_text("short")


def not_sqlite(journal: Path) -> None:
    journal.write_bytes(os.urandom(5000))


def truncated(journal: Path) -> None:
    content = journal.with_name("sound.db").read_bytes()
    journal.write_bytes(content[: len(content) // 2])


def newer(journal: Path) -> None:
    content = bytearray(journal.with_name("sound.db").read_bytes())
    content[60:64] = (99).to_bytes(4, "big")
    journal.write_bytes(content)


@pytest.mark.parametrize("spoil", [broken_folder, too_short, not_sqlite, truncated, newer])
def test_an_unusable_journal_is_one_line_and_stays_as_it_is(cli: Cli, home: Path, spoil) -> None:  # type: ignore[no-untyped-def]  # any of the above
    cli("log", "a long day; pain 4")
    journal = home / "journal.db"
    journal.rename(home / "sound.db")
    spoil(journal)
    before = journal.read_bytes() if journal.is_file() else None
    for words in (["show", "--json"], ["ok"], ["log", "4"], ["search", "day"], ["export"], ["undo"], ["backup"]):
        ran = cli(*words)
        assert (words, ran.code, ran.out) == (words, 2, "")
        assert ran.err.count("\n") == 1
        assert "Traceback" not in ran.err
    assert cli("check").code == (2 if spoil is newer else 1)
    assert cli("where").code == 0
    assert (journal.read_bytes() if journal.is_file() else None) == before


def test_a_home_that_is_a_file(cli: Cli, home: Path) -> None:
    home.write_text("mine")
    for words in (["show"], ["ok"], ["export"]):
        ran = cli(*words)
        assert (ran.code, ran.out) == (2, "")
        assert "not a folder" in ran.err
    assert home.read_text() == "mine"


def test_a_locked_journal_is_waited_for_once(cli: Cli, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cli("ok")
    monkeypatch.setattr("sciatica_journal.storage.opening.BUSY_SECONDS", 0.5)
    lock = sqlite3.connect(home / "journal.db", isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    begun = time.monotonic()
    ran = cli("log", "4")
    lasted = time.monotonic() - begun
    lock.close()
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "locked by another program" in ran.err
    assert lasted < 0.95
    assert cli("log", "4").code == 0
