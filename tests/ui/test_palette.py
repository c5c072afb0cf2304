"""The command palette offers what works where one is."""

from pathlib import Path

from sciatica_journal.services.days import view_day
from sciatica_journal.ui.palette import palette_commands
from tests.ui.dialogs import TODAY, Clock, asked, run_form, still
from tests.ui.harness import opened, screen_text


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
