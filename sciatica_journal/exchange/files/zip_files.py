"""ZIP archives as files to import: members are read as streams and never extracted."""

import io
import stat
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final
from zipfile import ZipExtFile, ZipFile, ZipInfo

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.files.budgets import MIB, MOST_FILES, Budget
from sciatica_journal.exchange.files.counted import DAMAGED, damaged, unpacked
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.files.names import is_hidden, safe_name, trick, without_gz
from sciatica_journal.exchange.found import Refused
from sciatica_journal.exchange.watch import Watch

_ENCRYPTED: Final = 0x1
_LOCAL_HEADER: Final = 30
_END: Final = struct.Struct("<4s4H2LH")
_END_64: Final = struct.Struct("<4sQ2H2L4Q")
_LONGEST_COMMENT: Final = 65535
_LARGEST_DIRECTORY: Final = 24 * MIB
"""Bytes of the list of members: 100,000 names of common length take half of it."""


def members(
    file: BinaryIO,
    name: str,
    prefix: str,
    watch: Watch,
    at_end: Callable[[], None],
    leave_out: Callable[[Refused], None],
    budget: Budget,
) -> Iterator[InFile]:
    """Yield the members of an archive, their names behind `prefix`; what is left out is told.

    `at_end` is called where a member's bytes end: it raises what is wrong with the archive's file. Raises InvalidValue
    for an archive that is damaged, holds too much, or whose members lie over each other (CVE-2024-0450).
    """
    watch.check()
    _check_directory(file, name)
    try:
        archive = ZipFile(file)
    except (*DAMAGED, OSError, struct.error, IndexError) as error:
        # zipfile lets errors of other modules through when it meets a damaged list of members
        raise damaged(name, error if not isinstance(error, OSError) else EOFError()) from error
    infos = archive.infolist()
    if len(infos) > MOST_FILES:
        raise _too_many(name)
    _check_apart(infos, archive.start_dir, name)
    for info in infos:
        watch.check()
        if _is_skipped(info.filename):
            continue
        shown_name = prefix + safe_name(info.filename)
        why = _why_not(info)
        if why is not None:
            leave_out(Refused(shown_name, why))
        else:
            yield _member(archive, info, without_gz(shown_name), watch, at_end, budget)


def _is_skipped(name: str) -> bool:
    """Return whether a member is a folder, without a name, or hidden."""
    parts = name.replace("\\", "/").split("/")
    return not parts[-1] or any(is_hidden(part) for part in parts if part != "..")


def _check_directory(file: BinaryIO, name: str) -> None:
    """Refuse an archive whose list of members would fill the memory."""
    size = file.seek(0, io.SEEK_END)
    start = max(0, size - _LONGEST_COMMENT - _END.size - 20)
    file.seek(start)
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        raise InvalidValue(f"{name} is cut off, or not a ZIP file.", "Copy or export it again.")
    length = _END.unpack_from(tail, at)[5]
    if length == 0xFFFFFFFF:
        place = tail.rfind(b"PK\x06\x06", 0, at)
        if place >= 0 and at - place >= _END_64.size:
            length = _END_64.unpack_from(tail, place)[8]
    if length > _LARGEST_DIRECTORY:
        raise _too_many(name)


def _too_many(name: str) -> InvalidValue:
    return InvalidValue(f"{name} holds more than {MOST_FILES:,} files.", "Unpack it and name a folder in it.")


def _check_apart(infos: list[ZipInfo], end: int, name: str) -> None:
    """Refuse members that lie over each other: a few bytes would be read as any number of files."""
    limit = end
    for info in sorted(infos, key=lambda one: one.header_offset, reverse=True):
        if info.header_offset + _LOCAL_HEADER + len(info.orig_filename) + info.compress_size > limit:
            raise InvalidValue(f"The files in {name} lie over each other.", "It is not an export and is not read.")
        limit = info.header_offset


def _why_not(info: ZipInfo) -> str | None:
    mode = info.external_attr >> 16
    if info.flag_bits & _ENCRYPTED:
        return "It is encrypted; unpack it with its password first."
    if stat.S_ISLNK(mode):
        return "It is a link to another place; links are not followed."
    if not info.file_size:
        return "It is empty."
    return trick(info.orig_filename) or trick(info.filename)


def _member(
    archive: ZipFile, info: ZipInfo, name: str, watch: Watch, at_end: Callable[[], None], budget: Budget
) -> InFile:
    @contextmanager
    def opened() -> Iterator[BinaryIO]:
        at_end()
        with _opened(archive, info, name) as raw:
            yield unpacked(raw, name, info.compress_size, watch, at_end, budget)

    return InFile(name, info.file_size, opened)


def _opened(archive: ZipFile, info: ZipInfo, name: str) -> ZipExtFile:
    try:
        return archive.open(info)  # type: ignore[return-value]  # typeshed says IO, ZipFile gives this
    except (*DAMAGED, OSError, struct.error) as error:
        # struct.error: a local header that is cut off
        raise damaged(name, error) from error


def is_zip(start: bytes) -> bool:
    """Return whether bytes begin as a ZIP archive does, also an empty one."""
    return start.startswith((b"PK\x03\x04", b"PK\x05\x06"))
