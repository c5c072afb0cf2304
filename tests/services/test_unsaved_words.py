"""Words that the journal did not take: in a private file, and told of at the next start, wherever it lies."""

import stat
import tempfile
from pathlib import Path

import pytest

from sciatica_journal.services.entries.unsaved_words import keep_words, words_left
from sciatica_journal.services.journal.paths import paths_in
from tests.given import NOW


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that stands for the temporary one, with no other to try."""
    folder = tmp_path / "shared"
    folder.mkdir()
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(folder))
    return folder


def test_they_lie_beside_the_journal_for_its_owner_alone(tmp_path: Path, shared: Path) -> None:
    paths = paths_in(tmp_path)
    first, second = (keep_words(paths, "note", words, NOW) for words in ("one", "two"))
    assert first is not None
    assert second is not None
    assert first.parent == second.parent == tmp_path
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
    assert not list(shared.iterdir())
    assert str(second) in words_left(paths)[0] or str(first) in words_left(paths)[0]
    assert "and 1 more like it" in words_left(paths)[0]


def test_where_the_journals_folder_takes_none_they_are_told_of_all_the_same(tmp_path: Path, shared: Path) -> None:
    mine, others = paths_in(tmp_path / "gone"), paths_in(tmp_path / "also gone")
    kept = keep_words(mine, "note", "at the last moment", NOW)
    assert kept is not None
    assert kept.parent == shared
    assert kept.read_text(encoding="utf-8") == "at the last moment"
    assert str(kept) in words_left(mine)[0]
    assert words_left(others) == ()


def test_nothing_is_told_where_nothing_is(tmp_path: Path, shared: Path) -> None:
    (shared / "unsaved-work.txt").write_text("someone else's")
    assert words_left(paths_in(tmp_path)) == ()
