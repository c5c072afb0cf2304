"""Ladders of one's own: files that are read, and files that are wrong."""

from pathlib import Path

from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.ladder import moving
from sciatica_journal.services.ladder.ladders import load_ladders
from sciatica_journal.services.ladder.plain import plain_path
from sciatica_journal.services.ladder.pushed import ledgers
from sciatica_journal.services.ladder.view import ladder_view
from sciatica_journal.services.ladder.wording import told
from tests.given import window

GOOD = 'title = "[mine] [/x]"\nsteps = [{parts = [["walk", 5]]}, {parts = [["run", 5]]}]\n'


def test_own_ladders_are_read_and_bad_ones_told(session: Session) -> None:
    folder = session.paths.settings.parent / "ladders"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text(GOOD)
    (folder / "bad.toml").write_text("title = ")
    (folder / "deep.toml").write_text(".".join("a" * 5000) + " = 1")
    (folder / "nested.toml").write_text("a = " + "[" * 5000)
    (folder / "large.toml").write_text("# " + "x" * 70_000)
    (folder / "latin.toml").write_bytes(b'title = "\xff"')
    (folder / "walk-first.toml").write_text("title = 3")
    (folder / "folder.toml").mkdir()
    (folder / "empty.toml").touch()
    found = load_ladders(session)
    assert set(found.by_id) == {"walk-first", "short-twenty", "mine"}
    assert len(found.by_id["walk-first"].steps) == 13
    assert len(found.problems) == 8
    assert all("\n" not in problem and len(problem) < 500 for problem in found.problems)
    moving.start(session, "mine")
    (folder / "mine.toml").unlink()
    view = ladder_view(session)
    assert (view.position, view.missing) == (None, "mine")
    assert "mine" in told(view, session.today()).head
    moving.leave(session)
    assert ladder_view(session).missing is None


def test_reading_makes_no_journal(tmp_path: Path) -> None:
    with window(tmp_path) as session:
        view, found = ladder_view(session), ledgers(session)
        assert plain_path(session, view, found)["ladder"] is None
        assert session.reader() is None
