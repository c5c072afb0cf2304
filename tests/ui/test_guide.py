"""The guide's list: pages in order, what was read in words, sources and news."""

from pathlib import Path

import pytest

from sciatica_journal.guide.pages import load_pages
from sciatica_journal.services.guide.reading import remember_position
from sciatica_journal.services.journal.session import Session
from sciatica_journal.ui.screens.guide.page_row import PageRow
from sciatica_journal.ui.screens.guide.reader import ReaderScreen
from sciatica_journal.ui.screens.guide.screen import GuideScreen
from tests.ui.harness import Clock, opened, screen_text, settle, with_journal


async def test_the_list_says_what_was_read_and_goes_on_where_one_began(tmp_path: Path, clock: Clock) -> None:
    def read_some(session: Session) -> None:
        remember_position(session, "start-here", 80, True)
        remember_position(session, "red-flags", 30, False)  # begins at its top each time
        remember_position(session, "what-sciatica-is", 12, False)

    with_journal(tmp_path, clock, read_some)
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("G")
        await settle(app, pilot)
        rows = list(app.screen.query(PageRow))
        assert [row.opens for row in rows] == [page.slug for page in load_pages()]
        assert [row.opens for row in rows if row.mark == "✓ read"] == ["start-here"]
        assert app.screen.focused is not None
        assert isinstance(app.screen.focused, PageRow)
        assert app.screen.focused.opens == "what-sciatica-is"
        assert "… begun" in screen_text(app)
        await pilot.press("up", "enter")
        await settle(app, pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.trail.here.slug == "bad-week"


async def test_a_page_read_to_its_end_is_marked_when_one_comes_back(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("G")
        await settle(app, pilot)
        await pilot.press("enter")
        await settle(app, pilot)
        await pilot.press("end", "escape")
        await settle(app, pilot)
        assert isinstance(app.screen, GuideScreen)
        assert app.screen.query(PageRow).first().mark == "✓ read"


@pytest.mark.parametrize(("key", "slug", "words"), [("s", "sources", "Red flags"), ("n", "changelog", "0.5.3")])
async def test_sources_and_news_are_one_key_away(tmp_path: Path, clock: Clock, key: str, slug: str, words: str) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("G")
        await settle(app, pilot)
        await pilot.press(key)
        await settle(app, pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.trail.here.slug == slug
        assert words in screen_text(app)


async def test_the_list_is_there_at_every_size(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (120, 36)) as (app, pilot):
        app.go_to("guide")
        await settle(app, pilot)
        for size in ((80, 24), (60, 20), (40, 12)):
            await pilot.resize_terminal(*size)
            await settle(app, pilot)
            assert "Start here" in screen_text(app), size
        await pilot.resize_terminal(20, 5)
