"""The sheet's screen: a preview of exactly what would be in, private items to tick, nothing overwritten."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sciatica_journal.domain.care.background import Background
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.kinds import BACKGROUND_ID
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.services.care.records import save_care
from sciatica_journal.services.exchange.sheet import make_sheet, rendered
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.history import changing
from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.screens.sheet.preview import Preview
from sciatica_journal.ui.screens.sheet.screen import SheetScreen
from sciatica_journal.ui.screens.sheet.writing import WriteSheetDialog
from sciatica_journal.ui.widgets.row import ValueRow
from sciatica_journal.ui.widgets.tick_row import TickRow
from tests.given import TODAY
from tests.ui.golden import golden

from .harness import Clock, opened, screen_text, settle, with_journal

WORRY = "[/x] the toes [L5-S1]"


def write(session: Session) -> None:
    with changing(session.writer(), "test", session.now(), session.window) as change:
        for n in range(10):
            change.put(Day(TODAY - timedelta(days=n), pain_worst=4, leg_left=5, stress=8, feelings=("ashamed",)))
        change.put(Reflection("r1", TODAY - timedelta(days=1), text="secret one"))
        change.put(Reflection("r2", TODAY, text="secret two"))
    save_care(session, Background(BACKGROUND_ID, TODAY, worry=WORRY))


async def show(app: JournalApp, pilot: Pilot[None]) -> SheetScreen:
    screen = SheetScreen()
    await app.push_screen(screen)
    await settle(app, pilot)
    return screen


def shown(screen: SheetScreen) -> str:
    return str(screen.query_one("#sheet-text").render())


async def test_the_preview_is_what_a_file_would_hold(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, write)
    async with opened(tmp_path, clock) as (app, pilot):
        screen = await show(app, pilot)
        sheet = await app.journal.call(make_sheet)
        assert shown(screen).split() == rendered(sheet).split()
        assert WORRY in screen_text(app)
        assert not any(word in shown(screen) for word in ("secret", "ashamed", "Stress"))


@pytest.mark.parametrize("size", [(120, 36), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_it_looks_as_it_was_found_right(tmp_path: Path, clock: Clock, size: tuple[int, int]) -> None:
    with_journal(tmp_path, clock, write)
    async with opened(tmp_path, clock, size) as (app, pilot):
        await show(app, pilot)
        seen = screen_text(app) + "\n"
    assert seen == golden(f"sheet-{size[0]}x{size[1]}", seen)


async def test_private_items_are_ticked_one_by_one(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, write)
    async with opened(tmp_path, clock) as (app, pilot):
        screen = await show(app, pilot)
        for row in screen.query(TickRow):
            if row.field in {"feelings", "reflection:r1"}:
                row.action_tick()
        await settle(app, pilot)
        assert "ashamed (10 days)" in shown(screen)
        assert "secret one" in shown(screen)
        assert "secret two" not in shown(screen)
        screen.query_one("#worry", TickRow).action_tick()
        await settle(app, pilot)
        assert WORRY not in shown(screen)


async def test_tab_goes_to_the_items_and_back_and_escape_leaves(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, write)
    async with opened(tmp_path, clock, (60, 20)) as (app, pilot):
        screen = await show(app, pilot)
        assert isinstance(screen.focused, Preview)
        assert "In the sheet" not in screen_text(app)
        await pilot.press("tab", "down", "space")
        await settle(app, pilot)
        assert "[ ] Red flags" in screen_text(app)
        rows = list(screen.query(ValueRow))
        await pilot.press("end")
        assert rows[-1].has_focus
        await pilot.press("home")
        assert rows[0].has_focus
        await pilot.press("tab")
        assert isinstance(screen.focused, Preview)
        await pilot.press("escape")
        assert app.screen is app.today_screen


async def test_a_file_is_written_where_one_says_and_never_over_another(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, write)
    taken, free = tmp_path / "taken.txt", tmp_path / "free.txt"
    taken.write_text("mine")
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        screen = await show(app, pilot)
        await pilot.press("w")
        dialog = app.screen
        assert isinstance(dialog, WriteSheetDialog)
        for path in (taken, free):
            dialog.query_one("#file").show_text(str(path))  # type: ignore[attr-defined]  # a FormLine
            await pilot.press("enter")
            await settle(app, pilot)
            if path is taken:
                assert "exists already" in screen_text(app)
        assert taken.read_text() == "mine"
        assert free.read_text().split() == shown(screen).split()
        assert app.screen is screen


async def test_an_empty_journal_says_that_there_is_nothing_yet(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await show(app, pilot)
        assert "Nothing is recorded" in screen_text(app)
        await pilot.press("w")
        assert isinstance(app.screen, SheetScreen)


@pytest.mark.parametrize("size", [(40, 12), (20, 5)])
async def test_a_tiny_terminal_does_not_crash(tmp_path: Path, clock: Clock, size: tuple[int, int]) -> None:
    with_journal(tmp_path, clock, write)
    async with opened(tmp_path, clock, size) as (app, pilot):
        await show(app, pilot)
        await pilot.press("tab", "down", "tab", "space")
        await settle(app, pilot)
        assert isinstance(app.screen, SheetScreen)


async def test_help_explains_the_screen(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        await show(app, pilot)
        await pilot.press("f1")
        await settle(app, pilot)
        assert "write the page to a file" in screen_text(app) or "One page from your notes" in screen_text(app)
