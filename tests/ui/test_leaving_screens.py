"""A screen that is left while it works: nothing looks for widgets that are gone."""

import asyncio
import sqlite3
from contextlib import nullcontext
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.css.query import NoMatches
from textual.events import Key
from textual.geometry import Offset
from textual.widgets import Static

from sciatica_journal.services.entries.days import view_day
from sciatica_journal.ui import leaving
from sciatica_journal.ui.dialogs.line import LineDialog
from sciatica_journal.ui.journal_screen import JournalScreen, start_worker
from sciatica_journal.ui.widgets.writing import WritingArea

from .harness import Clock, opened, settle, today, with_journal


class Leaf(Static):
    """Lets the work of those above it go on when it is gone itself."""

    def __init__(self, gone: asyncio.Event) -> None:
        super().__init__("")
        self._gone = gone

    def on_unmount(self) -> None:
        self._gone.set()


class Box(Vertical):
    """Looks for its leaf when that is gone."""

    def __init__(self, gone: asyncio.Event) -> None:
        super().__init__()
        self._gone = gone

    def compose(self) -> ComposeResult:
        yield Leaf(self._gone)

    def on_mount(self) -> None:
        self.run_worker(self._look())

    async def _look(self) -> None:
        await self._gone.wait()
        self.query_one(Leaf)


class Busy(JournalScreen[None]):
    """Looks for a widget as well."""

    def __init__(self) -> None:
        super().__init__()
        self._gone = asyncio.Event()

    def compose(self) -> ComposeResult:
        yield Box(self._gone)

    def on_mount(self) -> None:
        self.run_worker(self._look())

    async def _look(self) -> None:
        await self._gone.wait()
        self.query_one(Leaf)


async def test_a_screen_left_while_it_works_ends_its_work_first(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        screen = Busy()
        await app.push_screen(screen)
        await screen.dismiss()
        await pilot.pause()
        assert app.screen is app.today_screen


async def test_an_app_left_while_a_screen_works_ends_its_work_first(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await app.push_screen(Busy())
        await pilot.pause()


async def test_a_form_left_for_elsewhere_takes_its_screen_along_once(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await pilot.press("C", "b")
        assert len(app.screen_stack) == 3
        await pilot.press("f8")
        await settle(app, pilot)
        assert isinstance(app.screen, LineDialog)
        assert app.screen_stack[:-1] == [app.today_screen]


async def test_a_screen_that_is_covered_closes_no_other(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        below, above = JournalScreen[None](), JournalScreen[None]()
        await app.push_screen(below)
        await app.push_screen(above)
        await below.dismiss()
        assert app.screen is above
        above.dismiss()
        await pilot.pause()
        assert app.screen is below


async def test_keys_that_a_signal_overtook_are_written_too(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("N")
        await settle(app, pilot)
        asyncio.get_running_loop().call_later(0.02, lambda: [app.post_message(Key(each, each)) for each in "late"])
        await app.leaving.write_before_the_end()
        assert with_journal(tmp_path, clock, lambda s: view_day(s, today(app).day)).day.note == "late"


async def test_a_signal_waits_no_longer_than_it_may_for_a_locked_journal(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leaving, "_WRITE_SECONDS", 0.1)
    async with opened(tmp_path, clock) as (app, pilot):
        today(app).query_one("#note", WritingArea).insert("at the last moment")
        await pilot.pause()
        other = sqlite3.connect(tmp_path / "journal.db", isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        await app.leaving.write_before_the_end()
        other.close()
        (kept,) = tmp_path.glob("unsaved-note-*.txt")
        assert kept.read_text(encoding="utf-8") == "at the last moment"
    async with opened(tmp_path, clock) as (app, pilot):
        assert any(kept.name in each.message for each in app._notifications)


async def test_a_click_on_what_is_gone_but_still_painted_does_nothing(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        screen = JournalScreen[None]()
        await app.push_screen(screen)
        painted = Static("painted")
        box = Vertical(painted)
        await screen.mount(box)
        await pilot.pause()
        assert screen.get_widget_and_offset_at(0, 0) == (painted, Offset(0, 0))
        painted._detach()  # as it is between its removal and the next look at the layout
        await pilot.click(offset=(0, 0))
        painted._attach(box)
        assert app.screen is screen


class Late(JournalScreen[None]):
    """Looks for what is gone once it is left, in a handler that took its time."""

    def __init__(self, left: asyncio.Event) -> None:
        super().__init__()
        self._left = left
        self.failed = False

    async def on_mount(self) -> None:
        await self._left.wait()
        self.failed = True
        self.query_one("#gone")


@pytest.mark.parametrize("is_left", [True, False])
async def test_a_handler_that_fails_is_a_crash_only_while_its_screen_is_there(
    tmp_path: Path, clock: Clock, is_left: bool
) -> None:
    left = asyncio.Event()
    screen = Late(left)
    with nullcontext() if is_left else pytest.raises(NoMatches):
        async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
            start_worker(app.screen, partial(app.push_screen_wait, screen))
            while app.screen is not screen:
                await asyncio.sleep(0)
            if is_left:
                app.pop_screen()
            left.set()
            await pilot.pause()
    assert screen.failed
    assert app._exception is None or not is_left


async def test_a_day_left_while_its_practices_are_looked_up(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        screen, day = today(app), today(app).day - timedelta(days=1)
        assert screen.view is not None
        screen.reflecting.is_stale = True  # as when another screen was over it
        await asyncio.gather(screen.reflecting.show(screen.view, new_day=False), screen.reflecting.leave())
        await screen.show_day(day)
        await settle(app, pilot)
        sitting = screen.reflecting.sitting
        assert sitting is not None
        assert sitting.reflection.date == day
