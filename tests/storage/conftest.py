"""Fixtures of the file: a new journal in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sciatica_journal.storage.store import Store

from ..hypothesis_profile import load_patient_profile
from .journals import opened

load_patient_profile()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a journal would be; nothing is there yet."""
    return tmp_path / "home" / "journal.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A new journal, open for writing."""
    with opened(path) as store:
        yield store
