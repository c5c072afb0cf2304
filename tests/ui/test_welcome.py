"""The first launch: three steps, all optional, never shown twice, emergencies answered at once."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.services.entries.line_log import log_line
from sciatica_journal.services.safety.flags import open_notices
from sciatica_journal.services.safety.profile import Profile, load_profile
from sciatica_journal.storage.values import save_value
from sciatica_journal.ui.screens.emergency import EmergencyScreen
from sciatica_journal.ui.screens.guide.reader import ReaderScreen
from sciatica_journal.ui.screens.settings.screen import SettingsScreen
from sciatica_journal.ui.screens.today.screen import TodayScreen
from sciatica_journal.ui.screens.welcome.pain import PainScreen
from sciatica_journal.ui.screens.welcome.screen import WelcomeScreen
from sciatica_journal.ui.screens.welcome.steps import answers_of, profile_of
from tests.ui.harness import day_of, opened, screen_text, session_in, settle, shows

Clock = Callable[[], datetime]
SMALL = (80, 24)


TODAY = day_of("2026-03-04")


def kept_profile(folder: Path, clock: Clock) -> Profile:
    session = session_in(folder, clock)
    try:
        return load_profile(session)
    finally:
        session.close()


async def test_the_steps_lead_to_today_and_come_once(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, SMALL, welcomed=False) as (app, pilot):
        assert "1 of 3" in screen_text(app)
        assert "not a medical device" in screen_text(app)
        await pilot.press("enter")
        await settle(app, pilot)
        await pilot.press("y", "tab", *"2026-02-10", "tab", "y", "down", "k", "down", "w", "ctrl+s")
        await settle(app, pilot)
        assert "3 of 3" in screen_text(app)
        await pilot.press("l", "enter")
        await settle(app, pilot)
        assert shows(app, TodayScreen)
        assert app.screen.has_class("-light")
    assert kept_profile(tmp_path, clock) == Profile(
        examined=day_of("2026-02-10"), leg_worse=True, signs={"numb": "known", "tingling": "new"}
    )
    session = session_in(tmp_path, clock)
    assert session.settings.mode == "light"
    session.close()
    async with opened(tmp_path, clock, SMALL, welcomed=False) as (app, _pilot):
        assert shows(app, TodayScreen)


async def test_an_emergency_sign_is_answered_before_the_next_step(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, SMALL, welcomed=False) as (app, pilot):
        await pilot.press("enter")
        await settle(app, pilot)
        app.screen.query_one("#bladder").focus()
        await pilot.press("w", "enter")
        await settle(app, pilot)
        assert shows(app, EmergencyScreen)
        assert "trouble passing urine" in screen_text(app)
    # left for the hospital in the middle: the flag is open, and the next start shows it
    async with opened(tmp_path, clock, SMALL, welcomed=False) as (app, pilot):
        assert shows(app, EmergencyScreen)
        await pilot.press(*"seen", "enter")
        await settle(app, pilot)
        assert shows(app, TodayScreen)
        assert [notice.trigger for notice in await app.journal.call(open_notices)] == ["bladder"]


async def test_after_the_emergency_the_steps_go_on(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, SMALL, welcomed=False) as (app, pilot):
        await pilot.press("enter")
        await settle(app, pilot)
        app.screen.query_one("#both_legs").focus()
        await pilot.press("k", "enter")
        await settle(app, pilot)
        assert shows(app, EmergencyScreen), "known, but never examined"
        await pilot.press(*"calling", "enter")
        await settle(app, pilot)
        assert "3 of 3" in screen_text(app)
        await pilot.press("escape")
        await settle(app, pilot)
        await pilot.press("enter")
        await settle(app, pilot)
        assert "3 of 3" in screen_text(app), "the same answers are not asked about twice"


async def test_escape_goes_back_and_then_skips_for_good(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, SMALL, welcomed=False) as (app, pilot):
        await pilot.press("enter")
        await settle(app, pilot)
        await pilot.press("n", "escape")
        await settle(app, pilot)
        assert "1 of 3" in screen_text(app)
        await pilot.press("enter")
        await settle(app, pilot)
        assert "[not yet]" in screen_text(app), "what was answered is still there"
        assert "Esc back" in screen_text(app)
        await pilot.press("escape")
        await settle(app, pilot)
        assert "Esc skip" in screen_text(app)
        await pilot.press("escape")
        await settle(app, pilot)
        assert "Skip the questions?" in screen_text(app)
        await pilot.press("escape")
        await settle(app, pilot)
        assert shows(app, WelcomeScreen), "a stray Escape skips nothing"
        await pilot.press("escape")
        await settle(app, pilot)
        await pilot.press("y")
        await settle(app, pilot)
        assert shows(app, TodayScreen)
    assert kept_profile(tmp_path, clock) == Profile()
    async with opened(tmp_path, clock, SMALL, welcomed=False) as (app, _pilot):
        assert shows(app, TodayScreen)


async def test_a_date_that_is_none_is_said_in_words_and_kept(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, SMALL, welcomed=False) as (app, pilot):
        await pilot.press("enter")
        await settle(app, pilot)
        await pilot.press("down", *"[/x]", "ctrl+s")
        await settle(app, pilot)
        shown = screen_text(app)
        assert "✗ “[/x]” is not a date." in shown
        assert "2 of 3" in shown
        await pilot.press("backspace", "backspace", "backspace", "backspace", "ctrl+s")
        await settle(app, pilot)
        assert "3 of 3" in screen_text(app)


async def test_f2_works_from_the_first_moment(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, SMALL, welcomed=False) as (app, pilot):
        await pilot.press("f2")
        await settle(app, pilot)
        assert shows(app, ReaderScreen)
        await pilot.press("escape")
        await settle(app, pilot)
        assert shows(app, WelcomeScreen)


@pytest.mark.parametrize("size", [(60, 20), (40, 12), (20, 5)])
async def test_every_step_can_be_passed_at_every_size(tmp_path: Path, clock: Clock, size: tuple[int, int]) -> None:
    async with opened(tmp_path, clock, size, welcomed=False) as (app, pilot):
        for _step in range(3):
            assert shows(app, WelcomeScreen)
            await pilot.press("enter")
            await settle(app, pilot)
        assert shows(app, TodayScreen)


def test_a_date_without_an_answer_means_examined() -> None:
    assert profile_of({"examined_on": "yesterday"}, TODAY).examined == day_of("2026-03-03")
    assert profile_of({"examined": "no", "examined_on": "yesterday"}, TODAY).examined is False
    assert profile_of({"examined": "yes"}, TODAY).examined is True
    assert profile_of({"leg_worse": "unsure"}, TODAY) == Profile()
    with pytest.raises(InvalidValue, match="future"):
        profile_of({"examined_on": "2026-03-05"}, TODAY)


def test_a_profile_gives_the_answers_that_make_it() -> None:
    profiles = [
        Profile(),
        Profile(False, True, {"numb": "none"}),
        Profile(True, False),
        Profile(day_of("2026-02-10"), None, {"saddle": "new", "weak": "known"}),
    ]
    assert [profile_of(answers_of(profile), TODAY) for profile in profiles] == profiles


def test_a_profile_of_an_older_version_is_read(tmp_path: Path, clock: Clock) -> None:
    session = session_in(tmp_path, clock)
    save_value(session.writer(), "profile", {"examined": True, "signs": {"numb": "new"}, "mode": "light"})
    assert load_profile(session) == Profile(True, signs={"numb": "new"})
    session.close()


async def test_each_question_stands_directly_above_its_rows(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (60, 20), welcomed=False) as (app, pilot):
        await pilot.press("enter")
        await settle(app, pilot)
        shown = screen_text(app).splitlines()
        asked = next(number for number, line in enumerate(shown) if "examined this pain?" in line)
        assert any("▸Examined" in line for line in shown[asked : asked + 5])
        for field in ("leg_worse", "numb", "both_legs"):
            app.screen.query_one(f"#{field}").focus()
            await settle(app, pilot)
            assert "▸" in screen_text(app), field
        assert "any of it in both legs" in screen_text(app)


@pytest.mark.parametrize("size", [(60, 20), (40, 12)])
async def test_the_row_one_is_on_can_be_seen_on_each_step(tmp_path: Path, clock: Clock, size: tuple[int, int]) -> None:
    async with opened(tmp_path, clock, size, welcomed=False) as (app, pilot):
        for _ in range(2):
            await pilot.press("enter")
            await settle(app, pilot)
            assert "▸" in screen_text(app)


async def test_the_answers_can_be_changed_in_the_settings(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        app.go_to("settings")
        await settle(app, pilot)
        app.screen.query_one("#open-pain").focus()
        await pilot.press("enter")
        await settle(app, pilot)
        assert shows(app, PainScreen)
        await pilot.press("y", "down", *"2026-02-10", "enter", "ctrl+s")
        await settle(app, pilot)
        assert shows(app, SettingsScreen)
        assert "examined 2026-02-10" in screen_text(app)
        await pilot.press("enter")
        await settle(app, pilot)
        assert "[yes, by a professional]" in screen_text(app)
        app.screen.query_one("#saddle").focus()
        await pilot.press("w", "escape")
        await settle(app, pilot)
        assert shows(app, EmergencyScreen), "a new sign is answered, however one leaves"
        assert "between the legs: new" in screen_text(app)
        await pilot.press(*"seen", "enter")
        await settle(app, pilot)
        assert shows(app, SettingsScreen)
        await pilot.press("enter")
        await settle(app, pilot)
        await pilot.press("enter")
        await settle(app, pilot)
        assert shows(app, SettingsScreen), "what was said before is not asked about again"
    assert kept_profile(tmp_path, clock) == Profile(day_of("2026-02-10"), signs={"saddle": "new"})


async def test_a_date_that_is_none_keeps_one_only_once(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        await app.push_screen(PainScreen())
        await settle(app, pilot)
        await pilot.press("down", *"soon", "escape")
        await settle(app, pilot)
        assert "✗ “soon” is not a date." in screen_text(app)
        await pilot.press("escape")
        await settle(app, pilot)
        assert shows(app, TodayScreen)
    assert kept_profile(tmp_path, clock) == Profile()


async def test_what_the_shell_raised_before_comes_over_the_welcome(tmp_path: Path, clock: Clock) -> None:
    session = session_in(tmp_path, clock)
    log_line(session, "pain 5, can't pee", TODAY)
    session.close()
    async with opened(tmp_path, clock, SMALL, welcomed=False) as (app, pilot):
        await settle(app, pilot)
        assert shows(app, EmergencyScreen)
        assert any(isinstance(screen, WelcomeScreen) for screen in app.screen_stack)
