"""Red flags on the screen in terminals of every size: what to do and what is asked are in sight."""

from datetime import timedelta
from pathlib import Path

import pytest

from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.journal.session import Session
from sciatica_journal.ui.screens.emergency import EmergencyScreen
from sciatica_journal.ui.screens.today.screen import TodayScreen
from tests.ui.flagged import certain, uncertain
from tests.ui.harness import Clock, opened, screen_text, settle, shows, with_journal

SMALL = (80, 24)


@pytest.mark.parametrize("size", [(120, 36), (60, 20), (40, 12), (20, 5)])
async def test_it_can_be_read_at_every_size(tmp_path: Path, clock: Clock, size: tuple[int, int]) -> None:
    with_journal(tmp_path, clock, certain)
    async with opened(tmp_path, clock, size) as (app, pilot):
        assert shows(app, EmergencyScreen)
        assert size[1] < 10 or "EMERGENCY" in screen_text(app)
        await pilot.press("pagedown", *"seen", "enter")
        await settle(app, pilot)
        assert shows(app, TodayScreen)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12), (30, 9), (20, 5)])
async def test_the_number_is_in_sight_without_scrolling(tmp_path: Path, clock: Clock, size: tuple[int, int]) -> None:
    with_journal(tmp_path, clock, certain)
    async with opened(tmp_path, clock, size) as (app, _pilot):
        assert "call 112" in " ".join(screen_text(app).split()).lower()


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_a_question_and_its_answers_are_in_sight_without_scrolling(
    tmp_path: Path, clock: Clock, size: tuple[int, int]
) -> None:
    with_journal(tmp_path, clock, uncertain)
    async with opened(tmp_path, clock, size) as (app, _pilot):
        shown = " ".join(screen_text(app).split())
        assert "Is there any numbness" in shown
        assert "changed for you?" in shown
        assert "Not sure" in shown
        assert "call 112" in shown


async def test_the_longest_question_about_a_day_of_long_ago_is_in_sight(tmp_path: Path, clock: Clock) -> None:
    def told_lately(session: Session) -> None:
        change_day(
            session, session.today() - timedelta(days=20), {"note": "pain wakes me whichever way I turn at night"}
        )

    with_journal(tmp_path, clock, told_lately)
    async with opened(tmp_path, clock, (40, 12)) as (app, _pilot):
        assert shows(app, EmergencyScreen)
        shown = " ".join(screen_text(app).split())
        assert "Is it still so?" in shown
        assert "that is new or changed for you?" in shown
        assert "Not sure" in shown


async def test_making_the_window_small_brings_the_number_first(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, certain)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        await pilot.resize_terminal(40, 10)
        await settle(app, pilot)
        assert screen_text(app).lstrip().startswith("Call 112")
