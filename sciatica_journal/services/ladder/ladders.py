"""The ladders there are: those that come with the program, and one's own beside the settings."""

import stat
from pathlib import Path
from typing import Final, NamedTuple

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.ladder.ladder import Ladder
from sciatica_journal.domain.ladder.reading import read_ladder
from sciatica_journal.domain.text import one_line
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.settings.settings_file import LARGEST, deep_line

FOLDER: Final = "ladders"
MOST_FILES: Final = 50
"""Own ladders that are read; more of them is no folder of ladders."""
_LONGEST_REASON: Final = 160


class Ladders(NamedTuple):
    """The ladders by id, and in words what is wrong with one's own files."""

    by_id: dict[str, Ladder]
    problems: tuple[str, ...] = ()


def load_ladders(session: Session) -> Ladders:
    """Return all ladders; one's own replaces one of the same name that comes with the program."""
    from sciatica_journal.guide.content import names, read_toml

    found = {}
    for name in names(FOLDER, ".toml"):
        ident = name.removesuffix(".toml")
        found[ident] = read_ladder(read_toml(FOLDER, name), ident)
    found = dict(sorted(found.items(), key=lambda item: -len(item[1].steps)))
    problems = []
    paths = own_files(session)
    if len(paths) > MOST_FILES:
        problems.append(f"{FOLDER}: {len(paths)} files; the first {MOST_FILES} are read.")
    for path in paths[:MOST_FILES]:
        try:
            found[path.stem] = _read(path)
        except InvalidValue as error:
            problems.append(f"{FOLDER}/{one_line(path.name)}: {error}")
    return Ladders(found, tuple(problems))


def own_files(session: Session) -> list[Path]:
    """Return the person's own ladder files, by name."""
    try:
        return sorted((session.paths.settings.parent / FOLDER).glob("*.toml"))
    except OSError:
        return []


def _read(path: Path) -> Ladder:
    import tomllib

    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
            raise InvalidValue("it is not a small text file.", f"It has at most {LARGEST:,} bytes.")
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise InvalidValue(f"it cannot be read ({_reason(error)}).") from None
    if deep_line(text):
        raise InvalidValue(f"line {deep_line(text)} has too many dots.")
    try:
        return read_ladder(tomllib.loads(text), path.stem)
    except (ValueError, RecursionError) as error:
        raise InvalidValue(f"it is not valid TOML ({_reason(error)}).") from None


def _reason(error: Exception) -> str:
    return one_line(str(error))[:_LONGEST_REASON]
