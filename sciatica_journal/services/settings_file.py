"""The settings file: read forgivingly, written without losing the user's own comments."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.domain.settings import Settings, read_settings

LARGEST = 256 * 1024
"""Bytes of a settings file beyond which it is none: far more than every setting and key together."""


def load_settings(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings and what was wrong with the file, in words. A missing file is no problem."""
    try:
        status = path.stat()
        if not stat.S_ISDIR(status.st_mode) and (not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST):
            return Settings(), (f"settings: {path} is no small text file. The defaults are used.",)
        text = path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return Settings(), ()
    except (OSError, UnicodeDecodeError) as error:
        return Settings(), (f"settings: {path} cannot be read ({error}). The defaults are used.",)
    import tomllib

    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return Settings(), (f"settings: {path.name} is not valid TOML ({error}). The defaults are used.",)
    return read_settings(table)


def save_settings(path: Path, changes: Mapping[str, str]) -> None:
    """Write changed settings into the file, keeping comments and everything else in it.

    Raises JournalError if the file is not valid TOML (it is never overwritten then) or cannot be written.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    from sciatica_journal.storage.files import building, private_folder, put_in_place

    path = Path(os.path.realpath(path))
    private_folder(path.parent)
    try:
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
