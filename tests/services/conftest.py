"""What the tests of the services share: a clock that can be set, and a session on an empty folder by it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sciatica_journal.services.journal.session import Session
from tests.given import SetClock, window


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def session(tmp_path: Path, clock: SetClock) -> Iterator[Session]:
    with window(tmp_path / "home", clock) as session:
        yield session
