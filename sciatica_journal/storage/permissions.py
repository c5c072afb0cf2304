"""Permissions: the journal, its backups and the folders made for them are their owner's only."""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

_BACKUPS: Final = ("journal-*.db", "backup-*.db", "import-before-*.db", "restore-before-*.db", "before-upgrade-*.db")
_HOME: Final = (
    "journal.db*", ".journal.db.*", "journal-damaged-*", "settings.toml", ".settings.toml.*", "backups", "crash.txt",
    "unsaved-*.txt",
)  # fmt: skip
_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO


def tighten(journal: Path, backups: Path) -> None:
    """Take from group and others what they may do with the journal, its backups and the folders of these.

    A folder that holds anything else is left to whoever gave it. What cannot be changed stays as it is.
    """
    if os.name == "nt":
        return
    for path in (*_files(journal, backups), *_folders(journal, backups)):
        if is_loose(path) and (not path.is_dir() or _holds_only_ours(path)):
            with suppress(OSError):
                path.chmod(stat.S_IMODE(path.stat().st_mode) & ~_OTHERS)


def loose_paths(journal: Path, backups: Path) -> list[Path]:
    """Return what others than its owner can read or write, of the journal, its backups and their folders."""
    if os.name == "nt":
        return []
    return [path for path in (*_files(journal, backups), *_folders(journal, backups)) if is_loose(path)]


def is_loose(path: Path) -> bool:
    """Return whether others than its owner may do anything with what is at the path."""
    try:
        return bool(path.stat().st_mode & _OTHERS)
    except OSError:
        return False


def _folders(journal: Path, backups: Path) -> list[Path]:
    return list(dict.fromkeys((journal.parent, Path(os.path.realpath(journal)).parent, backups)))


def _files(journal: Path, backups: Path) -> Iterator[Path]:
    yield Path(os.path.realpath(journal))
    for folder, patterns in ((journal.parent, ("journal-damaged-*",)), (backups, _BACKUPS)):
        for name in _names(folder):
            if _is_one_of(name, patterns):
                yield folder / name


def _holds_only_ours(folder: Path) -> bool:
    patterns = (*_HOME, *_BACKUPS, ".*journal*", ".*backup*", ".*-before-*", ".before-*")
    return all(_is_one_of(name, patterns) for name in _names(folder))


def _names(folder: Path) -> list[str]:
    try:
        return [entry.name for entry in folder.iterdir()]
    except OSError:
        return []


def _is_one_of(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fits(name, pattern) for pattern in patterns)


def fits(name: str, pattern: str) -> bool:
    """Return whether a file name fits a pattern in which `*` stands for any characters.

    fnmatch would compile a regular expression for each pattern, in every command that saves.
    """
    first, *others = pattern.split("*")
    if not others:
        return name == pattern
    *inner, last = others
    at, end = len(first), len(name) - len(last)
    if end < at or not (name.startswith(first) and name.endswith(last)):
        return False
    for part in inner:
        found = name.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return True
