"""The keymap: default keys with the user's own laid over them, checked in words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sciatica_journal.domain.commands import Command, Place

_MODIFIERS = ("ctrl", "alt", "shift", "super", "meta", "hyper")
_NAMED = {
    "enter", "escape", "tab", "space", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown",
    "up", "down", "left", "right", "slash", "colon", "semicolon", "comma", "full_stop", "minus", "plus",
    "question_mark", "exclamation_mark", "left_square_bracket", "right_square_bracket", "equals_sign",
    "underscore", "apostrophe", "quotation_mark", "number_sign", "at", "ampersand", "asterisk", "tilde",
    "grave_accent", "backslash", "vertical_line", "less_than_sign", "greater_than_sign", "dollar_sign",
    "percent_sign", "left_parenthesis", "right_parenthesis", "left_curly_bracket", "right_curly_bracket",
    "circumflex_accent",
}  # fmt: skip
_FUNCTION_KEY = re.compile(r"f([1-9]|1\d|2[0-4])")
_SYMBOLS = {
    "/": "slash", ":": "colon", ";": "semicolon", ".": "full_stop", "-": "minus", "+": "plus",
    "?": "question_mark", "!": "exclamation_mark", "[": "left_square_bracket", "]": "right_square_bracket",
    "=": "equals_sign", "_": "underscore", "'": "apostrophe", '"': "quotation_mark", "#": "number_sign",
    "@": "at", "&": "ampersand", "*": "asterisk", "~": "tilde", "`": "grave_accent", "\\": "backslash",
    "|": "vertical_line", "<": "less_than_sign", ">": "greater_than_sign", "$": "dollar_sign",
    "%": "percent_sign", "(": "left_parenthesis", ")": "right_parenthesis", "{": "left_curly_bracket",
    "}": "right_curly_bracket", "^": "circumflex_accent",
}  # fmt: skip
_SHOWN = {name: symbol for symbol, name in _SYMBOLS.items()}

_SHARE_KEYS: dict[Place, frozenset[Place]] = {
    "app": frozenset({"app", "today", "row", "history", "guide", "reader"}),
    "row": frozenset({"app", "row", "today", "history", "guide", "reader"}),
    "today": frozenset({"app", "row", "today"}),
    "history": frozenset({"app", "row", "history"}),
    "guide": frozenset({"app", "row", "guide"}),
    "reader": frozenset({"app", "row", "reader"}),
}


@dataclass(frozen=True, slots=True)
class Keymap:
    """Keys by command id, as Textual names them, and what was wrong with the user's own."""

    keys: Mapping[str, tuple[str, ...]]
    problems: tuple[str, ...] = ()


def normalise_key(text: str) -> str | None:
    """Return Textual's name of a key such as `ctrl+d`, `F5` or `/`; None for what is no key."""
    text = text.strip()
    if len(text) == 1:
        return _SYMBOLS.get(text, text if text.isalnum() else None)
    *modifiers, key = text.split("+") if not text.endswith("+") else [*text[:-1].rstrip("+").split("+"), "+"]
    modifiers = [modifier.lower() for modifier in modifiers]
    if any(modifier not in _MODIFIERS for modifier in modifiers):
        return None
    key = _SYMBOLS.get(key, key)
    if len(key) > 1:
        key = key.lower()
        if key not in _NAMED and not _FUNCTION_KEY.fullmatch(key):
            return None
    return "+".join([*modifiers, key]) if key else None


def shown_key(key: str) -> str:
    """Return the key as a person reads it: `^s`, `F1`, `[`."""
    *modifiers, name = key.split("+")
    name = _SHOWN.get(name, name.upper() if _FUNCTION_KEY.fullmatch(name) else name)
    if modifiers == ["ctrl"]:
        return f"^{name}"
    return "+".join([*modifiers, name])


def resolve_keymap(commands: tuple[Command, ...], own: Mapping[str, str]) -> Keymap:
    """Lay the user's keys over the defaults.

    Reported and left at the default: an unknown id, what is no key, a key that a protected command
    holds, and a key that another command of the same place holds already.
    """
    by_id = {command.id: command for command in commands}
    keys = {command.id: command.keys for command in commands}
    problems: list[str] = []
    for ident, text in own.items():
        if ident not in by_id:
            problems.append(f"keys: there is no command {ident!r}; `sciatica-journal keys` lists them.")
            continue
        names = [normalise_key(part) for part in (text.split(",") if text != "," else [text])]
        if None in names:
            problems.append(f"keys: {text!r} for {ident} is no key; {_shown(keys[ident])} stays.")
            continue
        wanted = tuple(name for name in names if name)
        thief = _holder_of(wanted, by_id[ident], commands, own, keys)
        if by_id[ident].protected:
            problems.append(f"keys: {ident} keeps {_shown(keys[ident])}; it cannot be changed.")
        elif thief is not None:
            problems.append(f"keys: {text} for {ident} is the key of {thief.id}; {_shown(keys[ident])} stays.")
        else:
            keys[ident] = wanted
    return Keymap(keys, tuple(problems))


def _shown(keys: tuple[str, ...]) -> str:
    return ", ".join(shown_key(key) for key in keys)


def _holder_of(
    wanted: tuple[str, ...],
    command: Command,
    commands: tuple[Command, ...],
    own: Mapping[str, str],
    keys: Mapping[str, tuple[str, ...]],
) -> Command | None:
    """Return the command that holds one of the wanted keys where this one works, if any.

    The default key of a command that the user moves elsewhere is free.
    """
    for other in commands:
        if other.id == command.id or other.place not in _SHARE_KEYS[command.place]:
            continue
        moved = other.id in own and not other.protected and keys[other.id] == other.keys
        if set(wanted) & set(keys[other.id]) and not (moved and not set(wanted) & set(_own_keys(own[other.id]))):
            return other
    return None


def _own_keys(text: str) -> tuple[str, ...]:
    return tuple(name for name in map(normalise_key, text.split(",")) if name)
