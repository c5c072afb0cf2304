"""Keys that come before a page of an emergency could be read."""

from pathlib import Path

import pytest

from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.safety.flags import open_notices
from tests.ui.harness import Clock, opened, screen_text, session_in, settle, with_journal


async def test_a_key_held_down_answers_one_question_and_no_other(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sciatica_journal.ui.screens.keys_ahead.UNSEEN_SECONDS", 60.0)
    with_journal(
        tmp_path, clock, lambda session: change_day(session, session.today(), {"note": "saddle numb, can't pee"})
    )
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await pilot.press("n", "n", "n", "n", "enter", "y")
        await settle(app, pilot)
        assert "Bladder" in screen_text(app)
    session = session_in(tmp_path, clock)
    assert [(notice.trigger, notice.certain) for notice in open_notices(session)] == [("bladder", False)]
    session.close()
