"""Streams of bytes that are counted while they are read, bounded, and that fail in words."""

import gzip
import io
import zlib
from collections.abc import Callable
from typing import BinaryIO, Final, Protocol
from zipfile import BadZipFile

from sciatica_journal.domain.errors import InvalidValue, JournalError
from sciatica_journal.exchange.files.budgets import Budget, most_bytes, most_unpacked, too_large
from sciatica_journal.exchange.watch import READ_SIZE, Watch

_GZIP: Final = b"\x1f\x8b"
DAMAGED: Final = (EOFError, zlib.error, gzip.BadGzipFile, BadZipFile, NotImplementedError, RuntimeError, ValueError)
"""What gzip and zipfile raise over bytes that are not what they claim."""


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


class Counted(io.RawIOBase):
    """A stream of at most `most` bytes; more are refused, as are more than the archive's budget has left.

    `at_end` is called where it ends: it raises what is wrong with the whole, such as that the file has changed.
    Raises Cancelled when the watch was stopped.
    """

    def __init__(
        self,
        inner: _Readable,
        name: str,
        most: int,
        refusal: JournalError,
        watch: Watch,
        at_end: Callable[[], None] | None = None,
        budget: Budget | None = None,
    ) -> None:
        super().__init__()
        self._inner = inner
        self._name = name
        self._left = most
        self._refusal = refusal
        self._watch = watch
        self._at_end = at_end
        self._budget = budget
        self.is_counted = True

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: "bytearray | memoryview[int]", /) -> int:  # type: ignore[override]  # no shared buffers
        """Fill the buffer as far as there are bytes."""
        self._watch.check()
        try:
            chunk = self._inner.read(min(len(buffer), READ_SIZE))
        except JournalError:
            raise
        except DAMAGED as error:
            raise damaged(self._name, error) from error
        except OSError as error:
            raise InvalidValue(f"{self._name} cannot be read: {error.strerror or 'it is damaged'}.", "") from error
        count = len(chunk)
        self._count(count)
        if not count and self._at_end is not None:
            self._at_end()
        buffer[:count] = chunk
        return count

    def _count(self, count: int) -> None:
        self._left -= count
        if self._left < 0:
            raise self._refusal
        if self._budget is not None:
            self._budget.spend(count)
        if self.is_counted:
            self._watch.count_bytes(count)


def damaged(name: str, error: Exception) -> InvalidValue:
    """Return the refusal of what zipfile, gzip or zlib cannot read."""
    if isinstance(error, EOFError):
        return InvalidValue(f"{name} is cut off.", "Copy or export it again.")
    if isinstance(error, NotImplementedError):
        return InvalidValue(f"{name} is packed in a way that is not known here.", "Unpack it and import the folder.")
    return InvalidValue(f"{name} is damaged.", "Copy or export it again.")


def unpacked(
    raw: _Readable,
    name: str,
    packed: int,
    watch: Watch,
    at_end: Callable[[], None] | None = None,
    budget: Budget | None = None,
) -> BinaryIO:
    """Return the bytes of a file, unpacked where they are packed with gzip.

    `packed` is how many bytes it takes on the disk; `budget` that of the archive that it lies in, None for a plain
    file. More than a packed file can sensibly hold is refused while it is read.
    """
    most = most_bytes(name)
    sensible = min(most, most_unpacked(packed))
    bomb = InvalidValue(f"{name} unpacks to far more than it may.", "It is not an export and is not read.")
    refusal = bomb if sensible < most else too_large(name)
    first = Counted(
        raw,
        name,
        most if budget is None else sensible,
        too_large(name) if budget is None else refusal,
        watch,
        at_end,
        budget,
    )
    base = io.BufferedReader(first, READ_SIZE)
    if base.peek(2)[:2] != _GZIP:
        return base
    first.is_counted = False
    return io.BufferedReader(
        Counted(gzip.GzipFile(fileobj=base), name, sensible, refusal, watch, None, budget), READ_SIZE
    )
