"""Loose permissions are tightened when the journal is opened for writing, and told where they cannot be."""

import stat
from pathlib import Path

import pytest

from sciatica_journal.services.entries.days import change_day, view_day
from sciatica_journal.services.journal.backups import backup
from sciatica_journal.services.journal.health import warnings
from tests.given import window

from .journals import DAY


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of a journal with backups that everyone may read and write."""
    folder = tmp_path / "home"
    with window(folder) as session:
        change_day(session, DAY, {"note": "kept"})
        backup(session)
    folder.chmod(0o777)
    (folder / "backups").chmod(0o755)
    (folder / "journal.db").chmod(0o644)
    for path in (folder / "backups").iterdir():
        path.chmod(0o664)
    return folder


def test_reading_changes_no_permission_and_the_check_tells_them(home: Path) -> None:
    with window(home) as session:
        view_day(session, DAY)
        told = "; ".join(warnings(session))
    assert mode(home / "journal.db") == 0o644
    for path in (home, home / "journal.db", home / "backups"):
        assert f"{path} can be read" in told


def test_writing_tightens_them(home: Path) -> None:
    with window(home) as session:
        change_day(session, DAY, {"mood": 3})
        assert warnings(session) == []
    assert mode(home) == mode(home / "backups") == 0o700
    assert {mode(path) for path in (home / "journal.db", *(home / "backups").iterdir())} == {0o600}


def test_a_folder_that_holds_other_things_is_left_alone_and_told(home: Path) -> None:
    (home / "thesis.txt").write_text("mine")
    (home / "thesis.txt").chmod(0o644)
    (home / "backups" / "thesis.db").write_text("mine")
    (home / "backups" / "thesis.db").chmod(0o644)
    with window(home) as session:
        change_day(session, DAY, {"mood": 3})
        told = warnings(session)
    assert (mode(home), mode(home / "backups")) == (0o777, 0o755)
    assert mode(home / "thesis.txt") == mode(home / "backups" / "thesis.db") == 0o644
    assert mode(home / "journal.db") == 0o600
    assert len(told) == 2
    assert all("a folder of its own" in line for line in told)
