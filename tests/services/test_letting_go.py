"""Words that are let go: never on the disk if chosen before writing, wiped from it if chosen after."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from sciatica_journal.domain.errors import Conflict
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.entries.reflections import keep_reflection, let_go, notices_in_memory, remove_reflection
from sciatica_journal.services.entries.undoing import redo, undo
from sciatica_journal.services.history.searching import find
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.check import faults
from tests.given import TODAY, window

SECRET = "zyxwvut"
"""A word like no other, in the lower case that the search index keeps."""

WRITTEN = Reflection("s", TODAY, practice="kind_coach", minutes=5.0, before=3, after=6)
BARE = replace(WRITTEN, kept=False)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with window(tmp_path / "home") as session:
        change_day(session, TODAY, {"note": "an ordinary day"})
        keep_reflection(session, Reflection("other", TODAY, text="other words stay"))
        yield session


def traces(session: Session) -> list[str]:
    """The files that hold the secret, be it a part of it. Backups made before are what they were, and said to be."""
    files = [path for path in session.paths.journal.parent.rglob("*") if path.is_file()]
    return [path.name for path in files if path.parent.name != "backups" and SECRET[:5].encode() in path.read_bytes()]


def write(session: Session, text: str, seen: str | None = None) -> None:
    """Save the reflection with some text, as the pane does while one types."""
    keep_reflection(session, replace(WRITTEN, text=text), seen)


def assert_gone(session: Session) -> None:
    """Check that only the bare reflection is left, now, after undo and redo, and after the end."""
    store = session.writer()
    assert store.get("reflection", "s") == BARE
    assert find(session, SECRET) == find(session, SECRET[:3]) == []
    assert traces(session) == []
    while undo(session):
        assert traces(session) == []
    while redo(session):
        assert traces(session) == []
    assert store.get("reflection", "s") == BARE
    assert [hit.key for hit in find(session, "other words stay")] == ["other"]
    assert faults(store) == []
    session.close()
    assert traces(session) == []
    assert session.readable().get("reflection", "s") == BARE
    with closing(sqlite3.connect(session.paths.journal)) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'reflection_fts', 'row')")
        assert connection.execute("SELECT term FROM terms WHERE term LIKE ?", (f"{SECRET[:3]}%",)).fetchall() == []


def test_words_let_go_before_writing_are_never_in_any_file(session: Session) -> None:
    journal = session.paths.journal.with_name("journal.db-journal")
    seen: list[bytes] = []

    def peek() -> int:
        seen.append(journal.read_bytes() if journal.exists() else b"")
        return 0

    session.writer().connection.set_progress_handler(peek, 20)
    notices_in_memory(session, f"{SECRET} and I cannot feel my saddle area")
    saved = let_go(session, replace(WRITTEN, text=f"{SECRET} {SECRET}"))
    session.writer().connection.set_progress_handler(None, 0)
    assert BARE in saved.view.reflections
    assert any(seen), "the rollback journal was never looked at while it was there"
    assert not any(SECRET[:5].encode() in content for content in seen)
    assert_gone(session)


def test_the_search_for_traces_finds_what_is_kept(session: Session) -> None:
    write(session, f"kept {SECRET}")
    assert traces(session) == ["journal.db"]
    assert [hit.key for hit in find(session, SECRET[:3])] == ["s"]


@pytest.mark.parametrize("text", [SECRET, f"{SECRET} " * 3000, f"{'padding ' * 1500}{SECRET}"])
def test_one_save(session: Session, text: str) -> None:
    write(session, text)
    let_go(session, WRITTEN)
    assert_gone(session)


def test_many_saves_that_grow_and_shrink(session: Session) -> None:
    text = ""
    for number in range(40):
        added = f"{text} {SECRET}{number} word" if number % 7 else text[: len(text) // 2]
        write(session, added, seen=text)
        text = added
    let_go(session, WRITTEN)
    assert_gone(session)


def test_after_undo_and_redo(session: Session) -> None:
    write(session, f"first {SECRET}")
    write(session, f"{SECRET} second", seen=f"first {SECRET}")
    write(session, f"{SECRET} third", seen=f"{SECRET} second")
    undo(session)
    undo(session)
    redo(session)
    let_go(session, WRITTEN)
    assert_gone(session)


def test_while_the_saved_words_are_undone(session: Session) -> None:
    write(session, SECRET)
    undo(session)
    let_go(session, WRITTEN)
    assert_gone(session)


def test_after_the_reflection_was_removed_and_came_back(session: Session) -> None:
    write(session, SECRET)
    remove_reflection(session, "s", TODAY)
    undo(session)
    find(session, SECRET)
    let_go(session, WRITTEN)
    assert_gone(session)


def test_among_other_changes_that_can_still_be_undone(session: Session) -> None:
    write(session, SECRET)
    change_day(session, TODAY, {"stress": 4})
    write(session, f"{SECRET} more", seen=SECRET)
    change_day(session, TODAY, {"stress": 5})
    let_go(session, WRITTEN)
    store = session.writer()
    undo(session)
    assert store.day(TODAY).stress == 4
    undo(session)
    assert store.day(TODAY).stress is None
    assert store.get("reflection", "s") == BARE
    redo(session)
    redo(session)
    assert_gone(session)


def test_after_a_restart(session: Session, tmp_path: Path) -> None:
    write(session, SECRET)
    session.close()
    with window(tmp_path / "home") as later:
        let_go(later, WRITTEN)
        assert_gone(later)


def test_letting_go_twice_and_of_nothing(session: Session) -> None:
    let_go(session, WRITTEN)
    let_go(session, WRITTEN)
    assert_gone(session)


def test_what_is_let_go_in_one_window_is_not_written_again_by_another(session: Session, tmp_path: Path) -> None:
    write(session, f"{SECRET} begun")
    with window(tmp_path / "home") as other:
        let_go(other, WRITTEN)
    with pytest.raises(Conflict, match="let go in another window"):
        write(session, f"{SECRET} begun and gone on", seen=f"{SECRET} begun")
    assert_gone(session)


def test_words_that_are_to_be_kept_after_all_are_kept(session: Session) -> None:
    let_go(session, WRITTEN)
    write(session, "kept after all")
    assert session.writer().get("reflection", "s") == replace(WRITTEN, text="kept after all")
