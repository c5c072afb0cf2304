"""kill -9 at any moment: every acknowledged day is there, whole, and the file is sound."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sciatica_journal.storage.check import faults
from sciatica_journal.storage.history import undo
from sciatica_journal.storage.store import Store

from . import killed_writer
from .journals import count, opened
from .killed_writer import day_of, text_of

KILLS = 25


@contextmanager
def writers(home: Path) -> Iterator[subprocess.Popen[str]]:
    """The process that forks writers on the journal in `home`."""
    words = [sys.executable, killed_writer.__file__, str(home)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            assert process.stdin is not None
            process.stdin.close()


def killed_after(process: subprocess.Popen[str], start: int, days: int, seconds: float) -> int:
    """Let a writer acknowledge some days, kill it a little later, and return the number of the last such day."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{start}\n")
    process.stdin.flush()
    last, pid = start - 1, 0
    for line in process.stdout:
        if line == "over\n":
            break
        if line.startswith("pid"):
            pid = int(line.split()[1])
        else:
            last = int(line)
        if pid > 0 and last - start + 1 >= days:
            time.sleep(seconds)
            os.kill(pid, signal.SIGKILL)
            pid = -1
    return last


def assert_kept(store: Store, last: int) -> int:
    """Check every acknowledged day, and return the number of days: the one under way may be there, whole."""
    assert faults(store) == []
    days = count(store, "day")
    assert last + 1 <= days <= last + 2
    for number in range(days):
        day = store.day(day_of(number))
        assert (day.note, day.stress) == (text_of(number), number % 11)
    assert count(store, "change") == count(store, "version") == days
    return days


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the writers are forked")
def test_no_acknowledged_day_is_lost_however_often_the_writer_is_killed(tmp_path: Path) -> None:
    chance = random.Random(20260304)
    path = tmp_path / "home" / "journal.db"
    start = 0
    with writers(path.parent) as process:
        for attempt in range(KILLS):
            days = chance.randrange(6) if attempt > 5 else 0
            last = killed_after(process, start, days, chance.uniform(0, 0.06))
            if not path.exists():
                assert last == -1
                continue
            with opened(path, writable=attempt % 2 == 0) as store:
                start = assert_kept(store, last)
    assert start > KILLS
    backups = list((path.parent / "backups").glob("*.db"))
    assert backups
    for backup in backups:
        with opened(backup, writable=False) as store:
            assert faults(store) == []
    with opened(path) as store:
        step = undo(store)
        assert step is not None
        assert store.get("day", day_of(start - 1).isoformat()) is None
