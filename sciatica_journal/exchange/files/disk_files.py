"""Files and folders on the disk, as files to import: only plain files, and told when they change meanwhile."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.files.bounds import shown, unreadable
from sciatica_journal.exchange.files.budgets import MOST_FILES
from sciatica_journal.exchange.files.counted import unpacked
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.files.names import is_hidden, safe_name, without_gz
from sciatica_journal.exchange.found import Refused
from sciatica_journal.exchange.watch import Watch

_DEEPEST: Final = 40
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""Not blocking: what was a plain file a moment ago may be a pipe now."""


class Unchanged:
    """How a file was when it was listed; `check` refuses it once it is otherwise."""

    def __init__(self, status: os.stat_result, name: str) -> None:
        self._was = _mark(status)
        self._name = name

    def check(self, descriptor: int) -> None:
        """Raise InvalidValue when the open file is not as it was listed."""
        if _mark(os.fstat(descriptor)) != self._was:
            raise InvalidValue(
                f"{self._name} changed while it was being read.", "Import it again when nothing writes to it."
            )


def _mark(status: os.stat_result) -> tuple[int, int, int]:
    return stat.S_IFMT(status.st_mode), status.st_size, status.st_mtime_ns


def plain_file(path: Path, name: str, status: os.stat_result, watch: Watch) -> InFile:
    """Return a plain file as it was when `status` was taken."""
    unchanged = Unchanged(status, name)

    @contextmanager
    def opened() -> Iterator[BinaryIO]:
        try:
            descriptor = os.open(path, _FLAGS)
        except OSError as error:
            raise unreadable(path, error) from error
        with os.fdopen(descriptor, "rb", buffering=0) as raw:
            unchanged.check(descriptor)
            yield unpacked(raw, name, status.st_size, watch, lambda: unchanged.check(descriptor))

    return InFile(name, status.st_size, opened)


def files_in(
    folder: Path, watch: Watch, leave_out: Callable[[Refused], None]
) -> Iterator[tuple[Path, str, os.stat_result]]:
    """Yield the plain files of a folder and of the folders in it, by their names; links are not followed.

    What is left out is told, but hidden files, which are nobody's data. Raises InvalidValue for more than MOST_FILES.
    """
    waiting = [(folder, "", 0)]
    count = 0
    while waiting:
        here, prefix, depth = waiting.pop()
        folders = []
        for entry in _entries(here, prefix, leave_out):
            watch.check()
            count += 1
            if count > MOST_FILES:
                raise InvalidValue(f"{shown(folder)} holds more than {MOST_FILES:,} files.", "Name a folder in it.")
            name = prefix + safe_name(entry.name)
            if entry.is_dir(follow_symlinks=False):
                folders.append((Path(entry.path), f"{name}/", depth + 1))
            elif (status := _plain(entry, name, leave_out)) is not None:
                yield Path(entry.path), without_gz(name), status
        if folders and depth >= _DEEPEST:
            leave_out(Refused(prefix, "Folders nested deeper than this are not looked into."))
        else:
            waiting.extend(reversed(folders))


def _entries(folder: Path, prefix: str, leave_out: Callable[[Refused], None]) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as found:
            return sorted((one for one in found if not is_hidden(one.name)), key=lambda one: one.name)
    except OSError as error:
        if not prefix:
            raise unreadable(folder, error) from error
        leave_out(Refused(prefix, f"The folder cannot be read: {error.strerror}."))
        return []


def _plain(entry: "os.DirEntry[str]", name: str, leave_out: Callable[[Refused], None]) -> os.stat_result | None:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError as error:
        leave_out(Refused(name, f"It cannot be read: {error.strerror}."))
        return None
    if stat.S_ISLNK(status.st_mode):
        leave_out(Refused(name, "It is a link to another place; links are not followed."))
    elif not stat.S_ISREG(status.st_mode):
        leave_out(Refused(name, "It is not a plain file."))
    elif not status.st_size:
        leave_out(Refused(name, "It is empty."))
    else:
        return status
    return None
