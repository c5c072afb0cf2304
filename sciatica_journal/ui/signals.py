"""Signals: a closed window, a logout or a kill writes what is typed and gives the terminal back."""

import asyncio
import os
import signal
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sciatica_journal.ui.app import JournalApp

GIVE_UP_SECONDS = 2.0
"""How long a terminal that is gone may hold up the end, once everything is on disk."""

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT")


def catch_signals(app: "JournalApp") -> None:
    """Leave in order on SIGTERM, SIGHUP, SIGINT and SIGQUIT (exit code 128 + number).

    Where the event loop has no signal handlers (Windows), nothing changes.
    """
    loop = asyncio.get_running_loop()
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is None:
            continue
        with suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, app.leave_now, 128 + number)


def resume_only_what_was_suspended(app: "JournalApp") -> None:
    """Take the terminal anew on SIGCONT only where it was given back.

    Textual does it after any stop. After one that no program can see (`kill -STOP`) a second reader would then take
    every other key, and the terminal would stay raw at the end; there it is enough to paint anew. It is painted in
    either case: Textual leaves the new screen empty until the next key.
    """
    driver: Any = app._driver
    if not hasattr(driver, "_sigcont_application"):
        return

    def go_on() -> None:
        if driver._must_signal_resume:
            driver._sigcont_application()
        app.screen.refresh()

    with suppress(NotImplementedError, RuntimeError, ValueError):
        asyncio.get_running_loop().add_signal_handler(signal.SIGCONT, go_on)


def end_even_without_terminal(code: int) -> None:
    """End the process soon, even if giving back a terminal that no longer exists never returns."""
    fallback = threading.Timer(GIVE_UP_SECONDS, os._exit, (code,))
    fallback.daemon = True
    fallback.start()
