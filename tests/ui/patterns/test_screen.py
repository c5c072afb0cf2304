"""The Patterns place: what it shows, by key and by mouse, and while it is worked out."""

from dataclasses import replace
from pathlib import Path

from textual.pilot import Pilot

from sciatica_journal.services.patterns.view import Card, Group, PatternsView
from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.screens.guide.reader import ReaderScreen
from sciatica_journal.ui.screens.patterns.block import Block
from sciatica_journal.ui.screens.patterns.screen import PatternsScreen
from sciatica_journal.ui.screens.today.screen import TodayScreen
from sciatica_journal.ui.widgets.top_bar import TopBar
from tests.ui.dialogs import NASTY
from tests.ui.harness import Clock, opened, screen_text, settle, until
from tests.ui.patterns import views
from tests.ui.patterns.conftest import Service


async def go(app: JournalApp, pilot: Pilot[None]) -> PatternsScreen:
    await pilot.press("A")
    await settle(app, pilot)
    assert isinstance(app.screen, PatternsScreen)
    return app.screen


def key_of_focus(app: JournalApp) -> str:
    assert isinstance(app.focused, Block), app.focused
    return app.focused.key


async def test_cards_open_and_fold_by_key_and_by_mouse(tmp_path: Path, clock: Clock, service: Service) -> None:
    async with opened(tmp_path, clock, (120, 60)) as (app, pilot):
        screen = await go(app, pilot)
        assert key_of_focus(app) == views.RUNNING.key
        assert "likely lowers since Sun 3 May 2026" in screen_text(app)
        assert "Compared plainly" not in screen_text(app)
        await pilot.press("enter")
        await settle(app, pilot)
        assert "Compared plainly" in screen_text(app)
        assert "cannot tell from Wed 1 Apr 2026" in screen_text(app)
        await pilot.press("space", "j")
        await settle(app, pilot)
        assert "Compared plainly" not in screen_text(app)
        assert key_of_focus(app) == views.STRESS.key
        assert NASTY in screen_text(app)
        block = next(one for one in screen.query(Block) if one.key == "silent Cannot tell yet")
        await pilot.click(block)
        await settle(app, pilot)
        assert app.focused is block
        assert "Mood and pain next morning: -0.6 to 0.8" in screen_text(app)
        await pilot.press("right")
        assert key_of_focus(app).startswith(("group ", "map", "trial"))
        await pilot.press("left", "end")
        assert key_of_focus(app) == "reading"
        await pilot.press("enter")
        await settle(app, pilot)
        assert isinstance(app.screen, ReaderScreen)
        await pilot.press("escape")
        await settle(app, pilot)
        await pilot.press("escape")
        await settle(app, pilot)
        assert isinstance(app.screen, TodayScreen)
    assert service.worked == 1


async def test_a_small_screen_is_read_from_end_to_end(tmp_path: Path, clock: Clock, service: Service) -> None:
    service.view = replace(views.FULL, cards=(replace(views.STRESS, details=("A line. " * 140,)), views.FACTOR))
    async with opened(tmp_path, clock, (60, 20)) as (app, pilot):
        screen = await go(app, pilot)
        await pilot.press("down", "enter")
        await settle(app, pilot)
        block = app.focused
        assert isinstance(block, Block)
        assert block.region.height > screen.page.size.height
        for _ in range(20):
            await pilot.press("down")
            await pilot.pause()
            if app.focused is not block:
                break
        assert key_of_focus(app) == views.FACTOR.key
        await pilot.press("pagedown", "pagedown", "pagedown", "pagedown", "pagedown", "pagedown", "pagedown")
        await pilot.pause()
        assert key_of_focus(app) == "reading"
        assert "Reading your own numbers" in screen_text(app)
        await pilot.press("pageup", "home")
        await pilot.pause()
        assert key_of_focus(app) == views.RUNNING.key
        assert screen.page.scroll_y == 0
        await pilot.press("pagedown", "pagedown")
        await pilot.pause()
        assert app.focused is not None
        assert screen.page.region.y <= app.focused.region.y < screen.page.region.bottom, "the focus is in sight"


