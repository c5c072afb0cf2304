"""After a crash: what is typed is still written; where the details are, without a word of what the person wrote."""

from contextlib import suppress
from typing import TYPE_CHECKING

from rich.text import Text
from textual._context import active_message_pump
from textual.dom import DOMNode
from textual.screen import Screen
from textual.worker import WorkerFailed, active_worker

from sciatica_journal.services.journal.crash import write_crash
from sciatica_journal.services.journal.paths import Paths

if TYPE_CHECKING:
    from sciatica_journal.ui.app import JournalApp


def write_words(app: "JournalApp") -> None:
    """Have what is typed on Today written before the program ends."""
    from sciatica_journal.ui.screens.today.handing_over import hand_over_words

    with suppress(Exception):  # whatever is broken: the first error is the one to tell, and the terminal is given back
        hand_over_words(app.today_screen)


def is_of_what_is_gone(app: "JournalApp", error: Exception) -> bool:
    """Return whether what fails just now, a handler or work, belongs to a screen that was left: its widgets go one
    by one, and nothing of it is on the screen any more.

    Only failed work is that of the active worker: a screen has one too, whose work it is that opened it.
    """
    worker = active_worker.get(None) if isinstance(error, WorkerFailed) else None
    failing = active_message_pump.get(None) if worker is None else worker.node
    if not isinstance(failing, DOMNode) or failing is app:
        return False
    screen = next((node for node in failing.ancestors_with_self if isinstance(node, Screen)), None)
    return not any(screen in stack for stack in app._screen_stacks.values())


def note_crash(paths: Paths, error: BaseException | None) -> Text:
    """Write the traceback without local variables and return what to print."""
    if isinstance(error, WorkerFailed):  # says only that work failed: what failed is in the error it carries
        error = error.error
    written = error is not None and write_crash(paths, error)
    where = f" Details: {paths.crash}" if written else ""
    return Text(
        "The program stopped on an error of its own. The journal is safe: what was shown as saved is on disk." + where
    )
