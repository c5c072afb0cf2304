"""Drafts of forms are written soon, again after a failure, and told of where they cannot be."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from sciatica_journal.services.entries.drafting import LINE_DRAFT, find_draft
from sciatica_journal.services.journal.session import Session
from sciatica_journal.ui import saver
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.dialogs.line import LineDialog
from tests.ui.dialogs import TODAY, asked, still
from tests.ui.harness import opened, screen_text, session_in, until

Clock = Callable[[], datetime]


def impatient(session: Session) -> None:
    """Let a locked journal be told of after a twentieth of a second."""
    session.writer().connection.execute("PRAGMA busy_timeout = 50")


@contextmanager
def locked(folder: Path) -> Iterator[sqlite3.Connection]:
    """Hold the journal as another program would, until the end or a `rollback`."""
    other = sqlite3.connect(folder / "journal.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield other
    finally:
        other.close()


def kept(folder: Path, clock: Clock) -> str:
    session = session_in(folder, clock)
    try:
        draft = find_draft(session, LINE_DRAFT)
        return "" if draft is None else str(draft.body["line"])
    finally:
        session.close()


async def test_what_could_not_be_written_is_written_when_one_leaves(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await app.journal.call(impatient)
        await asked(app, pilot, LineDialog(TODAY))
        with locked(tmp_path) as other:
            await pilot.press(*"calf")
            await until(lambda: "✗" in screen_text(app), 10)
            other.rollback()
            await pilot.press("escape")
            await still(app, pilot)
    assert kept(tmp_path, clock) == "calf"


async def test_it_is_tried_again_while_the_form_is_open(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saver, "TRY_AGAIN_AFTER", 0.2)
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await app.journal.call(impatient)
        await asked(app, pilot, LineDialog(TODAY))
        with locked(tmp_path):
            await pilot.press(*"calf")
            await until(lambda: "✗" in screen_text(app), 10)
        await until(lambda: kept(tmp_path, clock) == "calf", 10)


async def test_a_last_try_that_fails_is_told_and_the_words_are_in_a_file(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await app.journal.call(impatient)
        await asked(app, pilot, LineDialog(TODAY))
        with locked(tmp_path):
            await pilot.press(*"calf", "escape")
            await still(app, pilot)
            await pilot.pause(0.1)
        (file,) = tmp_path.glob("unsaved-form-*.txt")
        told = [each for each in app._notifications if each.title == "What you typed in the form could not be kept."]
        assert [each.message for each in told] == [f"It is in {file}."]
        assert file.read_text(encoding="utf-8") == "line: calf"


async def test_the_quit_key_asks_before_it_leaves_a_form_that_is_not_kept(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await app.journal.call(impatient)
        await asked(app, pilot, LineDialog(TODAY))
        with locked(tmp_path):
            await pilot.press(*"calf", "ctrl+q")
            await still(app, pilot)
            assert isinstance(app.screen, LineDialog)
            assert "Not everything is saved." in [each.title for each in app._notifications]


async def test_what_a_form_cannot_keep_when_a_signal_comes_goes_into_a_file(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await app.journal.call(impatient)
        await asked(app, pilot, LineDialog(TODAY))
        with locked(tmp_path):
            await pilot.press(*"calf")
            await app.leaving.write_before_the_end()
        (file,) = tmp_path.glob("unsaved-form-*.txt")
        assert file.read_text(encoding="utf-8") == "line: calf"


@pytest.mark.parametrize(("opens", "typed", "shown"), [("a", "7", "7 km run"), ("colon", "mood", "typed: mood")])
async def test_what_could_not_be_saved_is_asked_for_again(
    tmp_path: Path, clock: Clock, opens: str, typed: str, shown: str
) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        await app.journal.call(impatient)
        await pilot.press(opens)
        await until(lambda: isinstance(app.screen, Dialog), 3)
        first = app.screen
        with locked(tmp_path):
            await pilot.press(*typed, "ctrl+s")
            await until(lambda: isinstance(app.screen, Dialog) and app.screen is not first, 5)
            await until(lambda: "what you typed is still here" in screen_text(app), 5)
        await pilot.press("ctrl+s")
        await until(lambda: shown in screen_text(app), 5)
