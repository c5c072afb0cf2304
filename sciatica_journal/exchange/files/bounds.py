"""What a file must be before anything in it is read: a plain file of bearable size."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sciatica_journal.domain.errors import InvalidValue, JournalError, NotThere
from sciatica_journal.domain.text import one_line

MOST_BYTES: Final = 256 * 2**20
"""Largest file that is read: some hundred years of full days."""


class BadLine(InvalidValue):
    """A line of a file that is not right. `number` counts from 1; the message begins with "line N:"."""

    def __init__(self, number: int, message: str, hint: str = "") -> None:
        super().__init__(f"line {number}: {message}", hint)
        self.number = number


def shown(path: Path) -> str:
    """Return a path as it can be shown: on one line, without control characters."""
    return one_line(str(path))


def status_of(path: Path) -> os.stat_result:
    """Return the status of a file or folder. Raises NotThere, and what `unreadable` makes of other errors."""
    try:
        return path.stat()
    except FileNotFoundError:
        raise NotThere(f"{shown(path)} is not there.", "Check the path.") from None
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error


def check_size(path: Path) -> None:
    """Refuse what is no regular file, is empty or is larger than MOST_BYTES."""
    status = status_of(path)
    if stat.S_ISDIR(status.st_mode):
        raise InvalidValue(f"{shown(path)} is a folder.", "Name the file in it.")
    if not stat.S_ISREG(status.st_mode):
        raise InvalidValue(f"{shown(path)} is not a plain file.", "Name a file on the disk.")
    if status.st_size > MOST_BYTES:
        raise InvalidValue(f"{shown(path)} has more than {MOST_BYTES // 2**20} MiB.", "Split it, at line ends.")
    if status.st_size == 0:
        raise InvalidValue(f"{shown(path)} is empty.", "Export it again.")


def first_bytes(path: Path, count: int = 512) -> bytes:
    """Return the beginning of a file."""
    try:
        with path.open("rb") as file:
            return file.read(count)
    except OSError as error:
        raise unreadable(path, error) from error


def lines_of(path: Path) -> Iterator[str]:
    """Yield the lines of a UTF-8 file, split at line feeds only. Raises UnicodeDecodeError for other bytes."""
    try:
        left = MOST_BYTES
        with path.open("rb") as file:
            while line := file.readline(left + 1):
                left -= len(line)
                if left < 0:
                    raise InvalidValue(f"{shown(path)} grew beyond {MOST_BYTES // 2**20} MiB.", "Try again.")
                yield line.decode("utf-8")
    except OSError as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: Exception) -> JournalError:
    """Return the error to raise for what the system does not give, with its reason."""
    reason = error.strerror if isinstance(error, OSError) else None
    return JournalError(f"{shown(path)} cannot be read: {reason or error}.", "Check the path and its permissions.")
