"""What tests of several folders share: a private home folder and a clock that stands still."""

import os
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sciatica_journal.services.paths import HOME_VARIABLE

NOW = datetime(2026, 3, 4, 21, 4, tzinfo=ZoneInfo("Europe/Vienna"))
"""A Wednesday evening."""

os.environ["TZ"] = "Europe/Vienna"
if hasattr(time, "tzset"):
    time.tzset()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that does not exist yet, named by SCIATICA_JOURNAL_HOME."""
    folder = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    return folder


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """A clock that always says NOW."""
    return lambda: NOW
