"""What tests of several folders share: a private home folder and a clock that stands still."""

import gc
import os
import shutil
import signal
import tempfile
import time
from pathlib import Path

import pytest

from sciatica_journal.services.journal.paths import HOME_VARIABLE
from tests.given import Clock, SetClock

gc.set_threshold(200_000, 50, 50)  # thousands of short-lived apps: collecting less often saves a tenth of the time


for _name in ("LC_ALL", "LC_TELEPHONE", "LC_ADDRESS", "LC_MONETARY", "LANG"):
    os.environ.pop(_name, None)  # the numbers to call are those of the system's country
os.environ["LC_CTYPE"] = "C.UTF-8"
os.environ["TZ"] = "Europe/Vienna"
if hasattr(time, "tzset"):
    time.tzset()
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell starts what runs in the background so, and each program that a test starts would be deaf to Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)

_IN_MEMORY = Path("/dev/shm")
_ROOM = 4 * 2**30  # bytes; a run takes one, and pytest keeps the run before
if (
    "TMPDIR" not in os.environ
    and os.access(_IN_MEMORY, os.R_OK | os.W_OK | os.X_OK)
    and shutil.disk_usage(_IN_MEMORY).free > _ROOM
):
    # Journals are synced at each write: a disk makes the tests wait for that half of their time, memory does not.
    os.environ["TMPDIR"] = str(_IN_MEMORY)
    tempfile.tempdir = None


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that does not exist yet, named by SCIATICA_JOURNAL_HOME."""
    folder = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    return folder


@pytest.fixture
def clock() -> Clock:
    """A clock that says NOW."""
    return SetClock()
