"""The dialogs of safe tracking: a season, a holiday, how often to write, the two sliders."""

from datetime import timedelta
from pathlib import Path

import pytest

from sciatica_journal.domain.care.holiday import Holiday
from sciatica_journal.domain.care.reading import Reading
from sciatica_journal.domain.care.season import Season
from sciatica_journal.domain.tracking.beliefs import Month
from sciatica_journal.domain.tracking.seasons import Change, SeasonFacts
from sciatica_journal.services.care.records import care_records, save_care
from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.offers.history import history
from sciatica_journal.services.tracking import rhythm, seasons
from sciatica_journal.services.tracking.words import tracking_words
from sciatica_journal.ui.dialogs.beliefs import chart_lines, open_beliefs
from sciatica_journal.ui.dialogs.confirm import ConfirmDialog
from sciatica_journal.ui.dialogs.holiday import open_holiday
from sciatica_journal.ui.dialogs.rhythm import open_rhythm
from sciatica_journal.ui.dialogs.season import SeasonAnswerDialog, SeasonDialog, facts_lines, open_season
from sciatica_journal.ui.screens.emergency import EmergencyScreen
from sciatica_journal.ui.screens.today.screen import TodayScreen
from tests.given import TODAY
from tests.ui.dialogs import NASTY, said, still, typed
from tests.ui.harness import Clock, opened, screen_text, settle, until, with_journal


def write(session: Session) -> None:
    for n in range(60, 0, -1):
        change_day(session, TODAY - timedelta(days=n), {"pain_worst": 6 if n > 30 else 2, "function": 7})


async def test_a_season_begins_with_a_question(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, lambda _session: None)
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        open_season(app)
        await until(lambda: isinstance(app.screen, SeasonDialog), 2.0)
        await still(app, pilot)
        await pilot.press("ctrl+s")
        await still(app, pilot)
        assert "A season needs its question" in said(app)
        await typed(app, pilot, NASTY)
        await pilot.press("ctrl+s")
        await settle(app, pilot)
        assert isinstance(app.screen, TodayScreen)
        season = await app.journal.call(seasons.current_season)
        assert season is not None
        assert (season.question, season.date, season.until) == (NASTY, TODAY, TODAY + timedelta(weeks=8))


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_a_season_ends_with_an_answer_and_a_next_step(
    tmp_path: Path, clock: Clock, size: tuple[int, int]
) -> None:
    def begun(session: Session) -> None:
        write(session)
        save_care(session, Season("s", TODAY - timedelta(days=55), until=TODAY, question=NASTY))

    with_journal(tmp_path, clock, begun)
    async with opened(tmp_path, clock, size) as (app, pilot):
        open_season(app)
        await until(lambda: isinstance(app.screen, SeasonAnswerDialog), 2.0)
        await still(app, pilot)
        seen = screen_text(app)
        for words in (NASTY[:20], "55 of 56 days", "Worst pain  6 → 2", "Counts, no causes"):
            assert words in seen
        await typed(app, pilot, "I cannot tell.", "<enter>")
        await pilot.press("w", "ctrl+s")
        await settle(app, pilot)
        season = await app.journal.call(seasons.last_season)
        assert season is not None
        assert (season.answer, season.next_step, season.ended) == ("I cannot tell.", "weekly", TODAY)
        assert (await app.journal.call(rhythm.rhythm)).name == "weekly"


async def test_words_of_a_red_flag_are_asked_about_at_once(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, lambda _session: None)
    async with opened(tmp_path, clock) as (app, pilot):
        open_season(app)
        await until(lambda: isinstance(app.screen, SeasonDialog), 2.0)
        await still(app, pilot)
        await typed(app, pilot, "since today I can't pee, does grass help?")
        await pilot.press("ctrl+s")
        await until(lambda: isinstance(app.screen, EmergencyScreen), 2.0)


async def test_a_holiday_begins_and_ends(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, lambda _session: None)
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        open_holiday(app)
        await still(app, pilot)
        await typed(app, pilot, "+7d")
        await pilot.press("ctrl+s")
        await settle(app, pilot)
        holidays = await app.journal.call(care_records, Holiday)
        assert [(one.date, one.until) for one in holidays] == [(TODAY, TODAY + timedelta(days=7))]
        assert "On holiday from the journal until Wed 11 Mar." in screen_text(app)
        open_holiday(app)
        await until(lambda: isinstance(app.screen, ConfirmDialog), 2.0)
        await still(app, pilot)
        await pilot.press("y")
        await settle(app, pilot)
        assert await app.journal.call(care_records, Holiday) == []
        assert "On holiday" not in screen_text(app)


async def test_how_often_to_write_is_chosen(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, write)
    async with opened(tmp_path, clock, (60, 20)) as (app, pilot):
        open_rhythm(app)
        await still(app, pilot)
        assert "▸ every day (now)" in screen_text(app)
        await pilot.press("down", "enter")
        await settle(app, pilot)
        assert (await app.journal.call(rhythm.rhythm)).name == "every_other_day"


async def test_the_sliders_are_kept_and_stand_beside_the_pain(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, write)
    async with opened(tmp_path, clock, (60, 20)) as (app, pilot):
        open_beliefs(app)
        await still(app, pilot)
        seen = screen_text(app)
        assert "not validated" in seen
        assert " Jan 2026 6.0" in seen
        await pilot.press("7", "down", "4", "ctrl+s")
        await settle(app, pilot)
        kept = await app.journal.call(care_records, Reading)
        assert [(one.measure, dict(one.answers)) for one in kept] == [("beliefs", {"harm": 7, "fear": 4})]


async def test_the_sliders_can_be_turned_off_for_good(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, write)
    async with opened(tmp_path, clock) as (app, pilot):
        open_beliefs(app)
        await still(app, pilot)
        await pilot.press("ctrl+x")
        await settle(app, pilot)
        assert "beliefs" in (await app.journal.call(history)).never
        assert await app.journal.call(care_records, Reading) == []


def test_the_chart_fits_and_leaves_gaps_open() -> None:
    words = tracking_words("beliefs")
    months = [Month(TODAY.replace(day=1), 4.55, 9, 10, None), Month(TODAY.replace(month=4, day=1), None, 0, 0, 3)]
    for width in (54, 60, 72):
        lines = chart_lines(months, words, width)
        assert all(len(line) <= width for line in lines)
        assert "Harm" in lines[0]
        assert "10 █████" in lines[1]
        assert lines[1].endswith("·")
    assert chart_lines([], words, 60) == [f" {words['nothing']}"]


def test_the_facts_name_points_and_say_what_is_unknown() -> None:
    facts = SeasonFacts(TODAY - timedelta(days=55), TODAY, 30, 4, Change(5.0, 2.5), Change(None, 8.0), Change(5.0, 2.5))
    lines = facts_lines(facts, tracking_words("season"))
    assert "  Worst pain  5 → 2.5" in lines
    assert "  Function    too few days → 8" in lines
    assert "  Furthest    calf → buttock or thigh" in lines
    assert lines[1] == "  30 of 56 days, 4 runs and walks"
    away = facts_lines(facts._replace(off=14), tracking_words("season"))
    assert away[1] == "  30 of 56 days, 14 on holiday, 4 runs and walks"
    short = facts._replace(last=facts.first + timedelta(days=10))
    assert len(facts_lines(short, tracking_words("season"))) == 2
