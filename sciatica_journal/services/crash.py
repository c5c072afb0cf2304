"""The note of an error that nobody foresaw: a traceback without any variable's value."""

import os

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.paths import Paths
from sciatica_journal.storage.opening import make_private_folder


def write_crash(paths: Paths, error: BaseException) -> bool:
    """Write the traceback to the crash file (0600) and return whether that worked.

    The journal's own folder is never created for it.
    """
    from traceback import format_exception

    try:
        if paths.crash.parent != paths.journal.parent:
            make_private_folder(paths.crash.parent)
        building = paths.crash.with_name(f".{paths.crash.name}.{os.getpid()}.new")
        building.unlink(missing_ok=True)
        handle = os.open(building, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write("".join(format_exception(error)))
        os.replace(building, paths.crash)
    except (OSError, JournalError):
        return False
    return True
