"""Loading ahead, once Today is in use: the first press of F2 must not wait for the Markdown parser."""

from functools import partial
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sciatica_journal.services.journal.session import Session
    from sciatica_journal.ui.app import JournalApp

WARM_AFTER: Final = 0.5
"""Seconds without a key after which it is loaded, so that nobody's typing is slowed by it."""


def load_when_idle(app: "JournalApp") -> None:
    """Load what F2 needs in a moment without keys."""
    if app.key_order.seconds_idle < WARM_AFTER:
        app.set_timer(WARM_AFTER, lambda: load_when_idle(app))
    else:
        app.run_worker(partial(load_red_flag_page, app.journal.session), thread=True, group="warming")


def load_red_flag_page(session: "Session") -> None:
    """Import what shows a page and read the red-flag page; both are kept. For a thread beside the event loop."""
    from importlib import import_module

    from sciatica_journal.services.care.support import own_help
    from sciatica_journal.ui.screens.guide.texts import RED_FLAGS, open_text

    import_module("sciatica_journal.ui.screens.guide.reader")
    open_text(RED_FLAGS, own_help(session, RED_FLAGS))
