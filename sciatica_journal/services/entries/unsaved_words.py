"""Words that could not be saved in the journal: kept in a private file of their own."""

import os
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zlib import crc32

from sciatica_journal.services.journal.paths import Paths

_MOST_NAMES = 100


def keep_words(paths: Paths, what: str, text: str, now: datetime) -> Path | None:
    """Write words to a new file (0600) such as `unsaved-reflection-2026-03-04-2104.txt` and return where it is.

    It lies beside the journal or, where there is no room or no such folder, in the runtime or temporary folder, with
    the journal's mark before its name. Returns None where none of them takes it.
    """
    content = text.encode("utf-8", "replace")
    for folder, mark in _folders(paths):
        name = f"{mark}unsaved-{what}-{now:%Y-%m-%d-%H%M}"
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
    """Return in words that files with unsaved words of this journal are there; nothing where there are none."""
    found = [path for folder, mark in _folders(paths) for path in sorted(folder.glob(f"{mark}unsaved-*.txt"))]
    if not found:
        return ()
    more = f" and {len(found) - 1} more like it" if len(found) > 1 else ""
    return (f"What could not be saved is in {found[-1]}{more}. Take the words over, then remove the file.",)


def _folders(paths: Paths) -> Iterator[tuple[Path, str]]:
    """Yield the folders to try, and what file names begin with there: in shared ones by which journal they are of."""
    yield paths.journal.parent, ""
    mark = f"sciatica-journal-{crc32(os.fsencode(paths.journal)):08x}-"
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if runtime:
        yield Path(runtime), mark
    try:
        yield Path(tempfile.gettempdir()), mark
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
