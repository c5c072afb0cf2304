"""What the order of keys relies on, and that it never holds a key for ever."""

import asyncio
from pathlib import Path
from typing import Any

from textual import events
from textual.app import App

from sciatica_journal.ui import key_order
from sciatica_journal.ui.screens.history.screen import HistoryScreen
from sciatica_journal.ui.widgets.writing import WritingArea
from tests.ui.harness import Clock, opened, settle, today, until


def press(app: App[Any], *keys: str) -> None:
    """Hand keys to the app at once, as one read of the terminal does."""
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None))


async def test_a_pump_at_rest_waits_for_its_queue(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, _pilot):
        await until(lambda: not any(key_order._is_busy(pump) for pump in (app, app.screen, today(app))), 2.0)
        app.call_later(asyncio.sleep, 0.05)
        await asyncio.sleep(0.01)
        assert key_order._is_busy(app)
        await until(lambda: not key_order._is_busy(app), 2.0)
        focused = app.focused
        assert focused is not None
        focused.post_message(events.Print("x"))
        assert key_order._is_busy(focused)


async def test_letters_of_a_text_wait_for_nothing(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, _pilot):
        press(app, "N", *"words")
        area = today(app).query_one("#note", WritingArea)
        await until(lambda: area.text == "words", 2.0)
        press(app, *("x" * 500))
        await until(lambda: len(area.text) == 505, 2.0)
        assert not app.key_order._held


async def test_what_never_ends_holds_no_key_for_ever(tmp_path: Path, clock: Clock, monkeypatch: Any) -> None:
    monkeypatch.setattr(key_order, "LONGEST_WAIT", 0.1)
    async with opened(tmp_path, clock) as (app, pilot):
        stuck = today(app).run_worker(asyncio.sleep(30), group="form")
        press(app, "w", "4")
        await until(lambda: (view := today(app).view) is not None and view.day.pain_worst == 4, 2.0)
        stuck.cancel()
        await settle(app, pilot)


async def test_a_paste_comes_after_the_key_before_it(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, _pilot):
        press(app, "N")
        app.post_message(events.Paste("pasted [b] words"))
        press(app, "escape", "H")
        await until(lambda: isinstance(app.screen, HistoryScreen), 2.0)
        assert today(app).query_one("#note", WritingArea).text == "pasted [b] words"


async def test_what_no_key_asked_for_comes_at_a_pause(tmp_path: Path, clock: Clock, monkeypatch: Any) -> None:
    monkeypatch.setattr(key_order, "PAUSE_SECONDS", 0.3)
    async with opened(tmp_path, clock) as (app, _pilot):
        seen: list[float] = []
        press(app, "w", "4")
        app.key_order.at_a_pause(lambda: seen.append(app.key_order.seconds_idle))
        await asyncio.sleep(0.15)
        press(app, "p", "2")
        await until(lambda: bool(seen), 2.0)
        assert seen[0] >= 0.3
