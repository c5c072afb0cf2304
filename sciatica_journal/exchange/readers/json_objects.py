"""The objects of a long JSON list, one at a time: the whole is never held."""

from codecs import getincrementaldecoder
from collections.abc import Iterator
from json import JSONDecodeError, JSONDecoder
from typing import Any, BinaryIO, Final

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.watch import READ_SIZE

_LONGEST_OBJECT: Final = 4_000_000
"""Characters of one object; an activity has some thousands."""

_LONGEST_NUMBER: Final = 30
_BLANKS: Final = " \t\r\n,\ufeff"


def _whole(text: str) -> int | None:
    return int(text) if len(text) <= _LONGEST_NUMBER else None


_DECODER: Final = JSONDecoder(parse_int=_whole, parse_constant=lambda _: None)


class _Text:
    """The text of a stream, decoded as far as it is needed."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self.text = ""
        self.at_end = False

    def more(self) -> None:
        """Read on."""
        chunk = self._stream.read(READ_SIZE)
        self.at_end = not chunk
        self.text += self._decoder.decode(chunk, final=self.at_end)

    def skip(self, blanks: str) -> str:
        """Drop blanks; return the character that comes then, empty at the end."""
        while True:
            self.text = self.text.lstrip(blanks)
            if self.text or self.at_end:
                return self.text[:1]
            self.more()

    def drop_through(self, mark: str) -> bool:
        """Drop all up to and with a mark; return whether it came."""
        while mark not in self.text:
            if self.at_end:
                self.text = ""
                return False
            self.text = self.text[-len(mark) :]
            self.more()
        self.text = self.text.partition(mark)[2]
        return True


def objects_in(stream: BinaryIO, key: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of the lists that stand under a key. NaN and infinity are None.

    Raises InvalidValue for what is damaged or ends early.
    """
    text = _Text(stream)
    while text.drop_through(f'"{key}"'):
        if text.skip(_BLANKS + ":") != "[":
            continue
        text.text = text.text[1:]
        while text.skip(_BLANKS) != "]":
            found = _next_value(text)
            if isinstance(found, dict):
                yield found


def _next_value(text: _Text) -> object:
    size = 0
    while True:
        if len(text.text) >= size or text.at_end:
            try:
                found, end = _DECODER.raw_decode(text.text)
            except JSONDecodeError:
                if text.at_end:
                    raise _damaged() from None
                size = 2 * len(text.text)
            except (RecursionError, ValueError):
                raise _damaged() from None
            else:
                if end < len(text.text) or text.at_end:
                    text.text = text.text[end:]
                    return found
        if len(text.text) > _LONGEST_OBJECT:
            raise _damaged()
        text.more()


def _damaged() -> InvalidValue:
    return InvalidValue("Its JSON is damaged or ends early.", "Unpack or download the export again.")
