"""Files and folders that may not be written or read: reading goes on where it can, writing says why it cannot."""

import shutil
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sciatica_journal.storage.permissions import fits

from .journals import DAY, edit, files_with, note, opened
from .test_opening import hot_copy
from .unprivileged import run_unprivileged

TRY_ALL = """
import json, os, sys
from datetime import UTC, date, datetime
from pathlib import Path
from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.journal.backups import backup
from sciatica_journal.services.entries.days import change_day, view_day
from sciatica_journal.services.journal.paths import paths_in
from sciatica_journal.services.journal.session import open_session
from sciatica_journal.services.settings.settings_file import save_settings

DAY = date(2026, 3, 4)

def said(call):
    try:
        return call()
    except JournalError as error:
        assert error.hint, error
        return str(error)

found = {}
for home in map(Path, sys.argv[1:]):
    paths = paths_in(home)
    session = open_session(paths, lambda: datetime(2026, 3, 5, 12, tzinfo=UTC))
    found[home.name] = {
        "read": said(lambda: view_day(session, DAY).day.note),
        "write": said(lambda: change_day(session, DAY, {"note": "WRITTEN"}).view.day.note),
        "settings": said(lambda: save_settings(paths.settings, {"theme": "nord"}) or "saved"),
        "problems": " ".join(session.problems),
    }
    session.close()
print(json.dumps(found))
"""

CASES = ("read-only file", "read-only folder", "unreadable file", "unreadable folder", "hot in a read-only folder",
         "read-only backups", "settings", "nothing yet")  # fmt: skip

MAY_HOLD_IT = ("read-only backups", "settings", "hot in a read-only folder")
"""Where the word was written, or was until the rollback journal takes it out again: see the hot one below."""


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, dict[str, str | None]]]:
    """What reading and writing said in each case, all tried in one process."""
    base = tmp_path_factory.mktemp("cases")
    with opened(base / "original" / "journal.db") as store:
        note(store, "kept")
    for case in CASES:
        shutil.copytree(base / "original", base / case)
    (base / "read-only file" / "journal.db").chmod(0o400)
    (base / "read-only folder").chmod(0o500)
    (base / "unreadable file" / "journal.db").chmod(0o000)
    (base / "unreadable folder").chmod(0o000)
    shutil.rmtree(base / "hot in a read-only folder")
    hot_copy(base / "original" / "journal.db", base / "hot in a read-only folder").parent.chmod(0o500)
    (base / "read-only backups" / "backups").mkdir(mode=0o500)
    (base / "settings" / "settings.toml").write_text("units = 'mi'")
    (base / "settings" / "settings.toml").chmod(0o000)
    (base / "nothing yet" / "journal.db").unlink()
    (base / "nothing yet").chmod(0o500)
    yield run_unprivileged(TRY_ALL, *(base / case for case in CASES))
    for case in CASES:
        (base / case).chmod(0o700)
        assert case in MAY_HOLD_IT or files_with(base / case, "WRITTEN") == [], case


@given(st.text(alphabet="ab.*-", max_size=12), st.text(alphabet="ab.*-", max_size=8))
@example("journal-2026-03-01.db", "journal-*.db")
@example(".journal.db.x", ".*journal*")
@example("ab", "ab*b")
def test_names_fit_patterns_as_in_a_shell(name: str, pattern: str) -> None:
    assert fits(name, pattern) == fnmatchcase(name, pattern)


@pytest.mark.parametrize(
    ("case", "read", "write"),
    [
        ("read-only file", "kept", "cannot be written. Check the permissions"),
        ("read-only folder", "kept", "cannot be written. Check the permissions"),
        ("unreadable file", "cannot be opened", "cannot be opened"),
        ("unreadable folder", "Permission denied. Check", "Permission denied. Check"),
        ("read-only backups", "kept", "WRITTEN"),
        ("settings", "kept", "WRITTEN"),
    ],
)
def test_reading_goes_on_and_writing_says_why_not(
    tried: dict[str, dict[str, str | None]], case: str, read: str, write: str
) -> None:
    assert read in str(tried[case]["read"])
    assert write in str(tried[case]["write"])


def test_a_half_written_save_in_a_read_only_folder(tried: dict[str, dict[str, str | None]]) -> None:
    """Older SQLites refuse to read it, newer ones (3.53) roll it back each time; writing ends at the folder in both."""
    case = tried["hot in a read-only folder"]
    assert case["read"] == "kept" or "permissions of its folder" in str(case["read"])
    assert "permissions of its folder" in str(case["write"])


def test_a_folder_in_which_no_journal_can_be_made_is_told(tried: dict[str, dict[str, str | None]]) -> None:
    assert tried["nothing yet"]["read"] is None
    assert "Permission denied" in str(tried["nothing yet"]["write"])


def test_a_backup_that_cannot_be_made_is_told_and_holds_up_no_saving(tried: dict[str, dict[str, str | None]]) -> None:
    assert "today's backup was not made" in str(tried["read-only backups"]["problems"])


def test_settings_that_cannot_be_read_or_written_are_told(tried: dict[str, dict[str, str | None]]) -> None:
    assert "cannot be read" in str(tried["settings"]["problems"])
    for case in ("settings", "read-only folder"):
        assert "cannot be written" in str(tried[case]["settings"])


def test_the_half_written_copy_is_rolled_back_once_that_is_allowed(tmp_path: Path) -> None:
    with opened(tmp_path / "home" / "journal.db") as store:
        note(store, "kept")
    copy = hot_copy(tmp_path / "home" / "journal.db", tmp_path / "cut")
    edit(copy, "PRAGMA user_version")
    with opened(copy) as store:
        assert store.day(DAY).note == "kept"
