"""The status and the beginning of a file to read, and errors in words for what the system does not give."""

import os
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


def first_bytes(path: Path, count: int = 512) -> bytes:
    """Return the beginning of a file."""
    try:
        with path.open("rb") as file:
            return file.read(count)
    except OSError as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: Exception) -> JournalError:
    """Return the error to raise for what the system does not give, with its reason."""
    reason = error.strerror if isinstance(error, OSError) else None
    return JournalError(f"{shown(path)} cannot be read: {reason or error}.", "Check the path and its permissions.")
