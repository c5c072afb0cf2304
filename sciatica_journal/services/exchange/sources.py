"""What a person named, as parts: the files of one kind that are read together."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.text import one_line
from sciatica_journal.exchange.bounds import check_size, shown
from sciatica_journal.exchange.in_file import InFile
from sciatica_journal.exchange.readers.registry import KINDS
from sciatica_journal.exchange.recognise import recognise
from sciatica_journal.exchange.watch import Watch


class Part(NamedTuple):
    """Files of one kind."""

    kind: str
    files: Sequence[InFile]


def parts_of(path: Path, kind: str | None, watch: Watch) -> tuple[str, list[Part]]:
    """Return the name of what lies at the path, and its parts. Raises JournalError for what cannot be imported."""
    check_kind(kind)
    watch.check()
    found = kind or recognise(path)
    check_size(path)
    return one_line(path.name), [Part(found, [_plain_file(path)])]


def check_kind(kind: str | None) -> None:
    """Refuse an unknown kind."""
    if kind is not None and kind not in KINDS:
        raise InvalidValue(f"The kind {one_line(kind)!r} cannot be imported.", f"Kinds: {', '.join(KINDS)}.")


def _plain_file(path: Path) -> InFile:
    @contextmanager
    def opened() -> Iterator[BinaryIO]:
        with path.open("rb") as stream:
            yield stream

    return InFile(shown(path), path.stat().st_size, opened)
