"""The settings file: read forgivingly, written without losing the user's own comments."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.domain.settings import Settings, read_settings
from sciatica_journal.domain.text import one_line

LARGEST = 64 * 1024
"""Bytes of a settings file beyond which it is none: far more than every setting and key together."""

_MOST_DOTS = 50
"""Dots in one line: a name nested far deeper takes tomllib minutes."""
_LONGEST_REASON = 200


def load_settings(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings and what was wrong with the file, in words. A missing file is no problem."""
    try:
        status = path.stat()
        if not stat.S_ISDIR(status.st_mode) and (not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST):
            return Settings(), (f"settings: {path} {_no_text_file(status)}. The defaults are used.",)
        text = path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return Settings(), ()
    except (OSError, UnicodeDecodeError) as error:
        return Settings(), (f"settings: {path} cannot be read ({error}). The defaults are used.",)
    deep = deep_line(text)
    if deep:
        return Settings(), (f"settings: line {deep} of {path.name} has too many dots. The defaults are used.",)
    import tomllib

    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        reason = one_line(str(error))[:_LONGEST_REASON]
        return Settings(), (f"settings: {path.name} is not valid TOML ({reason}). The defaults are used.",)
    return read_settings(table)


def deep_line(text: str) -> int:
    """Return the number of the first line, comments apart, with more dots than a name or value needs, or 0."""
    if text.count(".") <= _MOST_DOTS:
        return 0
    lines = enumerate(text.split("\n"), 1)
    return next((at for at, line in lines if line.count(".") > _MOST_DOTS and not line.lstrip().startswith("#")), 0)


def _no_text_file(status: os.stat_result) -> str:
    if stat.S_ISREG(status.st_mode):
        return f"has {status.st_size:,} bytes, and settings never need more than {LARGEST:,}"
    return "is no file"


def save_settings(path: Path, changes: Mapping[str, str | Mapping[str, str]]) -> None:
    """Write changed settings into the file, keeping comments and everything else in it.

    Raises JournalError if the file is not valid TOML (it is never overwritten then) or cannot be written.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    from sciatica_journal.storage.files import building, private_folder, put_in_place

    path = Path(os.path.realpath(path))
    private_folder(path.parent)
    try:
        if path.exists() and path.stat().st_size > LARGEST:
            raise JournalError(f"{path} is too large for settings.", "Mend it first; it was left as it is.")
        document = tomlkit.parse(path.read_text(encoding="utf-8-sig")) if path.exists() else tomlkit.document()
        for name, value in changes.items():
            document[name] = value
        with building(path) as unfinished:
            unfinished.write_text(tomlkit.dumps(document), encoding="utf-8")
            put_in_place(unfinished, path, replace=True)
    except (OSError, UnicodeDecodeError) as error:
        raise JournalError(f"{path} cannot be written ({error}).", "Check its permissions.") from error
    except (TOMLKitError, ValueError, RecursionError) as error:
        raise JournalError(f"{path} is not valid TOML ({error}).", "Mend it first; it was left as it is.") from error
