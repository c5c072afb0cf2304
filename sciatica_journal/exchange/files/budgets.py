"""How much may come out of a file: what a packed file claims is not believed, what came out is counted."""

from threading import Lock
from typing import Final

from sciatica_journal.domain.errors import InvalidValue

MIB: Final = 2**20
MOST_FILES: Final = 100_000
"""Names that a folder or a ZIP may have: twice what a life of sport leaves."""

_MOST_BYTES: Final = {
    "xml": 8192 * MIB,
    "zip": 4096 * MIB,
    "json": 1024 * MIB,
    "csv": 512 * MIB,
    "txt": 512 * MIB,
    "gpx": 256 * MIB,
    "tcx": 256 * MIB,
    "fit": 64 * MIB,
}
"""By the ending of the name: Apple Health writes gigabytes of XML, no watch writes 64 MiB of FIT."""

_MOST_OF_OTHERS: Final = 256 * MIB
_FREE: Final = MIB
_HIGHEST_RATIO: Final = 200
"""What is packed 200 times over says nothing; text of activities packs 10 to 40 times over."""

_FREE_IN_ALL: Final = 1024 * MIB
_HIGHEST_RATIO_IN_ALL: Final = 100


def most_bytes(name: str) -> int:
    """Return how many bytes a file of that name may hold, unpacked."""
    return _MOST_BYTES.get(name.rpartition(".")[2].lower(), _MOST_OF_OTHERS)


def too_large(name: str) -> InvalidValue:
    """Return the refusal of a file that holds more than `most_bytes`."""
    return InvalidValue(f"{name} holds more than {most_bytes(name) // MIB:,} MiB.", "Such a file is not read.")


def most_unpacked(packed: int) -> int:
    """Return how many bytes may come out of so many packed ones."""
    return _FREE + _HIGHEST_RATIO * packed


class Budget:
    """What may come out of one archive in all, by any number of readings of its members; of use to many threads."""

    def __init__(self, packed: int) -> None:
        self._left = _FREE_IN_ALL + _HIGHEST_RATIO_IN_ALL * packed
        self._lock = Lock()

    def spend(self, count: int) -> None:
        """Count bytes that came out. Raises InvalidValue when there were too many."""
        with self._lock:
            self._left -= count
        if self._left < 0:
            raise InvalidValue("The archive unpacks to far more than it may.", "It is not an export and is not read.")
