"""The command palette: every command that works where one is, every place, every guide page."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand
from textual.command import CommandList, CommandPalette
from textual.screen import Screen

from sciatica_journal.domain.commands import COMMANDS, Command, Place
from sciatica_journal.domain.keymap import shown_key
from sciatica_journal.services.guide import reading
from sciatica_journal.ui.bindings import bindings_for
from sciatica_journal.ui.dialogs.pick_list import is_laid_out
from sciatica_journal.ui.screens.place import PlaceScreen
from sciatica_journal.ui.steady_screen import SteadyScreen
from sciatica_journal.ui.widgets.top_bar import PLACES

if TYPE_CHECKING:
    from sciatica_journal.ui.app import JournalApp

_LEFT_OUT = frozenset({"palette", "changelog"})
"""The palette itself, and the changelog, which has its own entry on every screen."""

_IN_SETTINGS = (
    ("Light or full mode", "how much a day asks."),
    ("Kilometres or miles", "and the first day of the week."),
    ("When a day ends", "and the zone of your home."),
    ("Emergency numbers and your contacts", "whom to call, by country or your own."),
)
"""What is set there and has no key of its own."""


class Palette(CommandPalette, SteadyScreen[None]):
    """Textual's palette, with keys for its list only while there is a list: they end the app otherwise."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # as Textual's
        """Return whether an action can be done now."""
        return action != "command_list" or is_laid_out(self.query_one(CommandList))


def open_palette(app: "JournalApp") -> None:
    """Open the palette, unless it is open. It has no id: the one before it may be on its way out still."""
    if not isinstance(app.screen, CommandPalette):
        app.push_screen(Palette())


def palette_commands(app: "JournalApp", screen: Screen[object]) -> Iterator[SystemCommand]:
    """Yield what can be done on the screen. No screenshot: it would write private text to a file."""
    yield from _commands(app, screen)
    yield from _tracking(app)
    for place, label in PLACES.items():
        yield SystemCommand(_titled(f"Go to {label}", _place_keys(app, place)), "", partial(app.go_to, place))
    for page in reading.all_pages():
        yield SystemCommand(f"Guide: {page.title}", page.summary, partial(app.open_page, page.slug))
    for title, about in _IN_SETTINGS:
        yield SystemCommand(title, f"In Settings: {about}", partial(app.go_to, "settings"))
    yield SystemCommand("What is new", "Read the changelog.", partial(app.open_page, "changelog"))


def usable_places(screen: Screen[object]) -> tuple[Place, ...]:
    """Return the places whose commands work on the screen: on a dialog only those that work everywhere."""
    if not isinstance(screen, PlaceScreen):
        return ("app",)
    return tuple(dict.fromkeys((screen.PLACE, "row", "app")))


def _commands(app: "JournalApp", screen: Screen[object]) -> Iterator[SystemCommand]:
    """Yield the registry's commands; two that do the same on two keys are one entry."""
    places = usable_places(screen)
    actions = {binding.id: binding.action for binding in bindings_for(*places)}
    for command in _ones(command for command in COMMANDS if command.place in places):
        if command.id in _LEFT_OUT or command.action.startswith("go_place"):
            continue
        same = [other.id for other in COMMANDS if other.place in places and other.action == command.action]
        title = _titled(command.label[:1].upper() + command.label[1:], _keys(app, same))
        yield SystemCommand(title, command.help, partial(screen.run_action, actions[command.id]))


def _tracking(app: "JournalApp") -> Iterator[SystemCommand]:
    """Yield what is done now and then and has no key: how much to write, and the monthly sliders."""
    from sciatica_journal.ui.dialogs.beliefs import open_beliefs
    from sciatica_journal.ui.dialogs.holiday import open_holiday
    from sciatica_journal.ui.dialogs.rhythm import open_rhythm
    from sciatica_journal.ui.dialogs.season import open_season

    yield SystemCommand("A season", "One question, eight weeks, an answer.", partial(open_season, app))
    yield SystemCommand("How often to write", "Daily, every other day, weekly, or not.", partial(open_rhythm, app))
    yield SystemCommand("A holiday from the journal", "Days off that are no gap.", partial(open_holiday, app))
    yield SystemCommand("Two sliders: harm and fear", "Once a month, beside the pain.", partial(open_beliefs, app))


def _ones(commands: Iterable[Command]) -> Iterator[Command]:
    """Yield one command an action."""
    seen: set[str] = set()
    for command in commands:
        if command.action not in seen:
            seen.add(command.action)
            yield command


def _keys(app: "JournalApp", idents: Iterable[str]) -> str:
    return " ".join(shown_key(key) for ident in idents for key in app.keymap_resolved.keys.get(ident, ()))


def _place_keys(app: "JournalApp", place: str) -> str:
    return _keys(app, [command.id for command in COMMANDS if command.action == f"go_place('{place}')"])


def _titled(label: str, keys: str) -> str:
    return f"{label}  {keys}".rstrip()
