"""New files for the person: private, durable, and never in the place of another."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sciatica_journal.domain.errors import InvalidValue, JournalError
from sciatica_journal.domain.text import one_line
from sciatica_journal.storage.files import building, create_private, put_in_place, sync_folder


def write_new_file(path: Path, lines: Iterable[str]) -> None:
    """Write lines to a new file (0600): whole under another name, then put in place.

    Raises InvalidValue where something is at the path already, JournalError where it cannot be written.
    """
    with _explained(path):
        _check_free(path)
        with building(path) as unfinished:
            _fill(unfinished, lines)
            if not put_in_place(unfinished, path, replace=False):
                _check_free(path)


def write_new_folder(path: Path, files: Iterable[tuple[str, Iterable[str]]]) -> None:
    """Write a new folder (0700) of files (0600), each its name and lines, in the same way as a file."""
    with _explained(path):
        _check_free(path)
        unfinished = path.with_name(f".{path.name}.{os.getpid()}-{os.urandom(3).hex()}.new")
        unfinished.mkdir(mode=0o700)
        try:
            for name, lines in files:
                create_private(unfinished / name)
                _fill(unfinished / name, lines)
            sync_folder(unfinished)
            _check_free(path)
            unfinished.rename(path)
        except BaseException:
            for written in unfinished.iterdir():
                written.unlink()
            unfinished.rmdir()
            raise
        sync_folder(path.parent)


def _check_free(path: Path) -> None:
    if os.path.lexists(path):
        raise InvalidValue(f"{one_line(str(path))} exists already.", "Choose another name; nothing was overwritten.")


def _fill(path: Path, lines: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(lines)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise JournalError(f"The folder {one_line(str(path.parent))} is not there.", "Create it first.") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise JournalError(
            f"{one_line(str(path))} cannot be written: {reason or error}.", "Choose another place or make room."
        ) from error
