"""Opening the full-screen app, where there is a terminal for it."""

import os
import sys

from sciatica_journal.cli.output import is_terminal
from sciatica_journal.cli.parsing import PROGRAM, UsageError
from sciatica_journal.services.journal.session import Session


def open_app(session: Session) -> int:
    """Open the app and return its exit code. Raises UsageError without a terminal that can show it."""
    check_terminal()
    from sciatica_journal.ui.launch import run_app

    return run_app(session)


def check_terminal() -> None:
    """Refuse to open the app where it could not be seen or typed into."""
    instead = f"Use the commands here: `{PROGRAM} log`, `{PROGRAM} show`; `{PROGRAM} --help` lists them."
    if not all(map(is_terminal, (sys.stdin, sys.stdout, sys.stderr))):
        raise UsageError("The app needs a terminal.", instead)
    if sys.platform != "win32" and os.environ.get("TERM", "") in ("", "dumb"):
        raise UsageError(f"The app cannot be shown on a terminal of type {os.environ.get('TERM') or 'none'}.", instead)
