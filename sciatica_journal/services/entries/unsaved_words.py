"""Words that could not be saved in the journal: kept in a private file of their own."""

import os
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from sciatica_journal.services.journal.paths import Paths

_MOST_NAMES = 100


def keep_words(paths: Paths, what: str, text: str, now: datetime) -> Path | None:
    """Write words to a new file (0600) such as `unsaved-reflection-2026-03-04-2104.txt` and return where it is.

    It lies beside the journal or, where there is no room or no such folder, in the runtime or temporary folder.
    Returns None where none of them takes it.
    """
    name = f"unsaved-{what}-{now:%Y-%m-%d-%H%M}"
    content = text.encode("utf-8", "replace")
    for folder in _folders(paths):
        for number in range(_MOST_NAMES):
            path = folder / f"{name}{f'-{number + 1}' if number else ''}.txt"
            try:
                _write_new(path, content)
            except FileExistsError:
                continue
            except OSError:
                break
            return path
    return None


def words_left(paths: Paths) -> tuple[str, ...]:
    """Return in words that files with unsaved words lie beside the journal; nothing where there are none."""
    found = sorted(paths.journal.parent.glob("unsaved-*.txt"))
    if not found:
        return ()
    more = f" and {len(found) - 1} more beside it" if len(found) > 1 else ""
    return (f"What could not be saved is in {found[-1]}{more}. Take the words over, then remove the file.",)


def _folders(paths: Paths) -> Iterator[Path]:
    yield paths.journal.parent
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if runtime:
        yield Path(runtime)
    try:
        yield Path(tempfile.gettempdir())
    except OSError:
        return


def _write_new(path: Path, content: bytes) -> None:
    """Write a new private file and hand it to the disk; a file that is not whole is removed again."""
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise
