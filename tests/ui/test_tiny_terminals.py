"""No screen ends on an error in a terminal too small for it, down to one cell."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.events import Key

from sciatica_journal.domain.run import Run
from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.entries.runs import save_run
from sciatica_journal.services.journal.session import Session
from tests.ui.harness import Clock, opened, screen_text, settle, with_journal
from tests.ui.quick_textual import paint_at_once

SIZES = [(20, 5), (6, 24), (1, 1)]
"""Columns and rows."""

KEYS = {
    "today": ["w"],
    "texts": ["N", "x", "escape", "i", "y"],
    "history": ["H"],
    "history's list": ["H", "v"],
    "search": ["slash", "r"],
    "patterns": ["A"],
    "guide": ["G"],
    "red flags": ["f2"],
    "find": ["f2", "slash", "a"],
    "headings": ["f2", "c"],
    "outcome": ["f2", "o"],
    "help": ["f1"],
    "places": ["ctrl+g"],
    "themes": ["f9"],
    "commands": ["ctrl+p"],
    "commands found": ["ctrl+p", "r", "u", "down"],
    "run": ["w", "a", "5"],
    "moment": ["w", "m", "x", "enter", "enter", "b"],
    "feelings": ["w", "f", "a", "down"],
    "quick line": ["colon", "4"],
    "clearing": ["w", "D"],
    "practice": ["v"],
}


@pytest.fixture(autouse=True)
def each_step_is_painted(quick_waiting: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paint also what is only on the way to what is asked for."""
    monkeypatch.setattr("textual.screen.Screen._compositor_refresh", paint_at_once)


def a_run_of_yesterday(session: Session) -> None:
    save_run(session, Run("run-1", session.today() - timedelta(days=1), kind="run", distance_km=5.2), session.today())
    change_day(session, session.today(), {"note": "long words in a note, and [L5-S1]", "feelings": ("proud",)})


async def shrink(folder: Path, clock: Clock, keys: list[str], *, welcomed: bool = True) -> None:
    """Open what the keys open and resize the terminal step by step; an error ends the app and fails the test."""
    async with opened(folder, clock, (80, 24), welcomed=welcomed) as (app, pilot):
        for key in keys:
            app.post_message(Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        for size in SIZES:
            await pilot.resize_terminal(*size)
            screen_text(app)


@pytest.mark.parametrize("name", KEYS)
async def test_a_screen_bears_every_size(tmp_path: Path, clock: Clock, name: str) -> None:
    with_journal(tmp_path, clock, a_run_of_yesterday)
    await shrink(tmp_path, clock, KEYS[name])


async def test_the_emergency_screen_bears_every_size(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, lambda s: change_day(s, s.today(), {"note": "saddle numb and I cannot pee"}))
    await shrink(tmp_path, clock, [])


async def test_the_first_launch_bears_every_size(tmp_path: Path, clock: Clock) -> None:
    await shrink(tmp_path, clock, ["enter"], welcomed=False)


async def test_the_trouble_screen_bears_every_size(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, lambda _: None)
    (tmp_path / "journal.db").write_bytes(b"no journal at all" * 400)
    await shrink(tmp_path, clock, [])


@pytest.mark.parametrize("size", [(1, 1), (6, 10)])
async def test_screens_open_in_a_tiny_terminal(tmp_path: Path, clock: Clock, size: tuple[int, int]) -> None:
    async with opened(tmp_path, clock, size) as (app, pilot):
        for key in ("ctrl+p", "f1", "f2", "H"):
            await pilot.press(key)
            await pilot.pause(0.1)
            await settle(app, pilot)
            screen_text(app)
            await pilot.press("escape")
            await settle(app, pilot)
