"""After a crash: what is typed is still written; where the details are, without a word of what the person wrote."""

from contextlib import suppress
from typing import TYPE_CHECKING

from rich.text import Text
from textual.worker import WorkerFailed

from sciatica_journal.services.journal.crash import write_crash
from sciatica_journal.services.journal.paths import Paths

if TYPE_CHECKING:
    from sciatica_journal.ui.app import JournalApp


def write_words(app: "JournalApp") -> None:
    """Have what is typed on Today written before the program ends."""
    from sciatica_journal.ui.screens.today.handing_over import hand_over_words

    with suppress(Exception):  # whatever is broken: the first error is the one to tell, and the terminal is given back
        hand_over_words(app.today_screen)


def note_crash(paths: Paths, error: BaseException | None) -> Text:
    """Write the traceback without local variables and return what to print."""
    if isinstance(error, WorkerFailed):  # says only that work failed: what failed is in the error it carries
        error = error.error
    written = error is not None and write_crash(paths, error)
    where = f" Details: {paths.crash}" if written else ""
    return Text(
        "The program stopped on an error of its own. The journal is safe: what was shown as saved is on disk." + where
    )
