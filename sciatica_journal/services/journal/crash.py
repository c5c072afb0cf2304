"""The note of an error that nobody foresaw: where it happened and of what type, without a word of anyone's text."""

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.journal.paths import Paths
from sciatica_journal.storage.files import building, private_folder, put_in_place


def write_crash(paths: Paths, error: BaseException) -> bool:
    """Write the traceback to the crash file (0600) and return whether that worked.

    The journal's own folder is never created for it.
    """
    try:
        if paths.crash.parent != paths.journal.parent:
            private_folder(paths.crash.parent)
        with building(paths.crash) as unfinished:
            unfinished.write_text(_frames(error), encoding="utf-8", errors="replace")
            put_in_place(unfinished, paths.crash, replace=True)
    except (OSError, JournalError):
        return False
    return True


def _frames(error: BaseException) -> str:
    """Return the frames and types of an error and of those behind it. Messages are left out: they may quote texts."""
    from traceback import format_tb

    parts: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        parts.append("".join(format_tb(seen.__traceback__)) + f"{type(seen).__module__}.{type(seen).__qualname__}\n")
        seen = seen.__cause__ or seen.__context__
    return "\n".join(reversed(parts))
