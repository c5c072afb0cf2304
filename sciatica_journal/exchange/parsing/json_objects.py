"""The objects of a long JSON list, one at a time: the whole is never held."""

import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from json import JSONDecodeError, JSONDecoder
from typing import Any, BinaryIO, Final

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.watch import READ_SIZE

_LONGEST_OBJECT: Final = 4_000_000
"""Characters of one object; an activity has some thousands."""

_LONGEST_NUMBER: Final = 30
_BLANKS: Final = re.compile("[ \\t\\r\\n,:\ufeff]*")


def _whole(text: str) -> int | None:
    return int(text) if len(text) <= _LONGEST_NUMBER else None


_DECODER: Final = JSONDecoder(parse_int=_whole, parse_constant=lambda _: None)


class _Text:
    """The text of a stream, decoded as far as it is needed; `place` is how far it is used up."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self.text = ""
        self.place = 0
        self.at_end = False

    @property
    def left(self) -> int:
        """How many characters are at hand."""
        return len(self.text) - self.place

    def more(self) -> None:
        """Read on, and drop what is used up."""
        chunk = self._stream.read(READ_SIZE)
        self.at_end = not chunk
        self.text = self.text[self.place :] + self._decoder.decode(chunk, final=self.at_end)
        self.place = 0

    def skip_blanks(self) -> str:
        """Pass over blanks and commas; return the character that comes then, empty at the end."""
        while True:
            found = _BLANKS.match(self.text, self.place)
            self.place = found.end() if found else self.place
            if self.left or self.at_end:
                return self.text[self.place : self.place + 1]
            self.more()

    def pass_over(self, mark: str) -> bool:
        """Pass over all up to and with a mark; return whether it came."""
        while (found := self.text.find(mark, self.place)) < 0:
            if self.at_end:
                return False
            self.place = max(self.place, len(self.text) - len(mark))
            self.more()
        self.place = found + len(mark)
        return True


def objects_in(stream: BinaryIO, key: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of the lists that stand under a key. NaN and infinity are None.

    Raises InvalidValue for what is damaged or ends early.
    """
    text = _Text(stream)
    while text.pass_over(f'"{key}"'):
        if text.skip_blanks() != "[":
            continue
        text.place += 1
        while text.skip_blanks() != "]":
            found = _next_value(text)
            if isinstance(found, dict):
                yield found


def _next_value(text: _Text) -> object:
    enough = 0
    while True:
        if text.left >= enough or text.at_end:
            try:
                found, end = _DECODER.raw_decode(text.text, text.place)
            except JSONDecodeError:
                if text.at_end:
                    raise _damaged() from None
                enough = 2 * text.left
            except (RecursionError, ValueError):
                raise _damaged() from None
            else:
                if end < len(text.text) or text.at_end:
                    text.place = end
                    return found
        if text.left > _LONGEST_OBJECT:
            raise _damaged()
        text.more()


def _damaged() -> InvalidValue:
    return InvalidValue("Its JSON is damaged or ends early.", "Unpack or download the export again.")
