"""The keys of the app as the user's settings leave them."""

from dataclasses import dataclass
from typing import Final

from sciatica_journal.domain.commands import COMMANDS, Place
from sciatica_journal.domain.keymap import resolve_keymap, shown_key
from sciatica_journal.services.journal.session import Session

_PLACES: Final[dict[Place, str]] = {
    "app": "Everywhere",
    "row": "In every place, but not in a text or a guide page",
    "today": "On Today",
    "history": "In History",
    "patterns": "In Patterns",
    "path": "In Path",
    "guide": "In the Guide",
    "reader": "In a guide page",
    "sheet": "On the doctor's sheet",
    "timer": "While a run is timed",
    "import": "While importing",
}


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One command: its id in the settings, where it works, its keys as a person reads them, what it does."""

    id: str
    place: str
    keys: tuple[str, ...]
    help: str
    fixed: bool


def key_lines(session: Session) -> tuple[tuple[KeyLine, ...], tuple[str, ...]]:
    """Return the commands grouped by place, and what is wrong with the user's own keys, in words."""
    keymap = resolve_keymap(COMMANDS, session.settings.keys)
    order = list(_PLACES)
    return tuple(
        KeyLine(
            command.id,
            _PLACES[command.place],
            tuple(shown_key(key) for key in keymap.keys[command.id]),
            command.help,
            command.protected,
        )
        for command in sorted(COMMANDS, key=lambda command: order.index(command.place))
    ), keymap.problems
