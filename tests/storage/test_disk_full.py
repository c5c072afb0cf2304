"""The disk is full: said in words, nothing half saved, and saving goes on once there is room."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

FILL = """
import json, resource, sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.entries.days import change_day, view_day
from sciatica_journal.services.journal.paths import paths_in
from sciatica_journal.services.journal.session import open_session
from sciatica_journal.storage.check import faults

folder, how = Path(sys.argv[1]), sys.argv[2]
paths = paths_in(folder)
filler = folder / "filler"

def opened(day=31):
    return open_session(paths, lambda: datetime(2026, 12, day, 12, tzinfo=UTC))

def text_of(number):
    return f"day {number} " + "some words " * 300

def day_of(number):
    return date(2026, 1, 1) + timedelta(days=number)

session = opened()
change_day(session, day_of(0), {"note": text_of(0)})
found = {}
if how == "limit":
    size = paths.journal.stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 60_000, resource.RLIM_INFINITY))
else:
    filler.write_bytes(bytes(120_000))
saved = 1
try:
    while saved < 300:
        change_day(session, day_of(saved), {"note": text_of(saved)})
        saved += 1
except JournalError as error:
    found["full"] = [error.message, error.hint]
try:
    change_day(session, day_of(saved), {"note": text_of(saved)})
except JournalError as error:
    found["again"] = error.message
found["kept while full"] = all(view_day(session, day_of(n)).day.note == text_of(n) for n in range(saved))
found["half saved"] = not view_day(session, day_of(saved)).day.is_empty
found["faults while full"] = faults(session.readable())
session.close()
if how == "limit":
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
else:
    filler.unlink()
session = opened()
found["after"] = change_day(session, day_of(saved), {"note": text_of(saved)}).view.day.note == text_of(saved)
found["kept"] = all(view_day(session, day_of(n)).day.note == text_of(n) for n in range(saved + 1))
found["faults"] = faults(session.writer())
found["saved"] = saved
found["files"] = sorted(str(item.relative_to(folder)) for item in folder.rglob("*") if item.is_file())
session.close()
print(json.dumps(found))
"""

MOUNTED = 'mount -t tmpfs -o size=600k,mode=700 tmpfs "$1" && exec "$2" -c "$3" "$1" tmpfs'


def assert_borne(found: dict[str, Any]) -> None:
    """Check what a program met on the full disk."""
    assert "Make room" in found["full"][1]
    assert found["again"] == found["full"][0]
    assert 1 < found["saved"] < 300
    assert (found["kept while full"], found["half saved"], found["faults while full"]) == (True, False, [])
    assert (found["after"], found["kept"], found["faults"]) == (True, True, [])
    assert not [name for name in found["files"] if name.endswith((".new", "-journal"))]


def run(*words: str | Path) -> dict[str, Any]:
    done = subprocess.run([*map(str, words)], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    found = run(sys.executable, "-c", FILL, tmp_path, "limit")
    assert_borne(found)


def _unshare() -> list[str] | None:
    """The command that gives a program mounts of its own, None where that is not allowed."""
    for words in (["unshare", "-m"], ["unshare", "-Urm"]):
        if (
            shutil.which("unshare")
            and subprocess.run([*words, "true"], capture_output=True, check=False).returncode == 0
        ):
            return words
    return None


@pytest.mark.skipif(_unshare() is None, reason="no mounts of one's own here; the test above fills the disk by a limit")
def test_a_small_disk_that_is_full(tmp_path: Path) -> None:
    words = _unshare()
    assert words is not None
    found = run(*words, "sh", "-c", MOUNTED, "sh", tmp_path, sys.executable, FILL)
    assert_borne(found)
    assert "The disk is full; nothing was saved" in found["full"][0]
