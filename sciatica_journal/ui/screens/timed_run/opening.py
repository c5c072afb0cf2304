"""Opening the timed run from wherever one is, and at the start where one was not ended."""

from typing import TYPE_CHECKING

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.running.timing import find_timed

if TYPE_CHECKING:
    from sciatica_journal.ui.app import JournalApp


def open_timed_run(app: "JournalApp") -> None:
    """Time a walk or a run, or go on with the one that was not ended."""
    from sciatica_journal.ui.screens.timed_run.screen import TimedRunScreen

    app.push_screen(TimedRunScreen())


async def offer_to_go_on(app: "JournalApp") -> None:
    """Where a draft of a timed run is left, ask whether it is to go on."""
    try:
        timed = await app.journal.call(find_timed)
    except JournalError:
        return
    if timed is not None and len(app.screen_stack) == 1:
        from sciatica_journal.ui.screens.timed_run.screen import TimedRunScreen

        app.push_screen(TimedRunScreen(only_left=True))
