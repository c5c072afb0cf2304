"""The command palette offers what works where one is."""

import asyncio
from pathlib import Path
from typing import Any

from textual.actions import parse
from textual.command import CommandList, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen

from sciatica_journal.domain.commands import COMMANDS, for_place
from sciatica_journal.services.entries.days import view_day
from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.bindings import app_bindings, full_action
from sciatica_journal.ui.dialogs.pick_list import PickList
from sciatica_journal.ui.palette import Palette, palette_commands, usable_places
from sciatica_journal.ui.screens.guide.reader import ReaderScreen
from sciatica_journal.ui.screens.importing.screen import ImportScreen
from sciatica_journal.ui.screens.sheet.screen import SheetScreen
from sciatica_journal.ui.screens.timed_run.screen import TimedRunScreen
from sciatica_journal.ui.screens.today.screen import TodayScreen
from sciatica_journal.ui.widgets.top_bar import PLACES
from tests.ui.dialogs import TODAY, Clock, asked, run_form, still
from tests.ui.harness import opened, screen_text, settle
from tests.ui.test_leaving_screens import Leaf


async def test_the_palette_offers_what_works_where_one_is(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        here = [command.title for command in palette_commands(app, app.screen)]
        assert "Add a run  a" in here
        assert "Day before  F3 [" in here
        assert "Go to History  H" in here
        assert any(title.startswith("Guide: ") for title in here)
        assert "What is new" in here
        assert "Theme  F9" in here
        assert not any("creenshot" in title for title in here)
        assert len(here) == len(set(here))
        await asked(app, pilot, run_form())
        there = [command.title for command in palette_commands(app, app.screen)]
        assert "Add a run  a" not in there
        assert "Red flags  F2" in there


async def test_a_palette_command_does_what_it_says(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await pilot.press("ctrl+p", *"quiet", "enter")
        await pilot.pause(0.2)
        await app.workers.wait_for_complete()
        await still(app, pilot)
        assert (await app.journal.call(view_day, TODAY)).day.uneventful is True


async def test_a_bracket_in_a_key_is_shown(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await pilot.press("ctrl+p", *"day before")
        await pilot.pause(0.2)
        assert "Day before  F3 [" in screen_text(app)


async def test_red_flags_open_from_the_list_of_commands(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await pilot.press("ctrl+p", *"qui", "f2")
        await settle(app, pilot)
        assert isinstance(app.screen, ReaderScreen)
        await pilot.press("escape")
        await settle(app, pilot)
        assert isinstance(app.screen, TodayScreen)


async def test_on_a_page_its_commands_do_what_they_say(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        app.open_page("start-here")
        await settle(app, pilot)
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        commands = {command.title.partition("  ")[0]: command.callback for command in palette_commands(app, app.screen)}
        await commands["A screen down"]()
        await settle(app, pilot)
        assert reader.page_view.scroll_y > 0
        await commands["Next link"]()
        await commands["Follow"]()
        await settle(app, pilot)
        assert reader.trail.here.slug != "start-here"


def resolves(app: JournalApp, screen: Screen[Any], action: str) -> bool:
    namespace, name, _ = parse(action)
    return hasattr({"app": app, "": screen}[namespace], f"action_{name}")


async def test_every_command_resolves_on_every_screen_it_is_offered_on(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        app.open_page("start-here")
        await settle(app, pilot)
        screens: list[Screen[Any]] = [app.screen]
        for over in (SheetScreen(), ImportScreen()):
            await app.push_screen(over)
            await settle(app, pilot)
            screens.append(app.screen)
        await app.push_screen(TimedRunScreen([("walk", 1.0)]))
        await settle(app, pilot)
        screens.append(app.screen)
        for place in PLACES:
            app.go_to(place)
            await settle(app, pilot)
            screens.append(app.screen)
        await asked(app, pilot, run_form())
        screens.append(app.screen)
        assert {place for screen in screens for place in usable_places(screen)} == {each.place for each in COMMANDS}
        for screen in screens:
            for command in for_place(*usable_places(screen)):
                assert resolves(app, screen, full_action(command.action)), f"{command.id} on {screen}"
        assert all(resolves(app, screen, f"app.{binding.action.removeprefix('app.')}") for binding in app_bindings())


async def test_keys_that_come_before_the_list_is_there_do_nothing(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        app.action_command_palette()
        app.action_command_palette()
        assert len(app.screen_stack) == 2
        palette = app.screen
        while not (found := palette.query(CommandList)) or not found.first().option_count:
            await asyncio.sleep(0)
        commands = found.first()
        commands.highlighted = 0
        assert commands.size.width == 0
        await palette.run_action("command_list('page_down')")
        assert commands.highlighted == 0
        await still(app, pilot)
        await pilot.press("pagedown")
        assert commands.highlighted > 0


async def test_a_list_that_is_hidden_has_no_pages(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, _pilot):
        picked = PickList()
        picked.display = False
        await app.screen.mount(picked)
        picked.show([Content("one"), Content("two")])
        for action in ("page_down", "page_up", "cursor_down"):
            await picked.run_action(action)
        assert picked.highlighted == 1


async def test_a_palette_left_while_it_gathers_commands_ends_its_work(tmp_path: Path, clock: Clock) -> None:
    gone = asyncio.Event()

    class Slow(Provider):
        async def discover(self) -> Hits:
            await gone.wait()
            yield DiscoveryHit("late", lambda: None)

        async def search(self, query: str) -> Hits:
            yield Hit(1, query, lambda: None)

    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await app.push_screen(Palette(providers=[Slow]))
        await app.screen.mount(Leaf(gone))
        app.pop_screen()
        await still(app, pilot)
        assert gone.is_set()
        assert app.screen is app.today_screen


async def test_a_palette_opened_while_the_one_before_goes(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        for _ in range(3):
            app.action_command_palette()
            left = app.screen
            while not any(worker.node is left for worker in app.workers):
                await asyncio.sleep(0)
            left.dismiss()
            left.dismiss()
        await still(app, pilot)
        assert app.screen is app.today_screen


async def test_what_is_set_in_settings_is_found_by_its_word(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        found = list(palette_commands(app, app.screen))
        assert any("sliders" in one.title for one in found), "so help and the guide call them"
        settings = [one for one in found if one.help.startswith("In Settings: ")]
        for word in ("light", "miles", "day ends", "contacts"):
            assert any(word in one.title.lower() for one in settings), word
        settings[0].callback()
        await settle(app, pilot)
        assert app.current_mode == "settings"
