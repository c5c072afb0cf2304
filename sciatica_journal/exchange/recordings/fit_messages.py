"""The few messages of a FIT file that tell of the outing as a whole, picked out of the thousands that do not.

A FIT file is a header, then definitions that say how long a message of a local number is, and messages. What is
picked out is a FIT file again, small, for a parser that knows what its numbers mean.
"""

import struct
from collections.abc import Collection
from typing import Final

from sciatica_journal.domain.errors import InvalidValue

FILE_ID: Final = 0
SESSION: Final = 18
RECORD: Final = 20
ACTIVITY: Final = 34

_HEADER: Final = struct.Struct("<2BHI4s")
_MAGIC: Final = b".FIT"
_CRC: Final = 2
_COMPRESSED, _DEFINITION, _OF_DEVELOPERS = 0x80, 0x40, 0x20


def is_fit(start: bytes) -> bool:
    """Return whether bytes begin as a FIT file does."""
    return len(start) >= _HEADER.size and start[8:12] == _MAGIC and start[0] in (12, 14)


def picked(data: bytes, wanted: Collection[int]) -> bytes:
    """Return a FIT file of the messages with the `wanted` global numbers, of records the first and the last only.

    Files that follow each other in `data` are taken one after the other. Fields of developers are cut off.
    Raises InvalidValue for bytes that are no FIT file, are cut off or contradict themselves.
    """
    found = []
    start = 0
    while start == 0 or is_fit(data[start : start + _HEADER.size]):
        if not is_fit(data[start : start + _HEADER.size]):
            raise InvalidValue("It is no FIT file.", "Copy it again.")
        header, _, _, length, _ = _HEADER.unpack_from(data, start)
        begin, end = start + header, start + header + length
        if not length:
            raise InvalidValue("It was never finished: the watch stopped before it wrote the end.", "Type it in.")
        if end > len(data):
            raise InvalidValue(f"It is cut off: {len(data):,} of {end + _CRC:,} bytes are there.", "Copy it again.")
        found.append(_fit(_Picking(data, wanted).run(begin, end)))
        start = end + _CRC
    return b"".join(found)


def _fit(body: bytes) -> bytes:
    return _HEADER.pack(12, 0x20, 2100, len(body), _MAGIC) + body + bytes(_CRC)


class _Picking:
    """Walks over the messages of one file."""

    def __init__(self, data: bytes, wanted: Collection[int]) -> None:
        self._data = data
        self._wanted = wanted
        self._sizes = [0] * 16
        self._native = [0] * 16
        self._numbers = [-1] * 16
        self._definitions = [b""] * 16
        self._is_wanted = [False] * 16
        self._out = bytearray()
        self._first_record = -1
        self._record: tuple[int, int] | None = None
        self._last_record = b""

    def run(self, at: int, end: int) -> bytes:
        """Return the picked definitions and messages between two places."""
        data, sizes, is_wanted = self._data, self._sizes, self._is_wanted
        while at < end:
            head = data[at]
            if head & (_COMPRESSED | _DEFINITION) == _DEFINITION:
                self._keep_record()
                at = self._define(at, head, end)
                continue
            local = (head >> 5) & 3 if head & _COMPRESSED else head & 15
            size = sizes[local]
            if not size or at + size > end:
                raise InvalidValue("It is damaged: its messages do not fit into it.", "Copy it again.")
            if is_wanted[local]:
                self._pick(at, head, local)
            at += size
        self._keep_record()
        return bytes(self._out) + self._last_record

    def _pick(self, at: int, head: int, local: int) -> None:
        if self._numbers[local] == RECORD:
            if head & _COMPRESSED:
                return  # Its time counts from messages that are not picked.
            if self._first_record >= 0:
                self._record = at, local
                return
            self._first_record = at
        self._out += self._definitions[local]
        self._out += self._data[at : at + self._native[local]]

    def _keep_record(self) -> None:
        """Keep the last record so far with its definition, which may now be replaced."""
        if self._record is not None:
            at, local = self._record
            self._last_record = self._definitions[local] + self._data[at : at + self._native[local]]
            self._record = None

    def _define(self, at: int, head: int, end: int) -> int:
        """Take a definition; return where it ends."""
        data, local = self._data, head & 15
        if at + 6 > end:
            raise InvalidValue("It is damaged: a definition is cut off.", "Copy it again.")
        stop = native_end = at + 6 + 3 * data[at + 5]
        size = sum(data[at + 7 : stop : 3])
        extra = 0
        if head & _OF_DEVELOPERS and stop < end:
            stop += 1 + 3 * data[stop]
            extra = sum(data[native_end + 2 : stop : 3])
        if stop > end:
            raise InvalidValue("It is damaged: a definition is cut off.", "Copy it again.")
        number = int.from_bytes(data[at + 3 : at + 5], "big" if data[at + 2] else "little")
        self._numbers[local] = number
        self._is_wanted[local] = number in self._wanted
        self._native[local] = 1 + size
        self._sizes[local] = 1 + size + extra
        self._definitions[local] = bytes([head & ~_OF_DEVELOPERS]) + data[at + 1 : native_end]
        return stop
