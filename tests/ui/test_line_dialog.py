"""The quick line in the app: the live preview, pasting, what is left unfinished."""

from pathlib import Path

from textual import events

from sciatica_journal.services.entries.days import view_day
from sciatica_journal.services.entries.drafting import LINE_DRAFT, find_draft
from sciatica_journal.ui.dialogs.fields import FormLine
from sciatica_journal.ui.dialogs.line import LineDialog
from tests.ui.dialogs import TODAY, Clock, asked, still, typed
from tests.ui.harness import opened, screen_text


async def test_the_line_shows_what_is_understood_and_what_stays_note(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        answers = await asked(app, pilot, LineDialog(TODAY))
        app.screen.query_one(FormLine).value = "pain 4, left calf; effort 40; a day [L5-S1]"
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        text = screen_text(app)
        assert "✓ worst pain 4" in text
        assert "stays as note" in text
        assert "[L5-S1]" in text
        await pilot.press("enter")
        assert answers == ["pain 4, left calf; effort 40; a day [L5-S1]"]


async def test_pasted_lines_become_one(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        answers = await asked(app, pilot, LineDialog(TODAY))
        app.post_message(events.Paste("pain 4;\r\n  stress 3\n\nlong day"))
        await still(app, pilot)
        await pilot.press("enter")
        assert answers == ["pain 4; stress 3; long day"]


async def test_a_line_not_logged_is_there_again(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await pilot.press("colon")
        await still(app, pilot)
        await typed(app, pilot, "pain 4", "<escape>")
        await still(app, pilot)
        await pilot.press("colon")
        await still(app, pilot)
        assert app.screen.query_one(FormLine).value == "pain 4"
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        assert await app.journal.call(find_draft, LINE_DRAFT) is None
        assert (await app.journal.call(view_day, TODAY)).day.pain_worst == 4


async def test_enter_on_an_empty_line_logs_nothing(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        answers = await asked(app, pilot, LineDialog(TODAY))
        await pilot.press("enter")
        assert answers == [None]
