"""No key leads past a screen that must be answered, over whatever dialog it is pressed."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sciatica_journal.services.safety.flags import raise_signs
from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.screens.emergency import EmergencyScreen
from sciatica_journal.ui.screens.place import PlaceScreen
from sciatica_journal.ui.screens.welcome.pain import PainScreen
from sciatica_journal.ui.screens.welcome.screen import WelcomeScreen
from tests.ui.harness import opened, screen_text, session_in, settle, with_journal

Clock = Callable[[], datetime]

WAYS = [
    ["f1", "f3"], ["f2", "f3"], ["ctrl+o", "f3"], ["f9", "f3"], ["f9", "f4"], ["f1", "f8"], ["f1", "ctrl+g", "h"],
    ["f2", "ctrl+g", "h"], ["f2", "f8"], ["f1", "ctrl+p", *"history", "enter"], ["f2", "ctrl+p", *"to today", "enter"],
    ["f3"], ["f8"], ["ctrl+g", "h"], ["ctrl+p", "f2", "f3"],
]  # fmt: skip


async def holds(app: JournalApp, pilot: Pilot[None], keys: list[str], screen: type[PlaceScreen]) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(app, pilot)
    await pilot.pause(0.1 if "ctrl+p" in keys else 0)
    await settle(app, pilot)
    assert any(isinstance(each, screen) for each in app.screen_stack), keys
    for _ in range(4):  # what lies above it can be left; it cannot
        if not isinstance(app.screen, screen):
            await pilot.press("escape")
            await settle(app, pilot)
    assert isinstance(app.screen, screen)
    assert app.current_mode == "today"


async def test_no_key_leads_past_an_unanswered_emergency(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, lambda session: raise_signs(session, ["saddle"]))
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        for keys in WAYS:
            await holds(app, pilot, keys, EmergencyScreen)
            assert "112" in screen_text(app), keys


async def test_no_key_leads_past_the_first_launch(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24), welcomed=False) as (app, pilot):
        for keys in WAYS:
            await holds(app, pilot, keys, WelcomeScreen)


@pytest.mark.parametrize("keys", [["f1", "f3"], ["f2", "ctrl+g", "h"]], ids=" ".join)
async def test_answers_being_changed_are_not_lost_on_the_way(tmp_path: Path, clock: Clock, keys: list[str]) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await app.push_screen(PainScreen())
        await settle(app, pilot)
        await holds(app, pilot, keys, PainScreen)


async def test_no_note_covers_an_emergency(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, lambda _: None)
    app = JournalApp(session_in(tmp_path, clock))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(app, pilot)
        app.notify("Welcome, a note of many words", markup=False, timeout=60)
        await settle(app, pilot)
        assert "a note of many words" in screen_text(app)
        app.answer_notices(await app.journal.call(raise_signs, ["saddle"]))
        await settle(app, pilot)
        app.notify("Another note of many words", markup=False, timeout=60)
        await settle(app, pilot)
        assert isinstance(app.screen, EmergencyScreen)
        assert "of many words" not in screen_text(app)
        await pilot.press(*"seen", "enter")
        await settle(app, pilot)
        assert "Another note of many words" in screen_text(app), "what came meanwhile is told afterwards"
    app.journal.close()
