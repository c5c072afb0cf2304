"""A journal that another program holds when the app starts: said at once, opened once free, else the trouble screen."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from textual import _wait

from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.journal.in_use import in_use_elsewhere
from sciatica_journal.services.journal.paths import paths_in
from sciatica_journal.storage import opening
from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.screens.guide.reader import ReaderScreen
from sciatica_journal.ui.screens.today import opening as first_look
from sciatica_journal.ui.screens.today.screen import TodayScreen
from sciatica_journal.ui.screens.trouble import TroubleScreen
from sciatica_journal.ui.screens.waiting import IN_USE, OPENING, WaitingScreen
from tests.ui.harness import Clock, screen_text, session_in, settle, until, with_journal

DAY_BEGINS = "Journal"


@pytest.fixture(autouse=True)
def nothing_is_waited_for_that_is_held(quick_waiting: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait as Textual does: here the storage thread is busy for as long as the journal is held."""
    monkeypatch.setattr("textual.app.wait_for_idle", _wait.wait_for_idle)
    monkeypatch.setattr("textual.pilot.wait_for_idle", _wait.wait_for_idle)


@contextmanager
def held(folder: Path) -> Iterator[sqlite3.Connection]:
    """Hold the folder's journal as another program."""
    with closing(sqlite3.connect(paths_in(folder).journal, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield other


def app_on(folder: Path, clock: Clock) -> JournalApp:
    with_journal(folder, clock, lambda session: change_day(session, session.today(), {"note": "kept"}))
    app = JournalApp(session_in(folder, clock))
    app.animation_level = "none"
    return app


async def test_it_is_said_and_the_day_comes_once_the_lock_is_gone(tmp_path: Path, clock: Clock) -> None:
    app = app_on(tmp_path, clock)
    with held(tmp_path) as other:
        async with app.run_test(size=(80, 24)) as pilot:
            await until(lambda: isinstance(app.screen, WaitingScreen), 2.0)
            await pilot.pause()
            assert IN_USE in screen_text(app)
            await pilot.press("w", "4", "ctrl+p", "escape")
            assert isinstance(app.screen, WaitingScreen)
            other.execute("ROLLBACK")
            await until(lambda: isinstance(app.screen, TodayScreen), 2.0)
            await settle(app, pilot)
            assert "kept" in screen_text(app)
            view = app.today_screen.view
            assert view is not None
            assert view.day.pain_worst is None
            assert app.focused is not None
    app.journal.close()


async def test_a_lock_that_stays_leads_to_the_trouble_screen_and_again(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.6)
    app = app_on(tmp_path, clock)
    with held(tmp_path) as other:
        async with app.run_test(size=(80, 24)) as pilot:
            await until(lambda: isinstance(app.screen, WaitingScreen), 2.0)
            await until(lambda: isinstance(app.screen, TroubleScreen), 3.0)
            await settle(app, pilot)
            assert "locked by another program" in screen_text(app)
            await pilot.press("t")
            await until(lambda: isinstance(app.screen, WaitingScreen), 2.0)
            other.execute("ROLLBACK")
            await until(lambda: isinstance(app.screen, TodayScreen), 2.0)
            await settle(app, pilot)
            assert "kept" in screen_text(app)
    app.journal.close()


async def test_the_red_flag_page_can_be_read_meanwhile(tmp_path: Path, clock: Clock) -> None:
    app = app_on(tmp_path, clock)
    with held(tmp_path) as other:
        async with app.run_test(size=(80, 24)) as pilot:
            await until(lambda: isinstance(app.screen, WaitingScreen), 2.0)
            await pilot.press("f2")
            assert isinstance(app.screen, ReaderScreen)
            other.execute("ROLLBACK")
            await until(lambda: app.today_screen.view is not None, 2.0)
            await settle(app, pilot)
            assert isinstance(app.screen, ReaderScreen)
            await pilot.press("escape")
            await until(lambda: isinstance(app.screen, TodayScreen), 2.0)
            await settle(app, pilot)
    app.journal.close()


async def test_a_journal_that_nobody_holds_is_said_to_open_slowly(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_look, "UNUSUAL", 0.2)
    app = app_on(tmp_path, clock)
    app.journal.submit(lambda _: time.sleep(0.8))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(lambda: isinstance(app.screen, WaitingScreen), 2.0)
        await pilot.pause()
        assert OPENING in screen_text(app)
        await until(lambda: isinstance(app.screen, TodayScreen), 2.0)
        await settle(app, pilot)
    app.journal.close()


def test_only_a_lock_against_reading_counts(tmp_path: Path, clock: Clock) -> None:
    paths = paths_in(tmp_path)
    assert not in_use_elsewhere(paths)
    with_journal(tmp_path, clock, lambda _: None)
    assert not in_use_elsewhere(paths)
    with held(tmp_path) as other:
        assert in_use_elsewhere(paths)
        other.execute("ROLLBACK")
        other.execute("BEGIN IMMEDIATE")
        assert not in_use_elsewhere(paths)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["journal.db"]


def test_in_a_terminal_it_is_said_within_a_moment(tmp_path: Path) -> None:
    pytest.importorskip("pty", reason="pseudo-terminals are a POSIX thing")
    from tests.ui.pseudo_terminal import AppInTerminal

    with_journal(tmp_path, lambda: datetime.now().astimezone(), lambda _: None)
    with held(tmp_path) as other, AppInTerminal(tmp_path) as app:
        app.wait_for("in use by another program")
        other.execute("ROLLBACK")
        app.wait_for("F1 help")
        app.read(0.5)
        app.keys("\x11")
        assert app.wait_exit() == 0
