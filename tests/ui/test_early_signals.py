"""Signals: in the first moments, when the terminal is taken and no day is shown yet, and after a stop."""

import asyncio
import os
import signal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from sciatica_journal.ui import leaving
from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.signals import resume_only_what_was_suspended
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


@pytest.mark.skipif(not hasattr(signal, "SIGCONT"), reason="processes are not stopped here")
@pytest.mark.parametrize(("given_back", "done"), [(True, ["taken", "painted"]), (False, ["painted"])])
async def test_after_a_stop_the_screen_is_painted_anew(given_back: bool, done: list[str]) -> None:
    seen: list[str] = []
    driver = SimpleNamespace(_must_signal_resume=given_back, _sigcont_application=lambda: seen.append("taken"))
    app: Any = SimpleNamespace(_driver=driver, screen=SimpleNamespace(refresh=lambda: seen.append("painted")))
    resume_only_what_was_suspended(app)
    os.kill(os.getpid(), signal.SIGCONT)
    await asyncio.sleep(0.05)
    asyncio.get_running_loop().remove_signal_handler(signal.SIGCONT)
    assert seen == done
