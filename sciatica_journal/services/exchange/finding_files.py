"""Finding a file to import: what a typed path can go on with, and the folder that was looked in last."""

import os
import re
from collections.abc import Iterator
from heapq import nsmallest
from pathlib import Path
from typing import Final, NamedTuple

from sciatica_journal.domain.text import one_line
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.values import load_value, save_value

MOST: Final = 100
"""Names that are listed; more are only counted."""
_FOLDER: Final = "import_folder"
_USUAL: Final = "Downloads"
_BEGUN_ANEW: Final = re.compile(r"^.*/(?=/|~/)", re.DOTALL)
_SHORT: Final = {
    "strava": "Strava", "garmin-account": "Garmin", "garmin": "Garmin", "apple-health": "Apple Health",
    "dayone": "Day One", "fit": "FIT", "gpx": "GPX", "tcx": "TCX", "daylio": "Daylio", "bearable": "Bearable",
    "track-and-graph": "Track & Graph", "jrnl": "jrnl", "jsonl": "its own JSON lines", "journal-csv": "its own CSV",
}  # fmt: skip


class Match(NamedTuple):
    """A name in a folder; `size` in bytes, None for a folder and where it cannot be read."""

    name: str
    is_folder: bool
    size: int | None

    @property
    def shown(self) -> str:
        """The name as it can be shown: on one line, a folder's with a stroke at its end."""
        return one_line(self.name) + ("/" if self.is_folder else "")


class Matches(NamedTuple):
    """What a typed path can go on with: the first names, how many `more` there are, what all of them begin with.

    `begin` is what stands before the names, as typed; `problem` says in words why there are none to see.
    """

    begin: str
    shown: tuple[Match, ...] = ()
    more: int = 0
    common: str = ""
    problem: str = ""


def path_of(text: str) -> Path:
    """Return the path that was typed, `~` as the home folder.

    `//` and `/~/` begin anew: a line that begins with a folder can be typed on with another, not cleared first.
    """
    typed = _begun_anew(text.strip())
    try:
        return Path(typed).expanduser()
    except (RuntimeError, ValueError):
        return Path(typed)


def matches(text: str) -> Matches:
    """Return what a path that is being typed can go on with: folders first, hidden names only behind a dot.

    It looks at the disk and may take a while: not on the thread of the screen, nor on that of the journal.
    """
    begin, stroke, start = _begun_anew(text.lstrip()).rpartition("/")
    begin += stroke
    folder = path_of(begin or ".")
    try:
        found = list(_names(folder, start))
    except (OSError, ValueError) as error:
        return Matches(begin, problem=_why(error))
    first = nsmallest(MOST, found, key=lambda one: (not one[1], one[0].casefold(), one[0]))
    common = _common([name for name, _ in found])
    shown = tuple(Match(name, is_folder, None if is_folder else _size(folder / name)) for name, is_folder in first)
    return Matches(begin, shown, len(found) - len(shown), common)


def _begun_anew(text: str) -> str:
    return _BEGUN_ANEW.sub("", text)


def _names(folder: Path, start: str) -> Iterator[tuple[str, bool]]:
    wanted = start.casefold()
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.casefold().startswith(wanted) and (start or not entry.name.startswith(".")):
                yield entry.name, _is_folder(entry)


def _common(names: list[str]) -> str:
    """Return what all names begin with: what the first and the last of them in order share."""
    if not names:
        return ""
    first, last = min(names), max(names)
    alike = (place for place, (one, other) in enumerate(zip(first, last, strict=False)) if one != other)
    return first[: next(alike, min(len(first), len(last)))]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return None


def _why(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            return "There is no such folder."
        case NotADirectoryError():
            return "That is no folder."
        case PermissionError():
            return "That folder may not be read."
    return "That folder cannot be read."


def kinds_in_words() -> str:
    """Return the kinds of files that are read, on one line."""
    return ", ".join(dict.fromkeys(_SHORT.values()))


def recent_folder(session: Session) -> str:
    """Return, as one types it, the folder that was imported from last, else the one where downloads arrive."""
    store = session.reader()
    known = load_value(store, _FOLDER) if store is not None else None
    home = Path.home()
    for folder in (Path(known) if isinstance(known, str) else home / _USUAL, home / _USUAL, home):
        if folder.is_dir():
            return as_typed(folder)
    return ""


def as_typed(folder: Path) -> str:
    """Return a folder as one types it: `~` for the home folder, a stroke at the end."""
    home = Path.home()
    text = f"~/{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)
    return f"{text.removesuffix('/.').rstrip('/')}/"


def remember_folder(session: Session, path: Path) -> None:
    """Keep the folder of what was read for the next time, where there is a journal to keep it in."""
    folder = str(path.absolute().parent)
    if folder.isprintable() and session.reader() is not None:
        store = session.writer()
        if load_value(store, _FOLDER) != folder:
            save_value(store, _FOLDER, folder)
