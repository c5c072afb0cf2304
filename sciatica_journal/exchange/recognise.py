"""What files are, by their content and not by their names."""

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO, Final, NamedTuple

from sciatica_journal.domain.errors import InvalidValue, JournalError
from sciatica_journal.exchange.files.containers import Bundle
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.files.names import about_it
from sciatica_journal.exchange.found import Refused
from sciatica_journal.exchange.readers.registry import KINDS, Reader
from sciatica_journal.exchange.readers.strava_files import is_of_strava
from sciatica_journal.exchange.watch import Cancelled, Watch

_BOM: Final = b"\xef\xbb\xbf"
_HEAD: Final = 1 << 14
_FOREIGN: Final = (
    (b"SQLite format 3\x00", "is a database", "A backup is put back with `sciatica-journal restore PATH`."),
    (b"PK\x03\x04", "is a ZIP file", "Give its name the ending .zip."),
    (b"\xff\xfe", "is not UTF-8 text", "Save it as UTF-8."),
    (b"\xfe\xff", "is not UTF-8 text", "Save it as UTF-8."),
    (b"%PDF", "is a PDF", "Export the data, not a page to print."),
    (b"\xff\xd8\xff", "is a picture", "Pictures are not imported."),
    (b"\x89PNG", "is a picture", "Pictures are not imported."),
    (b"<!doctype html", "is a web page", "Sign in there and download the export again."),
    (b"<html", "is a web page", "Sign in there and download the export again."),
)
_OFFICE_NAMES: Final = ("[Content_Types].xml", "mimetype")
"""What documents and tables of office programs, which are ZIPs, begin with."""
_OFFICE: Final = ("is a document of an office program", "Save it as CSV or as plain text there.")
_TOGETHER: Final = ("fit", "gpx", "tcx")
"""Kinds whose files are one outing each: all of a bundle are read as one part."""

_Readers = Sequence[tuple[str, Reader]]


class Part(NamedTuple):
    """Files of one kind that are read together."""

    kind: str
    files: Sequence[InFile]


def recognise(bundle: Bundle, watch: Watch | None = None) -> list[Part]:
    """Return the parts of a bundle, by content: first what is an export of several files, then each file.

    Beside such an export there may be those of other programs, as in a folder of downloads: they are parts, too.
    What is of no kind is told in `Bundle.left_out`; where nothing is of any kind, InvalidValue is raised. Raises
    Cancelled when the watch was stopped.
    """
    watch = watch or Watch()
    parts: list[Part] = []
    left: list[InFile] = []
    for inside in _by_archive(bundle):
        kind = _whole_kind(inside)
        if kind is not None:
            parts += [Part(kind, inside), *_beside(kind, inside, bundle, watch)]
        else:
            left.extend(inside)
    kind = _whole_kind(left) if bundle.nested else None
    if kind is not None:
        return [*parts, Part(kind, left), *_beside(kind, left, bundle, watch)]
    parts.extend(_single_kinds(left, bundle, watch))
    if not parts:
        raise _nothing(bundle)
    return parts


def _by_archive(bundle: Bundle) -> list[list[InFile]]:
    """Return the files by the outermost ZIP within the bundle that they are from: each may be a whole export."""
    nested = set(bundle.nested)
    found: dict[str, list[InFile]] = {}
    for file in bundle.files:
        prefix = file.name[: file.name.lower().find(".zip/") + 5]
        found.setdefault(prefix if prefix in nested else "", []).append(file)
    return sorted(found.values(), key=lambda files: files is found.get(""))


def _whole_kind(files: Sequence[InFile]) -> str | None:
    if not files:
        return None
    return next((name for name, kind in KINDS.items() if kind.whole and _is_mine(kind.load(), files)), None)


def _beside(whole: str, files: Sequence[InFile], bundle: Bundle, watch: Watch) -> Iterator[Part]:
    """Yield the parts that files of other kinds make, among those of an export of several files.

    Recordings belong to the export; so does what is of no kind, such as the many other tables of Strava. In a folder
    of downloads there is also what no export brought along: that is told.
    """
    brought = _brought_along(whole, bundle)
    readers = _readers()
    for file in files:
        watch.check()
        if file.base.casefold().rpartition(".")[2] in _TOGETHER:
            continue
        read_before = watch.bytes_read
        kind = _told_kind(file, readers, None if brought(file.name) else bundle.left_out)
        watch.bytes_read = read_before
        if kind not in (None, whole, *_TOGETHER):
            yield Part(kind, [file])


def _brought_along(whole: str, bundle: Bundle) -> Callable[[str], bool]:
    """Return whether a file of some name is of the export, though of no kind: all that a program packed itself is."""
    if whole != "strava" or bundle.name.casefold().endswith(".zip"):
        return lambda _name: True
    nested = tuple(bundle.nested)
    return lambda name: name.startswith(nested) or is_of_strava(name)


