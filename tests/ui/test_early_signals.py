"""A signal in the first moments: the terminal is taken, and no day is shown yet."""

import asyncio
import signal
from pathlib import Path

import pytest

from sciatica_journal.ui import leaving
from sciatica_journal.ui.app import JournalApp
from tests.given import session_in


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="the event loop has no signal handlers here")
async def test_signals_are_taken_over_before_the_terminal_is(tmp_path: Path) -> None:
    JournalApp(session_in(tmp_path)).on_load()  # what Textual sends before it builds its driver
    loop = asyncio.get_running_loop()
    numbers = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
    assert [loop.remove_signal_handler(number) for number in numbers] == [True] * 4


async def test_a_signal_before_a_day_is_shown_only_ends_the_app(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leaving, "end_even_without_terminal", lambda _code: None)
    app = JournalApp(session_in(tmp_path))
    await app.leaving.leave(143)
    assert app.return_code == 143
