"""Starting and ending the app: the terminal is left as it was found, the words are on disk."""

import os
import sys

from sciatica_journal.services.journal.session import Session
from sciatica_journal.ui.app import JournalApp


def run_app(session: Session) -> int:
    """Run the app on the session and return the exit code."""
    os.umask(0o077)
    session.close()  # a connection belongs to one thread; the storage thread opens its own
    app = JournalApp(session, dict(os.environ))
    try:
        app.run()
    finally:
        app.journal.close()
    for notice in app.flag_notices.unanswered:
        print(f"{notice.title}: {notice.message if notice.certain else notice.first}", file=sys.stderr)
    return app.return_code or 0