async def test_the_old_answers_stay_while_a_changed_day_is_worked_out(
    tmp_path: Path, clock: Clock, service: Service
) -> None:
    service.gate.clear()
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await pilot.press("A")
        await pilot.pause()
        assert "Working through your days..." in screen_text(app)
        service.gate.set()
        await settle(app, pilot)
        screen = app.screen
        assert isinstance(screen, PatternsScreen)
        await pilot.press("down", "down")
        await pilot.pause()
        focused, top = app.focused, screen.page.scroll_y
        assert isinstance(focused, Block)
        seen = focused.region.y
        assert top > 0

        service.gate.clear()
        more = replace(views.RUNNING, history=("a\nb\nc", *views.RUNNING.history))
        grown = (replace(views.STRESS, key="new", title="A new one"), *views.FULL.cards)
        service.view = replace(views.FULL, headline=more, cards=grown)
        await screen.reload()
        await pilot.pause()
        assert "… updating" in screen_text(app)
        assert "clearly raises" in screen_text(app)
        service.gate.set()
        await settle(app, pilot)
        await pilot.pause()
        assert "… updating" not in screen_text(app)
        assert key_of_focus(app) == views.FACTOR.key
        assert isinstance(app.focused, Block)
        assert app.focused.region.y == seen, "what was looked at stays where it was"
        worked = service.worked
        await screen.reload()
        await settle(app, pilot)
        assert service.worked == worked, "nothing changed: nothing is worked out"


async def test_the_first_page_of_a_long_diary_is_shown_before_its_history(
    tmp_path: Path, clock: Clock, service: Service
) -> None:
    service.first = replace(views.FULL, headline=replace(views.RUNNING, history=()))
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await pilot.press("A")
        await until(lambda: "… updating" in screen_text(app), 5)
        assert "Running, for you" in screen_text(app)
        assert "likely lowers since" not in screen_text(app)
        service.gate.set()
        await settle(app, pilot)
        assert "likely lowers since" in screen_text(app)
        assert service.worked == 2
        assert "… updating" not in screen_text(app)


async def test_leaving_while_it_is_worked_out_does_no_harm(tmp_path: Path, clock: Clock, service: Service) -> None:
    service.gate.clear()
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await pilot.press("A")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, TodayScreen)
        service.gate.set()
        await settle(app, pilot)
        screen = await go(app, pilot)
        assert service.worked == 1
        assert screen.query_one(TopBar).state_text == ""
        assert "Running, for you" in screen_text(app)
        service.view = views.EMPTY
        service.gate.clear()
        await screen.reload()
        await pilot.pause()
        service.gate.set()  # and the app ends meanwhile


async def test_every_page_bears_every_size(tmp_path: Path, clock: Clock, service: Service) -> None:
    many = Group("Not enough days yet", tuple(f"{NASTY} factor {number} (about 12 more)" for number in range(200)))
    nothing = Card("run 1 pain_morning", "", "unclear", None, "")
    pages = (replace(views.MIXED, silent=(many,)), PatternsView("", nothing, groups=(Group("", ()),)))
    async with opened(tmp_path, clock, (40, 12)) as (app, pilot):
        screen = await go(app, pilot)
        for page in pages:
            await screen.show(page)
            for block in screen.query(Block):
                block.activate() if block.folds else None
            for size in ((20, 5), (1, 1)):
                await pilot.resize_terminal(*size)
                screen_text(app)
    assert service.worked == 1


async def test_a_journal_without_days_says_what_will_be_there(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 36)) as (app, pilot):
        await go(app, pilot)
        text = screen_text(app)
        assert "24 pairs of days" in text
        assert "How these answers are made" in text
