"""reflect and log: words that cannot be saved, or whose sitting is broken off, are in a file that the message names."""

import os
import re
import signal
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Cli

WORDS = "dear me, [/x] a hard day\nand a second line\n"


def kept_in(err: str) -> Path:
    found = re.search(r"What you wrote is in (\S+\.txt);", err)
    assert found, err
    return Path(found[1])


def check_kept(err: str, words: str) -> Path:
    path = kept_in(err)
    assert path.read_text() == words
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    return path


def test_a_locked_journal_loses_no_words(cli: Cli, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cli("ok")
    monkeypatch.setattr("sciatica_journal.storage.opening.BUSY_SECONDS", 0.2)
    lock = sqlite3.connect(home / "journal.db", isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    ran = cli("reflect", "-", "--json", stdin=WORDS)
    again = cli("reflect", "-", "--json", stdin=WORDS)
    lock.close()
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    path = check_kept(ran.err, WORDS)
    assert path.parent == home
    assert check_kept(again.err, WORDS) != path
    assert cli("reflect", "-", "--json", stdin=path.read_text()).json["kept"] is True


def test_safety_words_are_said_although_nothing_could_be_saved(cli: Cli, home: Path) -> None:
    (home / "journal.db").mkdir(parents=True)
    for more in ([], ["--let-go"]):
        ran = cli("reflect", "-", "--json", *more, stdin="I want to die\n")
        assert (ran.code, ran.out) == (2, "")
        assert "findahelpline.com" in ran.err.splitlines()[0]


def test_words_that_are_let_go_are_in_no_file(cli: Cli, home: Path, tmp_path: Path) -> None:
    (home / "journal.db").mkdir(parents=True)
    ran = cli("reflect", "-", "--let-go", "--json", stdin="unrepeatable\n")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "let go" in ran.err
    assert not list(tmp_path.rglob("unsaved*"))


def test_without_room_beside_the_journal_the_words_go_elsewhere(
    cli: Cli, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.write_text("a file in the folder's place")
    elsewhere = tmp_path / "runtime"
    elsewhere.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(elsewhere))
    ran = cli("reflect", "-", "--json", stdin=WORDS)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert check_kept(ran.err, WORDS).parent == elsewhere


def test_an_unforeseen_error_loses_no_words(cli: Cli, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("sciatica_journal.cli.reflect.keep_reflection", fail)
    home.mkdir()
    ran = cli("reflect", "-", "--json", stdin=WORDS)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    check_kept(ran.err, WORDS)


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are POSIX")
@pytest.mark.parametrize("how", ["ctrl-c", signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("more", [[], ["--let-go"]])
def test_a_sitting_that_is_broken_off(home: Path, how: str | int, more: list[str]) -> None:
    import pty
    import time

    home.mkdir()
    main, other = pty.openpty()
    command = [sys.executable, "-m", "sciatica_journal", "reflect", *more]
    sitting = subprocess.Popen(
        command, stdin=other, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        env={**os.environ, "SCIATICA_JOURNAL_HOME": str(home)},
    )  # fmt: skip
    assert sitting.stderr is not None
    assert b"Ctrl+D" in sitting.stderr.readline()
    os.write(main, WORDS.encode())
    time.sleep(0.3)
    sitting.send_signal(signal.SIGINT if isinstance(how, str) else how)
    err = sitting.stderr.read().decode()
    assert sitting.wait(timeout=30) == 130
    sitting.stderr.close()
    os.close(main)
    os.close(other)
    assert err.count("\n") == 1
    if more:
        assert list(home.iterdir()) == []
    else:
        check_kept(err, WORDS)


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are POSIX")
@pytest.mark.parametrize("typed", [b"two words\n\x04", b"two words\x04\x04", b"two\xff words\n\x04"])
def test_ctrl_d_ends_and_keeps_the_words(home: Path, typed: bytes) -> None:
    import pty

    main, other = pty.openpty()
    sitting = subprocess.Popen(
        [sys.executable, "-m", "sciatica_journal", "reflect", "--json"], stdin=other, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, env={**os.environ, "SCIATICA_JOURNAL_HOME": str(home)},
    )  # fmt: skip
    assert sitting.stderr is not None
    assert b"Ctrl+D" in sitting.stderr.readline()
    os.write(main, typed)
    out, err = sitting.communicate(timeout=30)
    os.close(main)
    os.close(other)
    assert (sitting.returncode, err) == (0, b"")
    assert b'"kept": true' in out


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are POSIX")
def test_a_line_typed_when_asked_is_kept(home: Path) -> None:
    import pty

    (home / "journal.db").mkdir(parents=True)
    main, other = pty.openpty()
    asked = subprocess.Popen(
        [sys.executable, "-m", "sciatica_journal", "log"], stdin=other, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, env={**os.environ, "SCIATICA_JOURNAL_HOME": str(home)},
    )  # fmt: skip
    os.write(main, b"pain 4, left calf\n")
    _, err = asked.communicate(timeout=30)
    os.close(main)
    os.close(other)
    assert asked.returncode == 2
    check_kept(err.decode(), "pain 4, left calf")
