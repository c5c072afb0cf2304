"""Watching an import: how far it is, and whether the person has stopped it."""

from threading import Event
from typing import Final

from sciatica_journal.domain.errors import JournalError

READ_SIZE: Final = 1 << 16
"""Bytes that are read at once: small enough that stopping is felt at once."""


class Cancelled(JournalError):
    """The person stopped the import. None of it was kept."""

    def __init__(self) -> None:
        super().__init__("Stopped; nothing was imported.", "Start it again whenever you like.")


class Watch:
    """Counts what was read; written by the reading thread, read and stopped from any other."""

    def __init__(self) -> None:
        self.bytes_total = 0
        self.bytes_read = 0
        self.items = 0
        self.items_total = 0
        self._stopped = Event()

    def stop(self) -> None:
        """Have the reading end at its next step."""
        self._stopped.set()

    @property
    def is_stopped(self) -> bool:
        """Whether it was stopped."""
        return self._stopped.is_set()

    def check(self) -> None:
        """Raise Cancelled when it was stopped."""
        if self._stopped.is_set():
            raise Cancelled

    def count_bytes(self, count: int) -> None:
        """Count bytes that were read. Raises Cancelled."""
        self.bytes_read += count
        self.check()

    def count_item(self) -> None:
        """Count a row, a file or a record. Raises Cancelled."""
        self.items += 1
        self.check()
