"""JSON files as they are read: the items of one list in them one by one, so that a large file is never held whole."""

import json
import re
from collections.abc import Iterator
from json import JSONDecodeError, JSONDecoder
from typing import Any, Final, TextIO

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.watch import READ_SIZE

LONGEST_ITEM: Final = 32 * 2**20
"""Characters of one item: an entry of a journal with its formats and places is far below."""

_MOST_DIGITS: Final = 30
_BLANK: Final = re.compile(r"[ \t\r\n]*")


def items_of(text: TextIO, key: str, name: str) -> Iterator[Any]:
    """Yield the items of the list under `key` of the outermost object, or of each object of an outermost list.

    NaN, Infinity and whole numbers of more digits than anything counts become None; 1e999 is infinite.

    Raises InvalidValue, with the file's `name`, for what is not such JSON.
    """
    pieces = _Pieces(text, name)
    if pieces.peek() != "[":
        yield from _of_object(pieces, key)
        return
    pieces.expect("[")
    if pieces.peek() == "]":
        return
    while True:
        if pieces.peek() == "{":
            yield from _of_object(pieces, key)
        else:
            pieces.value()
        if pieces.expect(",]") == "]":
            return


def _of_object(pieces: "_Pieces", key: str) -> Iterator[Any]:
    pieces.expect("{")
    if pieces.peek() == "}":
        pieces.expect("}")
        return
    while True:
        found = pieces.value()
        pieces.expect(":")
        if found == key and pieces.peek() == "[":
            yield from _list(pieces)
        else:
            pieces.value()
        if pieces.expect(",}") == "}":
            return


def _list(pieces: "_Pieces") -> Iterator[Any]:
    pieces.expect("[")
    if pieces.peek() == "]":
        pieces.expect("]")
        return
    while True:
        yield pieces.value()
        if pieces.expect(",]") == "]":
            return


class _Pieces:
    """A JSON text of which a part is held."""

    def __init__(self, text: TextIO, name: str) -> None:
        self._text = text
        self._name = name
        self._held = text.read(READ_SIZE).removeprefix("\ufeff")
        self._at = 0
        self._is_over = not self._held

    def peek(self) -> str:
        """Return the next character that is not a blank, without taking it; empty at the end."""
        while True:
            blank = _BLANK.match(self._held, self._at)
            self._at = blank.end() if blank else self._at
            if self._at < len(self._held) or not self._more():
                return self._held[self._at : self._at + 1]

    def expect(self, chars: str) -> str:
        """Take the next character, which is one of those."""
        char = self.peek()
        if not char or char not in chars:
            raise self._broken("it is cut off" if not char else f"{char!r} stands where {chars[0]!r} should")
        self._at += 1
        return char

    def value(self) -> Any:
        """Take the next value."""
        if not self.peek():
            raise self._broken("it is cut off")
        while True:
            try:
                value, end = _decoder.raw_decode(self._held, self._at)
            except JSONDecodeError as error:
                if not self._more():
                    raise self._broken(error.msg) from None
            except (RecursionError, ValueError):
                raise self._broken("it is nested too deeply or a number is too long") from None
            else:
                # A number may go on in what is not read yet.
                if end < len(self._held) or not self._more():
                    self._at = end
                    return value

    def _more(self) -> bool:
        """Hold as much again, so that a long item is tried a few times only. Return whether there was any."""
        if self._is_over:
            return False
        self._held = self._held[self._at :]
        self._at = 0
        if len(self._held) > LONGEST_ITEM:
            raise self._broken("one of its items is far too long")
        chunk = self._text.read(max(READ_SIZE, len(self._held)))
        self._is_over = not chunk
        self._held += chunk
        return bool(chunk)

    def _broken(self, why: str) -> InvalidValue:
        return InvalidValue(f"{self._name} is not valid JSON: {why}.", "Export it again.")


def _whole(digits: str) -> int | None:
    return int(digits) if len(digits) <= _MOST_DIGITS else None


_decoder = JSONDecoder(parse_int=_whole, parse_constant=lambda _: None)


def object_of(value: Any) -> dict[str, Any]:
    """Return a value that is an object, an empty one for any other."""
    return value if isinstance(value, dict) else {}


def text_of(value: Any) -> str:
    """Return a value that is a text, an empty one for any other."""
    return value if isinstance(value, str) else ""


def row_of(found: dict[str, Any], leave_out: tuple[str, ...]) -> dict[str, str]:
    """Return the filled fields of an object as texts, without those that are left out."""
    filled = ((name, value) for name, value in found.items() if name not in leave_out)
    return {name: _cell(value) for name, value in filled if value not in (None, "", [], {}, False)}


def _cell(value: Any) -> str:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
