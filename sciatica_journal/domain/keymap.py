"""The keymap: default keys with the user's own laid over them, checked in words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sciatica_journal.domain.checks import quoted
from sciatica_journal.domain.commands import Command, Place

_MODIFIERS = frozenset({"ctrl", "alt", "shift", "super", "meta", "hyper"})
_NAMED = {
    "enter", "escape", "tab", "space", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown",
    "up", "down", "left", "right", "slash", "colon", "semicolon", "comma", "full_stop", "minus", "plus",
    "question_mark", "exclamation_mark", "left_square_bracket", "right_square_bracket", "equals_sign",
    "underscore", "apostrophe", "quotation_mark", "number_sign", "at", "ampersand", "asterisk", "tilde",
    "grave_accent", "backslash", "vertical_line", "less_than_sign", "greater_than_sign", "dollar_sign",
    "percent_sign", "left_parenthesis", "right_parenthesis", "left_curly_bracket", "right_curly_bracket",
    "circumflex_accent",
}  # fmt: skip
_NAMED_COMMAND = re.compile(r"\{([a-z_]+)\}")
_FUNCTION_KEY = re.compile(r"f([1-9]|1\d|2[0-4])")
_SYMBOLS = {
    "/": "slash", ",": "comma", ":": "colon", ";": "semicolon", ".": "full_stop", "-": "minus", "+": "plus",
    "?": "question_mark", "!": "exclamation_mark", "[": "left_square_bracket", "]": "right_square_bracket",
    "=": "equals_sign", "_": "underscore", "'": "apostrophe", '"': "quotation_mark", "#": "number_sign",
    "@": "at", "&": "ampersand", "*": "asterisk", "~": "tilde", "`": "grave_accent", "\\": "backslash",
    "|": "vertical_line", "<": "less_than_sign", ">": "greater_than_sign", "$": "dollar_sign",
    "%": "percent_sign", "(": "left_parenthesis", ")": "right_parenthesis", "{": "left_curly_bracket",
    "}": "right_curly_bracket", "^": "circumflex_accent",
}  # fmt: skip
_SAME_PRESS = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+left_square_bracket": "escape"}
"""Names of one key press: a terminal sends the same for both."""
_SHOWN = {name: symbol for symbol, name in _SYMBOLS.items()} | {
    "escape": "Esc", "enter": "Enter", "tab": "Tab", "space": "Space", "backspace": "Backspace", "delete": "Del",
    "left": "←", "right": "→", "up": "↑", "down": "↓", "pageup": "PgUp", "pagedown": "PgDn", "home": "Home",
    "end": "End", "insert": "Ins",
}  # fmt: skip

KEPT_KEYS = frozenset({
    "enter", "escape", "tab", "shift+tab", "space", "backspace", "delete", "up", "down", "left", "right",
    "home", "end", "pageup", "pagedown", *"0123456789",
})  # fmt: skip
"""Keys that move, choose, answer and leave everywhere: only a command that has one by default may have it."""

TEXT_KEYS = frozenset({
    "ctrl+a", "ctrl+c", "ctrl+d", "ctrl+e", "ctrl+k", "ctrl+u", "ctrl+v", "ctrl+w", "ctrl+x", "ctrl+y", "ctrl+z",
    "ctrl+left", "ctrl+right", "ctrl+backspace", "ctrl+shift+a", "ctrl+shift+k", "ctrl+shift+left", "ctrl+shift+right",
    "alt+backspace", "alt+delete", "super+backspace", "super+c", "super+x", "super+y", "super+z", "f6", "f7",
    "shift+up", "shift+down", "shift+left", "shift+right", "shift+home", "shift+end",
    "ctrl+j", "alt+enter", "shift+enter", "ctrl+n", "ctrl+o",
})  # fmt: skip
"""Keys that a text takes to write, cut and undo, and in the last line those of forms.

A command that works everywhere cannot have one: where it is pressed to save, words would go.
"""

_ROW_LETTERS: dict[Place, frozenset[str]] = {
    "today": frozenset("jkb"),
    "history": frozenset("hjkl"),
    "patterns": frozenset("jk"),
    "path": frozenset("jk"),
    "guide": frozenset("jk"),
    "sheet": frozenset("jkhl"),
    "import": frozenset("jk"),
}
"""Letters that rows and lists take before any command of the place: a command on one would often be out of reach.

Letters of rows that are a command's default key as well are not among them: there both are known to be meant.
"""

_SHARE_KEYS: dict[Place, frozenset[Place]] = {
    "app": frozenset(
        {"app", "today", "row", "history", "patterns", "path", "guide", "reader", "sheet", "timer", "import"}
    ),
    "row": frozenset({"app", "row", "today", "history", "patterns", "path", "guide"}),
    "today": frozenset({"app", "row", "today"}),
    "history": frozenset({"app", "row", "history"}),
    "patterns": frozenset({"app", "row", "patterns"}),
    "path": frozenset({"app", "row", "path"}),
    "guide": frozenset({"app", "row", "guide"}),
    "reader": frozenset({"app", "reader"}),
    "sheet": frozenset({"app", "sheet"}),
    "import": frozenset({"app", "import"}),
    "timer": frozenset({"app", "timer"}),
}


@dataclass(frozen=True, slots=True)
class Keymap:
    """Keys by command id, as Textual names them, and what was wrong with the user's own."""

    keys: Mapping[str, tuple[str, ...]]
    problems: tuple[str, ...] = ()


