"""`demo`: the app on made-up data."""

from sciatica_journal.cli.app import check_terminal
from sciatica_journal.cli.call import Call
from sciatica_journal.cli.parsing import Parser


def declare(_parser: Parser) -> None:
    """Add no arguments: there are none."""


def run(call: Call) -> int:
    """Open the app on the demo's own session; the person's journal is not touched."""
    check_terminal()
    from sciatica_journal.services.demo.journal import open_demo
    from sciatica_journal.ui.launch import run_app

    session = open_demo(call.session.clock)
    session.close()  # the app opens the file on its own thread
    return run_app(session)
