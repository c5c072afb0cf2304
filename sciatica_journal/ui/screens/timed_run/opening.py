"""Opening the timed run from wherever one is."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sciatica_journal.ui.app import JournalApp


def open_timed_run(app: "JournalApp") -> None:
    """Time a walk or a run, or go on with the one that was not ended."""
    from sciatica_journal.ui.screens.timed_run.screen import TimedRunScreen

    app.push_screen(TimedRunScreen())
