"""The app in a real pseudo-terminal: keys in, what was painted out, signals, a closed window."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

_ESCAPES = re.compile(rb"\x1b\[[0-9;:?<>=]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[@-Z\\-_()][0-9A-Za-z]?")
LEAVES_ALTERNATE_SCREEN = b"\x1b[?1049l"
SHOWS_CURSOR = b"\x1b[?25h"
# Not `pty.fork`: the process that runs the tests has threads, and Python warns of forking such a one.
_IN_OWN_TERMINAL = """
import os, sys
os.login_tty(0)
os.execv(sys.executable, [sys.executable, "-m", "sciatica_journal"])
"""


class AppInTerminal:
    """`python -m sciatica_journal` with its journal in `home`; use as a context manager."""

    def __init__(self, home: Path, size: tuple[int, int] = (24, 80), env: Mapping[str, str] | None = None) -> None:
        self.output = b""
        self.terminal, inside = pty.openpty()
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        given = {"TERM": "xterm-256color", "SCIATICA_JOURNAL_HOME": str(home), **(env or {})}
        self._process = subprocess.Popen(
            [sys.executable, "-c", _IN_OWN_TERMINAL], stdin=inside, env={**os.environ, **given}
        )
        os.close(inside)

    def __enter__(self) -> "AppInTerminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        self.close_window()

    def read(self, seconds: float) -> None:
        """Read what is painted for a while."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if select.select([self.terminal], [], [], left)[0]:
                try:
                    self.output += os.read(self.terminal, 65536)
                except OSError:
                    return

    @property
    def text(self) -> str:
        """Everything painted so far, without escape sequences."""
        return _ESCAPES.sub(b"", self.output).decode("utf-8", "replace")

    def wait_for(self, words: str, seconds: float = 20.0) -> None:
        """Wait until the words were painted."""
        until = time.monotonic() + seconds
        while words not in self.text:
            assert time.monotonic() < until, f"{words!r} never came:\n{self.text[-1500:]}"
            self.read(0.05)

    def keys(self, keys: str) -> None:
        """Type the keys one by one, as fast as a person."""
        for key in keys:
            os.write(self.terminal, key.encode())
            self.read(0.03)

    def kill(self, number: signal.Signals) -> None:
        """Send a signal."""
        self._process.send_signal(number)

    def close_window(self) -> None:
        """Close the terminal window: the program gets SIGHUP and its terminal is gone."""
        if self.terminal >= 0:
            os.close(self.terminal)
            self.terminal = -1

    def wait_exit(self, seconds: float = 15.0) -> int:
        """Wait for the end and return the exit code (negative: killed by that signal)."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            code = self._process.poll()
            if code is not None:
                return code
            if self.terminal >= 0:
                self.read(0.05)
            else:
                time.sleep(0.05)
        raise AssertionError("the program did not end")
