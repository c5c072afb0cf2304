"""Standard input in the encodings that other programs write: read as it is meant, or refused in one line."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sciatica_journal.cli.standard_input import decoded

from .conftest import Cli

LINE = "pain 4; día 日本"
SPELLED = {
    "utf-8": LINE.encode(),
    "utf-8 with a mark": LINE.encode("utf-8-sig"),
    "utf-16": LINE.encode("utf-16"),
    "utf-16 big-endian": b"\xfe\xff" + LINE.encode("utf-16-be"),
    "line ends of Windows": LINE.encode() + b"\r\n",
    "line ends of old Macs": LINE.encode() + b"\r",
}
NO_TEXT = {
    "latin-1": "pain 4\ncafé".encode("latin-1"),
    "utf-16 without a mark": "pain 4, left calf".encode("utf-16-le"),
    "half of utf-16": LINE.encode("utf-16")[:-1],
    "a picture": b"\x89PNG\r\n\x1a\n\xff\xfe",
    "only zeros": b"\0" * 5000,
}


Bytes = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def bytes_in(home: Path) -> Bytes:
    """Run a process of its own with these bytes on standard input; `home` is named by its environment."""

    def run(content: bytes, *words: str) -> "subprocess.CompletedProcess[bytes]":
        command = [sys.executable, "-m", "sciatica_journal", *words]
        return subprocess.run(command, input=content, capture_output=True, check=False, timeout=60)

    return run


@pytest.mark.parametrize("name", SPELLED)
@pytest.mark.parametrize("words", [["log", "-", "--date=2026-03-04"], ["reflect", "-", "--json"]])
def test_what_is_text_is_read(bytes_in: Bytes, cli: Cli, name: str, words: list[str]) -> None:
    done = bytes_in(SPELLED[name], *words)
    assert (done.returncode, done.stderr) == (0, b"")
    if words[0] == "log":
        assert cli("show", "2026-03-04", "--json").json["day"]["note"] == "día 日本"
    else:
        assert "日本" in cli("export").out


@pytest.mark.parametrize("name", NO_TEXT)
@pytest.mark.parametrize("words", [["log", "-"], ["reflect", "-", "--json"]])
def test_what_is_no_text_is_refused_in_one_line(bytes_in: Bytes, home: Path, name: str, words: list[str]) -> None:
    done = bytes_in(NO_TEXT[name], *words)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1
    assert b"Convert it to UTF-8" in done.stderr
    assert not home.exists()


def test_the_place_of_a_bad_byte_is_told(bytes_in: Bytes) -> None:
    assert b"line 2 has the byte 0xE9" in bytes_in(NO_TEXT["latin-1"], "log", "-").stderr


def test_a_zero_among_words_becomes_visible(bytes_in: Bytes, cli: Cli) -> None:
    assert bytes_in(b"pain 4; long\0day at work", "log", "-", "--date=2026-03-04").returncode == 0
    assert cli("show", "2026-03-04", "--json").json["day"]["note"] == "long\ufffdday at work"


def test_the_encoding_of_the_locale_is_the_last_resort() -> None:
    assert decoded("café".encode("latin-1"), "latin-1") == "café"
    assert decoded("café".encode(), "latin-1") == "café"


def test_far_too_much_is_refused(bytes_in: Bytes, home: Path) -> None:
    done = bytes_in(b"word " * 4_000_000, "log", "-")
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b"4,000,000" in done.stderr
    assert not home.exists()
