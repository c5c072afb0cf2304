"""Textual bindings out of the one registry of commands."""

from dataclasses import replace

from textual.binding import Binding

from sciatica_journal.domain.commands import COMMANDS, Command, Place, for_place
from sciatica_journal.domain.keymap import Keymap


def bindings_for(*places: Place) -> list[Binding]:
    """Return the bindings of the places with their default keys; the keymap is laid over them later."""
    return [_binding(command) for command in for_place(*places)]


def app_bindings() -> list[Binding]:
    """Return the bindings of what the app does itself. The red flags open before any screen can take the key."""
    kept = [_binding(command) for command in COMMANDS if command.action in _APP_ACTIONS]
    flags = [_binding(command) for command in COMMANDS if command.id == "red_flags"]
    return [*kept, *(replace(binding, priority=True) for binding in flags)]


def _binding(command: Command) -> Binding:
    return Binding(",".join(command.keys), full_action(command.action), command.label, show=False, id=command.id)


def full_action(action: str) -> str:
    """Return the action with the app named where the app and not the screen does it."""
    return f"app.{action}" if action in _APP_ACTIONS else action


_APP_ACTIONS = frozenset({"quit", "command_palette", "change_theme"})


def textual_keymap(keymap: Keymap) -> dict[str, str]:
    """Return the keys that are not a command's own, as Textual takes them: it lays all of them anew at each key."""
    by_default = {command.id: command.keys for command in COMMANDS}
    return {ident: ",".join(keys) for ident, keys in keymap.keys.items() if keys != by_default[ident]}


def commands_named(*ids: str) -> list[Command]:
    """Return the commands of these ids, in this order."""
    by_id = {command.id: command for command in COMMANDS}
    return [by_id[ident] for ident in ids]


def footer_commands(*places: Place) -> list[Command]:
    """Return the commands of the key bar of a screen, at most six, in their order."""
    found = [command for command in COMMANDS if command.place in places and command.footer is not None]
    return sorted(found, key=lambda command: command.footer or 0)[:6]
