"""Private, durable files: whole under another name first, and only then given their own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sciatica_journal.domain.errors import JournalUnusable


def private_folder(folder: Path) -> None:
    """Create the folder for its owner only (0700). Raises JournalUnusable where that fails."""
    try:
        if not folder.is_dir():
            private_folder(folder.parent)
            folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise JournalUnusable(f"{folder} cannot be used: {error.strerror}.", "Choose another folder.") from error


@contextmanager
def building(path: Path) -> Iterator[Path]:
    """Yield an empty private file (0600) beside `path`, to be filled and put in place; remove it where it was not.

    Raises OSError where the folder cannot be written.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.new")
    unfinished.unlink(missing_ok=True)  # of a killed program that had the same number
    create_private(unfinished)
    try:
        yield unfinished
    finally:
        with suppress(OSError):  # what is to be said is said already; a later start removes leftovers
            unfinished.unlink(missing_ok=True)


def create_private(path: Path) -> None:
    """Create an empty file for its owner only (0600). Raises FileExistsError where something is at the path."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def put_in_place(source: Path, target: Path, *, replace: bool) -> bool:
    """Give a finished file its name, durably. Without `replace` an existing target is left alone: returns False."""
    with source.open("rb+") as file:
        os.fsync(file.fileno())
    if replace:
        os.replace(source, target)
    elif not _link(source, target):
        return False
    sync_folder(target.parent)
    return True


def _link(source: Path, target: Path) -> bool:
    """Give the file a name nobody has. A link refuses an existing one; a rename, where links are unknown, would not."""
    try:
        os.link(source, target)
    except FileExistsError:
        return False
    except (OSError, NotImplementedError, AttributeError):
        if os.path.lexists(target):
            return False
        source.rename(target)
    return True


def sync_folder(folder: Path) -> None:
    """Make a new or renamed entry of the folder durable, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
