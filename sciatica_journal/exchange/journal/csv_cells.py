"""Cells of our own CSV files: a value as a person reads it in a spreadsheet, and the value back.

Lists are joined by "; ", names and values by "=". What would not read back the same that way is JSON.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from json import JSONDecodeError, dumps, loads
from types import UnionType
from typing import Any, Final, get_args, get_origin

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.kinds import KINDS
from sciatica_journal.domain.legs import SIDES

FORMULA_STARTS: Final = tuple("=+-@\t\r\n＝＋－＠")
DAILY: Final = ("day", "run", "reflection", "moment")
LATER_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {"run": ("stride",)}
"""Columns by type that files of earlier versions lack."""
_SPOT: Final = ("region", "side", "intensity", "qualities")
_BETWEEN: Final = "; "
_DECIMAL_COMMA: Final = r"-?\d+,\d+"


@cache
def columns_of(kind: str) -> tuple[str, ...]:
    """Return the columns of the file of a type, in order."""
    if kind in ("other", "profile"):
        return "id", "date", "body"
    names = [item.name for item in fields(KINDS[kind].load()) if item.name != "extra"]
    return *names, "extra"


@cache
def _shape(kind: str, column: str) -> str:
    """Return what a column holds: flag, number, names, spots, mapping or text."""
    if column in ("extra", "body"):
        return "mapping"
    if column == "spots":
        return "spots"
    if kind not in KINDS:
        return "text"
    said = {item.name: item.type for item in fields(KINDS[kind].load())}.get(column, str)
    options = get_args(said) if isinstance(said, UnionType) else (said,)
    if get_origin(said) in (tuple, Mapping):
        return "names" if get_origin(said) is tuple else "mapping"
    return "flag" if bool in options else "number" if {int, float} & set(options) else "text"


def written(value: Any, kind: str, column: str) -> Any:
    """Return the cell of a plain value: numbers as they are, all else as text, nothing for what is not recorded."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, list | dict):
        return value
    shape = _shape(kind, column)
    simple = _BETWEEN.join(_WRITERS[shape](value))
    return simple if _same(simple, value, shape) else dumps(value, ensure_ascii=False)


def _same(simple: str, value: Any, shape: str) -> bool:
    """Return whether a simple cell reads back as the value, types of numbers included."""
    try:
        return dumps(_READERS[shape](simple)) == dumps(value)
    except (InvalidValue, ValueError):
        return False


def read_cell(cell: str, kind: str, column: str) -> Any:
    """Return the plain value of a cell, None for an empty one. Raises InvalidValue for what it cannot hold."""
    text = unguarded(cell)
    return _READERS[_shape(kind, column)](text) if text else None


def guarded(text: str) -> str:
    """Return the text with an apostrophe before it where a spreadsheet would compute it, or where `unguarded` would
    take one away."""
    return f"'{text}" if text.lstrip("'").startswith(FORMULA_STARTS) else text


def unguarded(text: str) -> str:
    """Return the text without the apostrophe that `guarded` put before it."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(FORMULA_STARTS) else text


def _write_names(value: list[str]) -> list[str]:
    return value


def _write_spots(value: list[dict[str, Any]]) -> list[str]:
    return [
        " ".join(map(str, (*(spot[name] for name in _SPOT[:3] if name in spot), *spot.get("qualities", ()))))
        for spot in value
    ]


def _write_mapping(value: dict[str, Any]) -> list[str]:
    return [
        f"{name}={item if isinstance(item, str) else dumps(item, ensure_ascii=False)}" for name, item in value.items()
    ]


def _read_text(text: str) -> str:
    return text


def _read_flag(text: str) -> bool:
    said = text.strip().lower()
    if said not in ("true", "false"):
        raise InvalidValue(f"{text!r} is neither true nor false.", "Write one of them.")
    return said == "true"


def _read_number(text: str) -> Any:
    number = text.strip().replace(",", ".") if re.fullmatch(_DECIMAL_COMMA, text.strip()) else text.strip()
    try:
        return int(number) if re.fullmatch(r"-?\d{1,18}", number, re.ASCII) else float(number)
    except ValueError:
        raise InvalidValue(f"{text!r} is not a number.", "Write it as 5 or 5.2.") from None


def _read_names(text: str) -> Any:
    return _json(text, list) or text.split(_BETWEEN)


def _read_spots(text: str) -> Any:
    return _json(text, list) or [_spot(part.split(" ")) for part in text.split(_BETWEEN)]


def _spot(words: list[str]) -> dict[str, Any]:
    spot: dict[str, Any] = {"region": words.pop(0)}
    if words and words[0] in SIDES:
        spot["side"] = words.pop(0)
    if words and words[0].isdigit():
        spot["intensity"] = int(words.pop(0))
    return {**spot, "qualities": words} if words else spot


def _read_mapping(text: str) -> Any:
    return _json(text, dict) or dict(_pair(part) for part in text.split(_BETWEEN))


def _pair(part: str) -> tuple[str, Any]:
    name, mark, value = part.rpartition("=")
    if not mark:
        raise InvalidValue(f"{part!r} is not a name with a value.", "Write it as name=value.")
    try:
        return name, loads(value)
    except (JSONDecodeError, RecursionError):
        return name, value


def _json(text: str, kind: type) -> Any:
    """Return the list or mapping that the text is the JSON of, None for any other text."""
    if not text.startswith("[" if kind is list else "{"):
        return None
    try:
        found = loads(text)
    except (JSONDecodeError, RecursionError):
        return None
    return found if isinstance(found, kind) else None


_WRITERS: Final[Mapping[str, Callable[[Any], list[str]]]] = {
    "names": _write_names, "spots": _write_spots, "mapping": _write_mapping,
}  # fmt: skip
_READERS: Final[Mapping[str, Callable[[str], Any]]] = {
    "text": _read_text, "flag": _read_flag, "number": _read_number, "names": _read_names, "spots": _read_spots,
    "mapping": _read_mapping,
}  # fmt: skip
