"""Starts, as ratios of two programs started in turn in one run. Printed, not asserted.

`python -m pytest tests/benchmarks -m benchmark -n 0 -s`
"""

import statistics
import subprocess
import time
from pathlib import Path

import pytest

from sciatica_journal.services.demo.journal import build_demo
from sciatica_journal.services.journal.paths import paths_in
from sciatica_journal.services.journal.session import open_session
from sciatica_journal.services.safety.profile import Profile, save_profile
from tests.benchmarks.terminal import PYTHON, Start, clean_environment, time_start

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]
PAIRS = 20
HERE = Path(__file__).parent


def filled_home(folder: Path) -> Path:
    session = open_session(paths_in(folder))
    save_profile(session, Profile())
    build_demo(session)
    session.close()
    return folder


def test_cold_start_and_memory_against_a_bare_textual_app(tmp_path: Path) -> None:
    """Goal: start at most 1.5 times, memory at most 1.4 times."""
    env = clean_environment(filled_home(tmp_path))
    ours = [PYTHON, "-m", "sciatica_journal"]
    bare = [PYTHON, str(HERE / "bare_textual.py")]
    time_start(ours, b"Function", env)
    time_start(bare, b"EditorReady", env)
    pairs: list[tuple[Start, Start]] = []
    for _ in range(PAIRS):
        pairs.append((time_start(ours, b"Function", env), time_start(bare, b"EditorReady", env)))
    start = statistics.median(a.seconds / b.seconds for a, b in pairs)
    memory = statistics.median(a.memory_kb / b.memory_kb for a, b in pairs)
    seconds = statistics.median(a.seconds for a, _ in pairs)
    print(f"\nstart to a usable Today: {start:.2f} times a bare Textual app ({seconds * 1000:.0f} ms); goal 1.5")
    print(f"memory then: {memory:.2f} times a bare Textual app; goal 1.4")


@pytest.mark.parametrize("command", [["log", "pain 4, left calf tingling"], ["ok"]])
def test_a_shell_command_against_importing_sqlite3(tmp_path: Path, command: list[str]) -> None:
    """Goal: at most 4 times `python -c "import sqlite3"`."""
    env = clean_environment(filled_home(tmp_path))
    ours = [PYTHON, "-m", "sciatica_journal", *command]
    bare = [PYTHON, "-c", "import sqlite3"]

    def once(program: list[str]) -> float:
        began = time.perf_counter()
        subprocess.run(program, env=env, check=True, capture_output=True)
        return time.perf_counter() - began

    once(ours), once(bare)
    pairs = [(once(ours), once(bare)) for _ in range(PAIRS)]
    ratio = statistics.median(a / b for a, b in pairs)
    print(
        f"\n{command[0]}: {ratio:.2f} times importing sqlite3 ({statistics.median(a for a, _ in pairs) * 1000:.0f} ms)"
    )
