"""Programs in a real pseudo-terminal: how long to the first useful paint, and how much memory then."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_ESCAPES = re.compile(rb"\x1b\[[0-9;:?<>=]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[@-Z\\-_()][0-9A-Za-z]?")
GIVE_UP_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds from before the fork to the marker on the screen, and resident memory in kB at that time."""

    seconds: float
    memory_kb: int


def time_start(
    command: Sequence[str], marker: bytes, env: Mapping[str, str], size: tuple[int, int] = (36, 120)
) -> Start:
    """Start the command in a terminal of `size` (rows, columns) and wait for the marker."""
    began = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvpe(command[0], list(command), dict(env))
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
    try:
        seconds = _wait_for(terminal, marker, began)
        time.sleep(0.3)
        return Start(seconds, _memory(pid))
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)


def _wait_for(terminal: int, marker: bytes, began: float) -> float:
    seen = b""
    while time.perf_counter() - began < GIVE_UP_SECONDS:
        if not select.select([terminal], [], [], 0.5)[0]:
            continue
        try:
            seen += os.read(terminal, 65536)
        except OSError:
            break
        if marker in _ESCAPES.sub(b"", seen):
            return time.perf_counter() - began
    raise AssertionError(f"{marker!r} never came; the end was {seen[-400:]!r}")


def _memory(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+)", status)
    assert found
    return int(found[1])


def clean_environment(home: Path) -> dict[str, str]:
    """Return an environment in which bytecode is kept and the journal lies in `home`."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONDONTWRITEBYTECODE", "NO_COLOR")}
    return {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", "SCIATICA_JOURNAL_HOME": str(home)}


PYTHON = sys.executable
