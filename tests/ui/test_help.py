"""Every screen and dialog that has help has a page for it."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

import sciatica_journal.ui
from sciatica_journal.domain.commands import COMMANDS
from sciatica_journal.services.guide.reading import help_text
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.dialogs.confirm import ConfirmDialog
from sciatica_journal.ui.dialogs.help import HelpDialog, key_tables
from sciatica_journal.ui.screens.place import PlaceScreen
from sciatica_journal.ui.screens.welcome.pain import PainScreen
from tests.ui.harness import Clock, opened, screen_text, settle

HELP = Path(__file__).parents[2] / "content" / "help"


def all_screens() -> list[type[Screen[Any]]]:
    for module in pkgutil.walk_packages(sciatica_journal.ui.__path__, "sciatica_journal.ui."):
        if not module.name.endswith(".launch"):  # it turns the collector off, for the start alone
            importlib.import_module(module.name)
    return sorted({*below(PlaceScreen), *below(Dialog)}, key=lambda kind: kind.__name__)


def below(kind: type[Screen[Any]]) -> Iterator[type[Screen[Any]]]:
    for each in kind.__subclasses__():
        yield each
        yield from below(each)


@pytest.mark.parametrize("kind", all_screens(), ids=lambda kind: kind.__name__)
def test_each_has_its_help_page(kind: type[PlaceScreen] | type[Dialog[Any]]) -> None:
    assert kind.HELP_PAGE == "" or help_text(kind.HELP_PAGE).startswith("# ")


def test_no_place_is_listed_twice() -> None:
    headings = [table.splitlines()[0] for table in key_tables("row", {"help": ("f1",), "undo": ("u",)})]
    assert headings == ["## Keys where no text is being typed", "## Keys that work everywhere"]


async def test_a_question_over_a_screen_has_the_help_of_that_screen(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        app.push_screen(PainScreen())
        await settle(app, pilot)
        app.push_screen(ConfirmDialog("Sure?", "Really?", "Yes"))
        await settle(app, pilot)
        await pilot.press("f1")
        await settle(app, pilot)
        assert "Your pain" in screen_text(app)


@pytest.mark.parametrize("file", sorted(HELP.glob("*.md")), ids=lambda file: file.stem)
def test_keys_that_can_be_changed_are_named_by_their_command(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert set(re.findall(r"\{(.*?)\}", text)) <= {command.id for command in COMMANDS}
    assert re.findall(r"`([a-zA-Z])`", text) in ([], ["j", "k"])


async def test_help_and_messages_name_ones_own_keys(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "settings.toml").write_text('[keys]\nundo = "ctrl+z"\n', encoding="utf-8")
    async with opened(tmp_path, clock, (120, 50)) as (app, pilot):
        app.push_screen(HelpDialog("path", "path"))
        await settle(app, pilot)
        assert "^z brings it back" in " ".join(screen_text(app).split())
