"""The one quiet line under the panes, what its two keys do, and the pause after many changes of a rating."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sciatica_journal.domain.care.season import Season
from sciatica_journal.services.care.records import save_care
from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.flags import raise_signs
from sciatica_journal.services.safety.safety_line import put_away, safety_line
from sciatica_journal.services.tracking import rhythm
from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.dialogs.enough import EnoughDialog
from sciatica_journal.ui.dialogs.safety.sign import SignDialog
from sciatica_journal.ui.dialogs.season import SeasonAnswerDialog
from sciatica_journal.ui.screens.guide.reader import ReaderScreen
from sciatica_journal.ui.screens.today.offer_line import OfferLine
from sciatica_journal.ui.screens.today.safety_row import SafetyRow
from sciatica_journal.ui.screens.today.screen import TodayScreen
from tests.given import TODAY
from tests.ui.dialogs import shown, still
from tests.ui.harness import Clock, opened, screen_text, settle, until, with_journal

TINGLING = "Tingling below the knee: read Nerve signs"


def journal(**today: Any) -> Callable[[Session], None]:
    """Return what writes three ordinary days and today, with what safety asks put away."""

    def write(session: Session) -> None:
        for n in range(3, 0, -1):
            change_day(session, TODAY - timedelta(days=n), {"pain_worst": 3, "function": 7})
        if today:
            change_day(session, TODAY, today)
        put_safety_away(session)

    return write


def put_safety_away(session: Session) -> None:
    while (line := safety_line(session, session.readable().day(TODAY))) is not None:
        put_away(session, line)


def words(app: JournalApp) -> str:
    """Return the words of the line, empty where it is hidden."""
    line = next(iter(app.today_screen.query(OfferLine)), None)
    return line.line.words if line is not None and line.display and line.line else ""


async def test_nothing_to_say_shows_no_line(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, journal())
    async with opened(tmp_path, clock) as (app, _pilot):
        assert not app.today_screen.query(OfferLine)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_an_offer_stands_above_the_keys_and_one_key_opens_it(
    tmp_path: Path, clock: Clock, size: tuple[int, int]
) -> None:
    with_journal(tmp_path, clock, journal(tingling="left", leg_left=5))
    async with opened(tmp_path, clock, size) as (app, pilot):
        *_, above, keys, _ = screen_text(app).splitlines()
        assert (above if size[0] == 60 else keys).strip().startswith(TINGLING)
        assert "g read   x not now" in keys
        await pilot.press("g")
        await settle(app, pilot)
        assert isinstance(app.screen, ReaderScreen)
        await pilot.press("escape")
        await settle(app, pilot)
        assert isinstance(app.screen, TodayScreen)
        assert words(app) == ""


async def test_one_key_puts_it_away_for_the_day(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, journal(tingling="left", leg_left=5))
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("x")
        await settle(app, pilot)
        assert words(app) == ""
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("g")
        await settle(app, pilot)
        assert isinstance(app.screen, TodayScreen)


@pytest.mark.parametrize("size", [(120, 36), (60, 20)])
async def test_the_mouse_opens_it_and_puts_it_away(tmp_path: Path, clock: Clock, size: tuple[int, int]) -> None:
    with_journal(tmp_path, clock, journal(tingling="left", leg_left=5))
    async with opened(tmp_path, clock, size) as (app, pilot):
        row = screen_text(app).splitlines()[-2]
        await pilot.click(offset=(row.index("not now"), app.size.height - 2))
        await settle(app, pilot)
        assert words(app) == ""


async def test_only_today_has_one(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, journal(tingling="left", leg_left=5))
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("left_square_bracket")
        await settle(app, pilot)
        assert words(app) == ""
        await pilot.press("right_square_bracket")
        await settle(app, pilot)
        assert words(app).startswith(TINGLING)


async def test_it_comes_and_goes_with_what_the_day_holds(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, journal(pain_worst=3))
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("w", "8")
        await settle(app, pilot)
        assert words(app).startswith("A hard day: read A bad week")
        await pilot.press("4")
        await settle(app, pilot)
        assert words(app) == ""


async def test_a_narrow_line_keeps_its_keys(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, journal(tingling="left", leg_left=5))
    for size in ((40, 12), (20, 5)):
        async with opened(tmp_path, clock, size) as (app, _pilot):
            assert "g read" in screen_text(app)


async def test_a_season_that_is_over_leads_to_its_answer(tmp_path: Path, clock: Clock) -> None:
    def write(session: Session) -> None:
        journal()(session)
        save_care(session, Season("s", TODAY - timedelta(days=56), until=TODAY, question="Does grass help?"))

    with_journal(tmp_path, clock, write)
    async with opened(tmp_path, clock) as (app, pilot):
        assert words(app) == "Your season is over: see what it shows"
        await pilot.press("g")
        await until(lambda: isinstance(app.screen, SeasonAnswerDialog), 2.0)
        await pilot.press("escape")
        await settle(app, pilot)


async def test_light_mode_is_one_key_away(tmp_path: Path, clock: Clock) -> None:
    def write(session: Session) -> None:
        journal(pain_worst=0)(session)
        for n in range(16, -1, -1):
            change_day(session, TODAY - timedelta(days=n), {"pain_worst": 0, "leg_left": 0, "function": 9})
        put_safety_away(session)

    with_journal(tmp_path, clock, write)
    async with opened(tmp_path, clock) as (app, pilot):
        assert "light mode" in words(app)
        await pilot.press("g")
        await settle(app, pilot)
        assert app.settings.mode == "light"
        assert app.today_screen.has_class("-light")
        assert not app.today_screen.query_one("#pain_worst").display
    assert 'mode = "light"' in (tmp_path / "settings.toml").read_text()


async def test_a_day_that_is_not_due_says_so_without_keys(tmp_path: Path, clock: Clock) -> None:
    def write(session: Session) -> None:
        journal()(session)
        rhythm.set_rhythm(session, "every_other_day")

    with_journal(tmp_path, clock, write)
    async with opened(tmp_path, clock) as (app, pilot):
        assert words(app) == "Nothing due today: you write every other day. Next Thu 5 Mar."
        assert "not now" not in screen_text(app)
        await pilot.press("g", "x")
        await settle(app, pilot)
        assert words(app).startswith("Nothing due")


async def test_an_open_red_flag_leaves_only_its_page(tmp_path: Path, clock: Clock) -> None:
    def write(session: Session) -> None:
        journal(tingling="left", leg_left=5)(session)
        raise_signs(session, ["weakness"])

    with_journal(tmp_path, clock, write)
    async with opened(tmp_path, clock) as (app, _pilot):
        assert words(app).startswith("A red flag is open: read Red flags")


async def test_the_bad_week_is_one_key_from_today(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, journal())
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("B")
        await settle(app, pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert "A bad week" in screen_text(app)


async def test_a_rating_changed_again_and_again_brings_a_pause_once(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, journal())
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await pilot.press("e", "3", "5", "3", "6")
        await still(app, pilot)
        assert shown(app) is TodayScreen
        await pilot.press("4")
        await still(app, pilot)
        assert shown(app) is EnoughDialog
        await pilot.press("enter")
        await still(app, pilot)
        assert shown(app) is TodayScreen
        assert app.today_screen.view is not None
        assert app.today_screen.view.day.stress == 4
        await pilot.press("5", "3", "6", "4")
        await still(app, pilot)
        assert shown(app) is TodayScreen


async def test_arrow_keys_are_no_changes(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, journal(pain_worst=2))
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("w", *["right"] * 6)
        await still(app, pilot)
        assert shown(app) is TodayScreen


def new_tingling(session: Session) -> None:
    journal()(session)
    change_day(session, TODAY, {"tingling": "left", "leg_left": 5})


async def test_the_page_on_a_sign_is_offered_once_its_question_is_answered(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, new_tingling)
    async with opened(tmp_path, clock) as (app, pilot):
        assert words(app) == ""
        await pilot.press("K")
        await until(lambda: isinstance(app.screen, SignDialog), 5)
        await pilot.press("ctrl+s")
        await until(lambda: words(app).startswith(TINGLING), 5)


async def test_the_page_on_a_sign_is_offered_once_its_question_is_put_away(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, new_tingling)
    async with opened(tmp_path, clock) as (app, pilot):
        app.screen.query_one(SafetyRow).focus()
        await pilot.press("delete")
        await until(lambda: words(app).startswith(TINGLING), 5)
