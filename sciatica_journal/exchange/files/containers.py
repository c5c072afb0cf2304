"""What a person names to be imported: a file, a folder or a ZIP, as one list of files. Nothing is extracted."""

import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from io import SEEK_END
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, Final, cast

from sciatica_journal.domain.errors import InvalidValue, JournalError
from sciatica_journal.domain.text import one_line
from sciatica_journal.exchange.files.bounds import first_bytes, shown, status_of, unreadable
from sciatica_journal.exchange.files.budgets import MIB, MOST_FILES, Budget
from sciatica_journal.exchange.files.disk_files import Unchanged, files_in, plain_file
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.files.names import about_it, safe_name, without_gz
from sciatica_journal.exchange.files.zip_files import is_zip, members
from sciatica_journal.exchange.found import Refused
from sciatica_journal.exchange.watch import READ_SIZE, Cancelled, Watch

_DEEPEST: Final = 2
"""ZIPs in ZIPs: Garmin packs the files of the watches into ZIPs within its ZIP."""

_IN_MEMORY: Final = 4 * MIB


@dataclass(frozen=True, slots=True)
class Bundle:
    """The files of what was named, in a fixed order, with `name` to call it by.

    `nested` are the beginnings of the names of files from ZIPs within it (`strava.zip/`). `left_out` tells what is not
    among the files and why; `recognise` adds what is of no kind. Files can be read until `close`, from any thread.
    """

    name: str
    files: Sequence[InFile]
    nested: Sequence[str] = ()
    left_out: list[Refused] = field(default_factory=list)
    _open: ExitStack = field(default_factory=ExitStack, repr=False, compare=False)

    def close(self) -> None:
        """Close the archives."""
        self._open.close()

    def __enter__(self) -> "Bundle":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_bundle(path: Path, watch: Watch) -> Bundle:
    """Return what lies at a path; nothing of it is read yet but the lists of archives.

    Raises NotThere, InvalidValue or JournalError, in words, for what cannot be read at all, is empty, holds more than
    MOST_FILES files or is a trick; single files of that sort are left out and told. Raises Cancelled.
    """
    with ExitStack() as stack:
        gathering = _Gathering(watch, stack)
        gathering.add(path)
        if not gathering.files:
            raise _nothing_in(path, gathering.left_out)
        watch.bytes_total += sum(file.size for file in gathering.files)
        return Bundle(
            one_line(path.name) or shown(path), gathering.files, gathering.nested, gathering.left_out, stack.pop_all()
        )


def _nothing_in(path: Path, left_out: Sequence[Refused]) -> InvalidValue:
    if left_out:
        first = left_out[0]
        return InvalidValue(f"{shown(path)} holds nothing to import. {first.place}: {first.why}", "")
    return InvalidValue(f"{shown(path)} holds no files.", "Export it again.")


class _Gathering:
    """Collects the files of a bundle."""

    def __init__(self, watch: Watch, stack: ExitStack) -> None:
        self.files: list[InFile] = []
        self.nested: list[str] = []
        self.left_out: list[Refused] = []
        self._watch = watch
        self._stack = stack

    def add(self, path: Path) -> None:
        status = status_of(path)
        if stat.S_ISDIR(status.st_mode):
            for found, name, mark in files_in(path, self._watch, self.left_out.append):
                self._add_found(plain_file(found, name, mark, self._watch), found, Unchanged(mark, name))
        elif not stat.S_ISREG(status.st_mode):
            raise InvalidValue(f"{shown(path)} is not a plain file.", "Name a file on the disk.")
        elif not status.st_size:
            raise InvalidValue(f"{shown(path)} is empty.", "Export it again.")
        elif is_zip(first_bytes(path)):
            self._add_zip_on_disk(path, shown(path), "", Unchanged(status, shown(path)))
        else:
            name = without_gz(safe_name(path.name))
            self.files.append(plain_file(path, name, status, self._watch))

    def _add_found(self, file: InFile, path: Path, unchanged: Unchanged) -> None:
        """Add a file of a folder; a ZIP by its files."""
        if not file.name.lower().endswith((".zip", ".daylio")):
            self._add_file(file)
        else:
            self._add_nested(file, partial(self._add_zip_on_disk, path, file.name, f"{file.name}/", unchanged))

    def _add_nested(self, file: InFile, add: Callable[[], None]) -> None:
        """Add a ZIP among other files: one that cannot be read is left out."""
        count = len(self.files)
        try:
            add()
        except Cancelled:
            raise
        except JournalError as error:
            del self.files[count:]
            self.left_out.append(Refused(file.name, about_it(str(error), file.name)))
        else:
            self.nested.append(f"{file.name}/")

    def _add_file(self, file: InFile) -> None:
        if len(self.files) >= MOST_FILES:
            raise InvalidValue(f"There are more than {MOST_FILES:,} files.", "Import them in several goes.")
        self.files.append(file)

    def _add_zip_on_disk(self, path: Path, name: str, prefix: str, unchanged: Unchanged) -> None:
        try:
            file = self._stack.enter_context(path.open("rb"))
        except OSError as error:
            raise unreadable(path, error) from error
        check = partial(unchanged.check, file.fileno())
        check()
        budget = Budget(file.seek(0, SEEK_END))
        self._add_members(members(file, name, prefix, self._watch, check, self.left_out.append, budget), budget, 1)

    def _add_members(self, found: Iterator[InFile], budget: Budget, depth: int) -> None:
        for file in found:
            if not file.name.lower().endswith((".zip", ".daylio")):
                self._add_file(file)
            elif depth >= _DEEPEST:
                self.left_out.append(Refused(file.name, "ZIPs in ZIPs in ZIPs are not read."))
            else:
                self._add_nested(file, partial(self._add_zip_in_zip, file, budget, depth + 1))

    def _add_zip_in_zip(self, file: InFile, budget: Budget, depth: int) -> None:
        copy = self._stack.enter_context(_copy_of(file))
        prefix = f"{file.name}/"
        inner = members(copy, file.name, prefix, self._watch, _nothing_changes, self.left_out.append, budget)
        self._add_members(inner, budget, depth)


def _nothing_changes() -> None:
    """A copy of one's own stays as it is."""


def _copy_of(file: InFile) -> BinaryIO:
    """Return a member of an archive where one can go to and fro in it: in memory, a large one in a temporary file."""
    copy = cast("BinaryIO", SpooledTemporaryFile(_IN_MEMORY))  # noqa: SIM115  # closed with the bundle
    try:
        with file.open() as stream:
            while chunk := stream.read(READ_SIZE):
                copy.write(chunk)
    except JournalError:
        copy.close()
        raise
    except OSError as error:
        copy.close()
        raise JournalError(f"There is no room to unpack {file.name}.", "Unpack it and import the folder.") from error
    return copy
