"""What a terminal may send: bytes that are no text, reports with impossible numbers, nothing any more."""

import os
from collections.abc import Callable
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest
from textual.events import Key, Paste
from textual.message import Message

from tests.given import session_in

pytest.importorskip("textual.drivers.linux_driver")

from sciatica_journal.ui import steady_driver
from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.steady_driver import SteadyDriver


class Reader(SteadyDriver):
    """Reads a pipe instead of a terminal and keeps what it would tell the app."""

    def __init__(self, sent: bytes) -> None:
        self.fileno, write_end = os.pipe()
        os.write(write_end, sent)
        os.close(write_end)
        self.exit_event = Event()
        self._debug = False
        self.heard: list[Message] = []
        self.asked: list[tuple[object, ...]] = []
        later: Callable[..., None] = lambda *call: self.asked.append(call)  # noqa: E731  # the whole of a made-up app
        self._app: Any = SimpleNamespace(call_later=later, leave_now="leave_now")
        self.run_input_thread()
        os.close(self.fileno)

    def process_message(self, message: Message) -> None:
        self.heard.append(message)


@pytest.fixture(autouse=True)
def no_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steady_driver, "_SIGNAL_SECONDS", 0.0)


def typed(reader: Reader) -> str:
    return "".join(event.character or "" for event in reader.heard if isinstance(event, Key))


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (b"run\xe1a", "run\ufffda"),
        (b"\xff\xfe run", "\ufffd\ufffd run"),
        ("é ✓".encode(), "é ✓"),
        (b"a\x1b[99999999999ub", "ab"),
        (b"a\x1b[48;30;100;0;0t\x1b[<0;5;5Mb\x1b[120uc", "abxc"),
    ],
)
def test_what_cannot_be_read_is_passed_over_and_the_rest_is_typed(sent: bytes, words: str) -> None:
    assert typed(Reader(sent)) == words


def test_a_pasted_text_of_another_encoding_comes_whole() -> None:
    heard = Reader(b"\x1b[200~na\xefve run\x1b[201~").heard
    assert [event.text for event in heard if isinstance(event, Paste)] == ["na\ufffdve run"]


def test_a_terminal_that_is_gone_without_a_signal_ends_the_app_in_order() -> None:
    assert Reader(b"a").asked == [("leave_now", 129)]


def test_the_app_reads_so(tmp_path: Path) -> None:
    assert JournalApp(session_in(tmp_path)).driver_class is SteadyDriver
