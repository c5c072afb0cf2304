"""A file to be imported, wherever it lies: on the disk, in a folder, in a ZIP, packed with gzip."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import BinaryIO, NamedTuple


class InFile(NamedTuple):
    """`name` is its path within what was named, safe to show; `size` its claimed bytes, unpacked.

    `open` gives a fresh stream of bytes, counted and bounded, that raises JournalError where it cannot be read.
    """

    name: str
    size: int
    open: Callable[[], AbstractContextManager[BinaryIO]]

    @property
    def base(self) -> str:
        """The last part of the name."""
        return self.name.rsplit("/", 1)[-1]

    def head(self, count: int = 4096) -> bytes:
        """Return the first bytes."""
        with self.open() as stream:
            return stream.read(count)
