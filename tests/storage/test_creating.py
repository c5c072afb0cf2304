"""A new journal: whole, private, with the schema and the pragmas that durable writing needs."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from sciatica_journal.domain.errors import JournalUnusable
from sciatica_journal.services.journal.paths import paths_in
from sciatica_journal.services.journal.session import open_session
from sciatica_journal.storage.check import faults
from sciatica_journal.storage.files import private_folder
from sciatica_journal.storage.opening import create_journal
from sciatica_journal.storage.recognising import APPLICATION_ID, SCHEMA_VERSION
from sciatica_journal.storage.store import Store

from .journals import DAY, NOW, note, opened

COLUMNS = {
    "day": "n date pain_morning pain_worst leg_left leg_right numb tingling weak sleep_hours sleep_quality stress mood "
    "energy feelings spots factors function painkillers did note uneventful lines extra checksum",
    "run": "n id date start kind distance_km duration_min surface effort pain_before pain_during pain_after response "
    "heart_rate ascent_m title note source source_id extra checksum expected response_furthest settle_hours slope "
    "shoes company cadence ladder step stride",
    "reflection": "n id date start practice minutes before after kept text extra checksum",
    "moment": "n id date start pain region side text extra checksum",
    "other": "n id date body checksum",
    "examination": "n id date who neurological told makes_sense green_light limits scan note extra checksum",
    "appointment": "n id date start who place note extra checksum",
    "question": "n id date text asked answer extra checksum",
    "treatment": "n id date until what helped note extra checksum",
    "override": "n id date what why extra checksum run",
    "sign": "n id date sign side area examined changed ended note extra checksum",
    "safety_check": "n id date answers heel_walk_left heel_walk_right toe_walk_left toe_walk_right calf_raises_left "
    "calf_raises_right note extra checksum",
    "reading": "n id date measure answers note extra checksum",
    "season": "n id date until question answer ended next_step extra checksum",
    "holiday": "n id date until extra checksum",
    "background": "n id date onset leg_worse cancer steroids osteoporosis immune infection accident medicines scans "
    "work worry extra checksum",
    "ladder_move": "n id date at ladder step move why extra checksum",
    "trial": "n id date at outcome option_a option_b running planned seed status ended stop why extra checksum",
    "draw": "n id date trial number block option answered extra checksum",
    "source_row": "n id date source source_id record row extra checksum",
    "change": "seq at label window state",
    "version": "id change kind key before after checksum",
    "draft": "name day at body",
    "value": "name body",
    "flag": "id trigger tier date opened acknowledged outcome told closed",
}


def modes(folder: Path) -> dict[str, str]:
    """The permissions of a folder and of everything in it."""
    return {path.name: oct(stat.S_IMODE(path.stat().st_mode)) for path in (folder, *folder.rglob("*"))}


def test_a_new_journal_is_sound_and_empty(store: Store) -> None:
    assert faults(store) == []
    assert store.day(DAY).is_empty
    assert store.rows("PRAGMA application_id") == [(APPLICATION_ID,)]
    assert store.rows("PRAGMA user_version") == [(SCHEMA_VERSION,)]


def test_the_tables_have_exactly_these_columns_and_are_strict(store: Store) -> None:
    listed = store.rows("PRAGMA table_list")
    strict = {name: bool(is_strict) for _, name, kind, _, _, is_strict in listed if kind == "table"}
    for name, columns in COLUMNS.items():
        assert [row[1] for row in store.rows(f"PRAGMA table_info({name})")] == columns.split()
        assert strict[name], name
    ours = {name for name in strict if not name.startswith(("sqlite_", "_sqlite_"))}
    assert ours == set(COLUMNS)


def test_pragmas_are_as_durable_writing_needs_them(store: Store) -> None:
    wanted = {
        "journal_mode": "delete", "synchronous": 3, "foreign_keys": 1, "fullfsync": 1, "secure_delete": 1,
        "temp_store": 2, "cell_size_check": 1, "mmap_size": 0, "query_only": 0,
    }  # fmt: skip
    read_back = {}
    for name in wanted:
        rows = store.rows(f"PRAGMA {name}")
        read_back[name] = rows[0][0] if rows else 0  # mmap_size answers nothing where it is compiled out
    assert read_back == wanted


def test_a_reader_cannot_write(path: Path, store: Store) -> None:
    note(store, "a")
    with opened(path, writable=False) as reader:
        assert reader.rows("PRAGMA query_only") == [(1,)]
        assert reader.rows("PRAGMA trusted_schema") == [(0,)]
        with pytest.raises(JournalUnusable, match="cannot be written"):
            note(reader, "b")


def test_a_journal_that_was_switched_to_wal_is_switched_back(path: Path) -> None:
    with opened(path) as store:
        note(store, "a")
        store.connection.execute("PRAGMA journal_mode = WAL")
    with opened(path) as store:
        note(store, "b")
        assert store.rows("PRAGMA journal_mode") == [("delete",)]
        assert sorted(item.name for item in path.parent.iterdir()) == ["journal.db"]


def test_files_and_folders_are_private_under_any_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        private_folder(tmp_path / "a" / "b" / "c")
        create_journal(tmp_path / "d" / "e" / "journal.db")
        with opened(tmp_path / "d" / "e" / "journal.db") as store:
            store.connection.execute("BEGIN IMMEDIATE")
            store.connection.execute("INSERT INTO value (name, body) VALUES ('a', '1')")
            during = modes(tmp_path / "d" / "e")
            store.connection.execute("ROLLBACK")
    finally:
        os.umask(before)
    assert set(modes(tmp_path / "a").values()) == {"0o700"}
    assert during == {"e": "0o700", "journal.db": "0o600", "journal.db-journal": "0o600"}
    assert modes(tmp_path / "d")["d"] == "0o700"


def test_a_session_leaves_only_private_files(tmp_path: Path) -> None:
    code = (
        "import os, sys; os.umask(0)\n"
        "from pathlib import Path\n"
        "from datetime import UTC, date, datetime, timedelta\n"
        "from sciatica_journal.services.journal.paths import paths_in\n"
        "from sciatica_journal.services.journal.session import open_session\n"
        "from sciatica_journal.services.settings.settings_file import save_settings\n"
        "from sciatica_journal.services.entries.days import change_day\n"
        "paths = paths_in(Path(sys.argv[1]) / 'x' / 'home')\n"
        "for day in (4, 5):\n"
        "    session = open_session(paths, lambda: datetime(2026, 3, day, 12, tzinfo=UTC))\n"
        "    change_day(session, date(2026, 3, day), {'note': 'a'})\n"
        "    session.close()\n"
        "save_settings(paths.settings, {'theme': 'nord'})\n"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True)
    found = modes(tmp_path / "x")
    assert found == {
        "x": "0o700", "home": "0o700", "backups": "0o700", "journal.db": "0o600", "settings.toml": "0o600",
        "journal-2026-03-05.db": "0o600",
    }  # fmt: skip


def test_creating_leaves_an_existing_journal_alone(path: Path) -> None:
    with opened(path) as store:
        note(store, "mine")
    create_journal(path)
    with opened(path) as store:
        assert store.day(DAY).note == "mine"
    assert [item.name for item in path.parent.iterdir()] == ["journal.db"]


def test_a_journal_appears_whole_or_not_at_all(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(JournalUnusable, match="No space left"):
        create_journal(path)
    assert list(path.parent.iterdir()) == []


def test_where_links_are_unknown_the_file_is_renamed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_args: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", unknown)
    with opened(path) as store:
        note(store, "a")
    create_journal(path)
    with opened(path) as store:
        assert store.day(DAY).note == "a"
    assert [item.name for item in path.parent.iterdir()] == ["journal.db"]


def test_a_symlinked_journal_stays_a_symlink_to_one_file(path: Path, tmp_path: Path) -> None:
    with opened(path) as store:
        note(store, "a")
    link = tmp_path / "link.db"
    link.symlink_to(path)
    with opened(link) as store:
        assert store.path == path
        note(store, "b")
    with opened(path) as store:
        assert store.day(DAY).note == "b"
    assert link.is_symlink()


@pytest.mark.parametrize("what", ["parent is a file", "folder is a file"])
def test_a_folder_that_cannot_be_is_told(tmp_path: Path, what: str) -> None:
    (tmp_path / "file").write_text("x")
    folder = tmp_path / "file" / "home" if what == "parent is a file" else tmp_path / "file"
    session = open_session(paths_in(folder), lambda: NOW)
    with pytest.raises(JournalUnusable) as caught:
        session.writer()
    assert caught.value.hint
    assert (tmp_path / "file").read_text() == "x"
