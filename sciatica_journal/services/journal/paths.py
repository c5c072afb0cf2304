"""Where the journal, the settings and the backups lie."""

import os
from pathlib import Path
from typing import Final, NamedTuple

from sciatica_journal.domain.errors import JournalUnusable

HOME_VARIABLE: Final = "SCIATICA_JOURNAL_HOME"
_APP: Final = "sciatica-journal"


class Paths(NamedTuple):
    """The program's files. With SCIATICA_JOURNAL_HOME all lie in that one folder."""

    journal: Path
    settings: Path
    backups: Path
    crash: Path


def paths_in(folder: Path) -> Paths:
    """Return the paths inside one folder."""
    return Paths(folder / "journal.db", folder / "settings.toml", folder / "backups", folder / "crash.txt")


def find_paths() -> Paths:
    """Return the paths by SCIATICA_JOURNAL_HOME, else by the platform's own folders."""
    home = os.environ.get(HOME_VARIABLE, "").strip()
    try:
        if home:
            return paths_in(Path(home).expanduser().absolute())
        import platformdirs

        data = Path(platformdirs.user_data_dir(_APP, appauthor=False)).expanduser()
        config = Path(platformdirs.user_config_dir(_APP, appauthor=False)).expanduser()
        state = Path(platformdirs.user_state_dir(_APP, appauthor=False)).expanduser()
    except (RuntimeError, KeyError, OSError) as error:
        raise JournalUnusable(
            "The home folder is unknown.", f"Set {HOME_VARIABLE} to the folder for the journal."
        ) from error
    return Paths(data / "journal.db", config / "settings.toml", data / "backups", state / "crash.txt")


def exists(path: Path) -> bool:
    """Return whether anything is at the path. Raises JournalUnusable where one may not look."""
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    except NotADirectoryError as error:
        raise JournalUnusable(f"{path.parent} is not a folder.", "Choose a folder for the journal.") from error
    except OSError as error:
        raise JournalUnusable(f"{path} cannot be read: {error.strerror}.", "Check its permissions.") from error
    return True
