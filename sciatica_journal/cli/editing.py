"""A text in the person's editor: in a private file that stays where it is if anything goes wrong."""

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sciatica_journal.cli.parsing import UsageError
from sciatica_journal.services.errors import JournalError

_QUIET_VIM: Final = ("-n", "-i", "NONE", "--cmd", "set noundofile nobackup nowritebackup")
_QUIET: Final = {"vim": _QUIET_VIM, "nvim": _QUIET_VIM}
"""Switches that keep an editor from leaving copies of the text in swap, undo and history files."""


@contextmanager
def edited(text: str, name: str) -> Iterator[str]:
    """Let the person edit `text` in $VISUAL or $EDITOR and yield what they wrote.

    The file is removed when the block ends well. If the editor or the block fails, it stays and the
    error says where. Raises UsageError where no editor can be started.
    """
    command = _editor()
    folder = Path(tempfile.mkdtemp(prefix="sciatica-journal-", dir=_private_place()))
    path = folder / name
    try:
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
        _wait_for([*command, str(path)])
        yield _read(path, text)
    except _NotStarted as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise UsageError(f"The editor {command[0]!r} cannot be started: {error}.", "Set EDITOR to another.") from error
    except JournalError as error:
        if _is_untouched(path, text):
            shutil.rmtree(folder, ignore_errors=True)
            raise
        raise type(error)(error.message, f"{error.hint} What you wrote is in {path}.".lstrip()) from error
    except OSError as error:
        raise UsageError(f"The edited file cannot be read: {error.strerror}.", f"It is {path}.") from error
    shutil.rmtree(folder, ignore_errors=True)


def _is_untouched(path: Path, text: str) -> bool:
    """Return whether the file holds what it was given: nothing was written that could be lost."""
    try:
        return path.read_bytes() == text.encode()
    except OSError:
        return False


class _NotStarted(Exception):
    """The editor's program could not be run at all."""


def _editor() -> list[str]:
    written = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    try:
        words = shlex.split(written)
    except ValueError as error:
        raise UsageError(f"EDITOR is {written!r}: {error}.", "Set it to a program such as nano.") from error
    if not words:
        raise UsageError("EDITOR is not set.", "Set it to a program such as nano: export EDITOR=nano.")
    return [words[0], *_QUIET.get(Path(words[0]).name, ()), *words[1:]]


def _private_place() -> str | None:
    """Return the user's runtime folder, which lies in memory, or None for the usual temporary folder."""
    place = os.environ.get("XDG_RUNTIME_DIR", "")
    return place if place and Path(place).is_dir() and os.access(place, os.W_OK | os.X_OK) else None


def _wait_for(command: list[str]) -> None:
    """Run the editor to its end. Ctrl+C is the editor's own while it runs."""
    try:
        process = subprocess.Popen(command)
    except (OSError, ValueError) as error:
        raise _NotStarted(getattr(error, "strerror", None) or error) from error
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        code = process.wait()
    finally:
        signal.signal(signal.SIGINT, before)
    if code != 0:
        raise JournalError(f"The editor ended with code {code}; nothing was saved.")


def _read(path: Path, before: str) -> str:
    """Return the text of the file. The line end that editors put behind the last line is taken off."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise JournalError("The file is not UTF-8 text; nothing was saved.") from error
    return text if text == before else text.removesuffix("\n")
