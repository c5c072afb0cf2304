"""The note of an error that nobody foresaw: a traceback without any variable's value."""

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.paths import Paths
from sciatica_journal.storage.files import building, private_folder, put_in_place


def write_crash(paths: Paths, error: BaseException) -> bool:
    """Write the traceback to the crash file (0600) and return whether that worked.

    The journal's own folder is never created for it.
    """
    from traceback import format_exception

    try:
        if paths.crash.parent != paths.journal.parent:
            private_folder(paths.crash.parent)
        with building(paths.crash) as unfinished:
            unfinished.write_text("".join(format_exception(error)), encoding="utf-8", errors="replace")
            put_in_place(unfinished, paths.crash, replace=True)
    except (OSError, JournalError):
        return False
    return True
