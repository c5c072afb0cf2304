"""A safety notice that comes up by itself, amid keys that were meant for what was there."""

from pathlib import Path
from typing import cast

from sciatica_journal.services.safety.flags import evaluate_text, open_notices
from sciatica_journal.ui.screens.emergency import EmergencyScreen
from sciatica_journal.ui.screens.guide.reader import ReaderScreen
from tests.ui.flagged import uncertain
from tests.ui.harness import Clock, opened, session_in, settle, shows, with_journal

SMALL = (80, 24)


async def test_a_page_left_as_a_notice_comes_up_does_not_take_the_notice_away(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, uncertain)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        notices = await app.journal.call(open_notices)
        await pilot.press("escape")
        await settle(app, pilot)
        app.open_page("red-flags-of-no-such-name")
        await settle(app, pilot)
        assert shows(app, ReaderScreen)
        page = cast("ReaderScreen", app.screen)
        app.answer_notices(notices)
        await page.action_close()
        await settle(app, pilot)
        assert shows(app, EmergencyScreen)


async def test_a_key_before_it_is_painted_leaves_it(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        screen = EmergencyScreen(evaluate_text(session_in(tmp_path, clock), "wiping feels numb"))
        app.push_screen(screen)
        await screen.action_later()
        await settle(app, pilot)
        assert shows(app, EmergencyScreen)
        assert app.screen.query("#emergency-answers OpenRow")
