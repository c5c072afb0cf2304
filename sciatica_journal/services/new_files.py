"""New files for the person: private, durable, and never in the place of another."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sciatica_journal.domain.errors import InvalidValue, JournalError
from sciatica_journal.domain.text import one_line
from sciatica_journal.storage.opening import sync_folder


def write_new_file(path: Path, lines: Iterable[str]) -> None:
    """Write lines to a new file (0600): whole under another name, then put in place.

    Raises InvalidValue where something is at the path already, JournalError where it cannot be written.
    """
    with _explained(path):
        _check_free(path)
        building = _building(path)
        try:
            _write(building, lines)
            _link(building, path)
        finally:
            building.unlink(missing_ok=True)
        sync_folder(path.parent)


def write_new_folder(path: Path, files: Mapping[str, Iterable[str]]) -> None:
    """Write a new folder (0700) of files (0600), by name, in the same way as a file."""
    with _explained(path):
        _check_free(path)
        building = _building(path)
        building.mkdir(mode=0o700)
        try:
            for name, lines in files.items():
                _write(building / name, lines)
            sync_folder(building)
            _check_free(path)
            building.rename(path)
        except BaseException:
            for name in files:
                (building / name).unlink(missing_ok=True)
            building.rmdir()
            raise
        sync_folder(path.parent)


def _building(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}-{os.urandom(3).hex()}.new")


def _check_free(path: Path) -> None:
    if os.path.lexists(path):
        raise InvalidValue(f"{one_line(str(path))} exists already.", "Choose another name; nothing was overwritten.")


def _write(path: Path, lines: Iterable[str]) -> None:
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
        file.writelines(lines)
        file.flush()
        os.fsync(file.fileno())


def _link(source: Path, target: Path) -> None:
    """Give the file its name. A link refuses an existing target; a rename, where links are unknown, would not."""
    try:
        os.link(source, target)
    except FileExistsError:
        _check_free(target)
        raise
    except (OSError, NotImplementedError, AttributeError):
        _check_free(target)
        source.rename(target)


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