def _told_kind(file: InFile, readers: _Readers, left_out: list[Refused] | None) -> str | None:
    """Return the kind of a file by itself; one of none, or that cannot be read, is told in `left_out` if given."""
    try:
        peeked = _peeked(file)
        kind = next((name for name, reader in readers if _is_mine(reader, [peeked])), None)
        if kind is None and left_out is not None:
            raise _of_no_kind(file.name, peeked.head())
    except Cancelled:
        raise
    except JournalError as error:
        if left_out is not None:
            left_out.append(Refused(file.name, about_it(str(error), file.name)))
        return None
    return kind


def _single_kinds(files: Sequence[InFile], bundle: Bundle, watch: Watch) -> Iterator[Part]:
    """Yield the parts that single files make, in the order of KINDS."""
    readers = _readers()
    found: dict[str, list[InFile]] = {name: [] for name, _ in readers}
    read_before = watch.bytes_read
    for file in files:
        watch.check()
        kind = _told_kind(file, readers, bundle.left_out)
        if kind is not None:
            found[kind].append(file)
        # Looking at its beginning is no reading yet: many small files would be at 100 % before the first is parsed.
        watch.bytes_read = read_before
    for name, ones in found.items():
        if name in _TOGETHER and ones:
            yield Part(name, ones)
        else:
            yield from (Part(name, [one]) for one in ones)


def _readers() -> _Readers:
    return [(name, kind.load()) for name, kind in KINDS.items()]


def _is_mine(reader: Reader, files: Sequence[InFile]) -> bool:
    """Return what the reader says; one that stumbles over files of other kinds does not know them."""
    try:
        return reader.is_mine(files)
    except Cancelled:
        raise
    except (JournalError, ValueError, RecursionError):
        return False


def _peeked(file: InFile) -> InFile:
    """Return the file with its beginning at hand: a dozen readers look at it, and it may have to be unpacked."""
    head = file.head(_HEAD)

    @contextmanager
    def opened() -> Iterator[BinaryIO]:
        if len(head) < _HEAD:
            yield io.BytesIO(head)
            return
        with _Beyond(head, file) as raw, io.BufferedReader(raw) as stream:
            yield stream

    return file._replace(open=opened)


class _Beyond(io.RawIOBase):
    """A beginning that is at hand, and the rest of the file for who reads on."""

    def __init__(self, head: bytes, file: InFile) -> None:
        super().__init__()
        self._head = io.BytesIO(head)
        self._file = file
        self._skip = len(head)
        self._closing: Callable[[], object] | None = None
        self._rest: BinaryIO | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview[int]", /) -> int:  # type: ignore[override]  # no shared buffers
        chunk = self._head.read(len(buffer)) or self._read_on(len(buffer))
        buffer[: len(chunk)] = chunk
        return len(chunk)

    def _read_on(self, count: int) -> bytes:
        if self._rest is None:
            manager = self._file.open()
            self._rest = manager.__enter__()
            self._closing = lambda: manager.__exit__(None, None, None)
            self._rest.read(self._skip)
        return self._rest.read(count)

    def close(self) -> None:
        if self._closing is not None:
            closing, self._closing = self._closing, None
            closing()
        super().close()


def _of_no_kind(name: str, start: bytes) -> InvalidValue:
    if start.startswith(b"PK") and start[30:].startswith(tuple(one.encode() for one in _OFFICE_NAMES)):
        return InvalidValue(f"{name} {_OFFICE[0]}.", _OFFICE[1])
    begun = start.removeprefix(_BOM).lstrip().lower()
    for magic, what, hint in _FOREIGN:
        if start.startswith(magic) or begun.startswith(magic):
            return InvalidValue(f"{name} {what}.", hint)
    return InvalidValue(f"{name} is of no kind that can be imported.", "The page Import and export lists the kinds.")


def _nothing(bundle: Bundle) -> InvalidValue:
    if any(file.name in _OFFICE_NAMES for file in bundle.files):
        return InvalidValue(f"{bundle.name} {_OFFICE[0]}.", _OFFICE[1])
    if len(bundle.left_out) == 1:
        only = bundle.left_out[0]
        is_about_it = only.why.startswith("It ")
        return InvalidValue(f"{only.place}{only.why[2:]}" if is_about_it else f"{only.place}: {only.why}", "")
    count = len(bundle.left_out)
    first = bundle.left_out[0]
    return InvalidValue(
        f"None of the {count:,} files in {bundle.name} can be imported.", f"The first, {first.place}: {first.why}"
    )
