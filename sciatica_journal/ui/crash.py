"""After a crash: where the details are, without a word of what the person wrote."""

from rich.text import Text

from sciatica_journal.services.journal.crash import write_crash
from sciatica_journal.services.journal.paths import Paths


def note_crash(paths: Paths, error: BaseException | None) -> Text:
    """Write the traceback without local variables and return what to print."""
    written = error is not None and write_crash(paths, error)
    where = f" Details: {paths.crash}" if written else ""
    return Text(
        "The program stopped on an error of its own. The journal is safe: what was shown as saved is on disk." + where
    )
