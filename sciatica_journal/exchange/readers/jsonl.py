"""JSON lines of this program, read as its own records by `exchange.journal.jsonl`."""

from collections.abc import Iterator, Sequence
from typing import Final

from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.found import Answers, Found
from sciatica_journal.exchange.watch import Watch

_BOM: Final = b"\xef\xbb\xbf"


def is_mine(files: Sequence[InFile]) -> bool:
    """Return whether the one file begins with an object that is not laid out over several lines."""
    first = files[0].head().removeprefix(_BOM).lstrip().partition(b"\n")[0].strip()
    return len(files) == 1 and first.startswith(b"{") and first != b"{"


def read(files: Sequence[InFile], answers: Answers, watch: Watch) -> Iterator[Found]:  # noqa: ARG001  # as all readers
    """Yield the records of the files. Raises BadLine for the first line that is not right, before any record."""
    from sciatica_journal.exchange.journal.jsonl import read_lines

    for file in files:
        yield from read_lines(file, watch)
