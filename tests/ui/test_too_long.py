"""A text longer than the journal takes: told while it is typed, and kept aside when a signal ends the app."""

from pathlib import Path

import pytest

from sciatica_journal.ui.widgets.top_bar import TopBar
from tests.given import SetClock
from tests.ui.harness import opened, written


async def test_it_is_told_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sciatica_journal.domain.text.MAX_TEXT", 10)
    async with opened(tmp_path, SetClock()) as (app, pilot):
        screen = app.today_screen
        await pilot.press("N", *"x" * 11)
        await written(app, pilot)
        assert "not saved" in screen.query_one(TopBar).state_text
        assert "This text has 11 characters." in [told.title for told in app._notifications]
        # Not leave_now: it ends the process for good, and the tests with it.
        await app.leaving.write_before_the_end()
    (kept,) = tmp_path.glob("unsaved-*.txt")
    assert kept.read_text() == "x" * 11