def normalise_key(text: str) -> str | None:
    """Return Textual's name of a key such as `ctrl+d`, `F5` or `/`; None for what is not a key."""
    text = text.strip()
    if len(text) == 1:
        return _SYMBOLS.get(text, text if text.isalnum() else None)
    *modifiers, key = text.split("+") if not text.endswith("++") else [*text[:-2].split("+"), "+"]
    held = {modifier.lower() for modifier in modifiers}
    if not held <= _MODIFIERS:
        return None
    if len(key) == 1 and key.isalnum():
        return _with_letter(held, key)
    key = _SYMBOLS.get(key, key.lower())
    if key not in _NAMED and not _FUNCTION_KEY.fullmatch(key):
        return None
    return "+".join([*sorted(held), key])


def _with_letter(held: set[str], letter: str) -> str:
    """Return the name of a letter or digit with modifiers: shift+t is sent as T, and ctrl+T means ctrl+t."""
    if held == {"shift"} and len(letter.upper()) == 1:
        return letter.upper()
    if letter.isupper() and "ctrl" not in held:
        held = {*held, "shift"}
    return "+".join([*sorted(held), letter.lower()])


def shown_key(key: str) -> str:
    """Return the key as a person reads it: `^s`, `F1`, `[`."""
    *modifiers, name = key.split("+")
    name = _SHOWN.get(name, name.upper() if _FUNCTION_KEY.fullmatch(name) else name)
    if modifiers == ["ctrl"]:
        return f"^{name}"
    return "+".join([*modifiers, name])


def with_keys(text: str, keys: Mapping[str, tuple[str, ...]]) -> str:
    """Return the text with each `{command}` as the first key of that command; what names no command stays."""
    return _NAMED_COMMAND.sub(lambda found: shown_key(keys[found[1]][0]) if keys.get(found[1]) else found[0], text)


def resolve_keymap(commands: tuple[Command, ...], own: Mapping[str, str]) -> Keymap:
    """Lay the user's keys over the defaults.

    Reported and left at the default: an unknown id, what is not a key, one of KEPT_KEYS, a letter that rows
    take, for a command that works everywhere one of TEXT_KEYS, a key that a protected command holds, and a key
    that another command of the same place holds already.
    The default key of a command that moves elsewhere is free, so two commands can swap their keys.
    """
    by_id = {command.id: command for command in commands}
    wanted: dict[str, tuple[str, ...]] = {}
    problems: list[str] = []
    for ident, text in own.items():
        names = _own_keys(text)
        if ident not in by_id:
            problems.append(f"keys: there is no command {quoted(ident)}; `sciatica-journal keys` lists them.")
        elif by_id[ident].protected:
            problems.append(f"keys: {ident} keeps {_shown(by_id[ident].keys)}; it cannot be changed.")
        elif names is None:
            problems.append(f"keys: {quoted(text)} for {ident} is not a key; {_shown(by_id[ident].keys)} stays.")
        elif taken := _taken(by_id[ident], names):
            problems.append(f"keys: {taken}; {_shown(by_id[ident].keys)} stays for {ident}.")
        else:
            wanted[ident] = names
    while clash := _clash(by_id, wanted):
        ident, holder = clash
        del wanted[ident]
        written = " ".join(own[ident].split())
        problems.append(f"keys: {written} for {ident} is the key of {holder}; {_shown(by_id[ident].keys)} stays.")
    return Keymap({command.id: wanted.get(command.id, command.keys) for command in commands}, tuple(problems))


def _own_keys(text: str) -> tuple[str, ...] | None:
    """Return the keys that a line of the settings names, each once; None if one of them is no key."""
    names = [normalise_key(part) for part in (text.split(",") if text.strip() != "," else [text])]
    return None if None in names else tuple(dict.fromkeys(name for name in names if name))


def _taken(command: Command, names: tuple[str, ...]) -> str:
    """Return in words what else takes one of the keys wherever the command works, empty where nothing does."""
    places = _SHARE_KEYS[command.place]
    for name in names:
        press = _SAME_PRESS.get(name, name)
        if press in command.keys:
            continue
        if press in KEPT_KEYS:
            return f"{shown_key(name)} is kept for moving, choosing and typing"
        if command.place == "app" and press in TEXT_KEYS:
            return f"{shown_key(name)} is a key of texts and forms"
        if any(press in letters for place, letters in _ROW_LETTERS.items() if place in places):
            return f"{shown_key(name)} is a key of rows and lists"
    return ""


def _clash(by_id: Mapping[str, Command], wanted: Mapping[str, tuple[str, ...]]) -> tuple[str, str] | None:
    """Return a command that wants a key which another one holds where it works, and that one.

    Commands that stay where they are come first, so that nobody is refused for the sake of a refused one.
    """
    for holders in (by_id.keys() - wanted.keys(), wanted.keys()):
        for ident in reversed(list(wanted)):
            for holder in by_id:
                if holder in holders and holder != ident and _meet(by_id[ident], by_id[holder], wanted):
                    return ident, holder
    return None


def _meet(one: Command, other: Command, wanted: Mapping[str, tuple[str, ...]]) -> bool:
    """Return whether two commands would have a key in common where both work."""
    keys = [_pressed(wanted.get(command.id, command.keys)) for command in (one, other)]
    return other.place in _SHARE_KEYS[one.place] and not keys[0].isdisjoint(keys[1])


def _pressed(names: tuple[str, ...]) -> set[str]:
    return {_SAME_PRESS.get(name, name) for name in names}


def _shown(keys: tuple[str, ...]) -> str:
    return ", ".join(shown_key(key) for key in keys)
