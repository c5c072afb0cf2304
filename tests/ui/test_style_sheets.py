"""A screen looks the same whatever was opened before: its style sheet is read when it opens, and stays for all."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from textual.command import CommandList
from textual.screen import Screen

from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.styling import sheet
from tests.ui.harness import opened, settle, until

SHEETS = sorted(sheet("app").parent.glob("*.tcss"))
LOOKED_AT: dict[str, list[str]] = {
    "today": [],
    "path": ["P"],
    "settings": ["ctrl+g", "s"],
    "import": ["I"],
    "export": ["E"],
}


def look(screen: Screen[object]) -> dict[object, dict[str, object]]:
    """Return the rules of each widget, as they are in force."""
    return {node: dict(node.styles.base.get_rules()) for node in (screen, *screen.walk_children())}


def read_all_sheets(app: JournalApp) -> None:
    """Do what opening every screen of the app does to the styles."""
    app.stylesheet.read_all(SHEETS)
    app.stylesheet.parse()
    app.stylesheet.update_nodes([app.screen, *app.screen.walk_children()])


@pytest.mark.parametrize("name", LOOKED_AT)
async def test_other_screens_sheets_change_nothing(name: str, tmp_path: Path, clock: Callable[[], datetime]) -> None:
    async with opened(tmp_path, clock, (60, 20)) as (app, pilot):
        for key in LOOKED_AT[name]:
            await pilot.press(key)
            await settle(app, pilot)
        before = look(app.screen)
        read_all_sheets(app)
        changed = {str(node) for node, rules in look(app.screen).items() if rules != before[node]}
    assert not changed


async def test_without_colours_the_chosen_line_of_the_palette_and_a_place_to_write_are_seen(
    tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        app.theme = "ansi-dark"
        await settle(app, pilot)
        assert app.screen.query_one("#note").styles.border_left[0] == "solid"
        assert app.screen.query_one("#did").get_component_styles("input--cursor").text_style.reverse
        await pilot.press("ctrl+p")
        await until(lambda: app.screen.query_one(CommandList).highlighted == 0, 5)
        commands = app.screen.query_one(CommandList)
        plain, here = ("option-list--option",), ("option-list--option", "option-list--option-highlighted")
        assert commands.get_visual_style(*here) != commands.get_visual_style(*plain)
