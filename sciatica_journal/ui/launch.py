"""Starting and ending the app: the terminal is left as it was found, the words are on disk."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from sciatica_journal.services.journal.session import Session
from sciatica_journal.ui.app import JournalApp

if TYPE_CHECKING:
    from sciatica_journal.services.safety.notice import Notice


def run_app(session: Session) -> int:
    """Run the app on the session and return the exit code."""
    os.umask(0o077)
    session.close()  # a connection belongs to one thread; the storage thread opens its own
    app = JournalApp(session, dict(os.environ))
    try:
        app.run()
    finally:
        app.journal.close()
    print_unanswered(app.flag_notices.unanswered)
    return app.return_code or 0


def print_unanswered(notices: "Iterable[Notice]") -> None:
    """Say what was not answered, where there still is a terminal; the next start asks again in any case."""
    with suppress(OSError):
        for notice in notices:
            print(f"{notice.title}: {notice.message if notice.certain else notice.first}", file=sys.stderr)
