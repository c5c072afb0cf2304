"""The measures as a person answers them: keys counted, everything reachable, nothing urged."""

from pathlib import Path

from sciatica_journal.services.measures.choices import load_choices
from sciatica_journal.services.measures.due import latest, readings_of
from sciatica_journal.services.measures.forms import activity_names
from sciatica_journal.services.safety.flags import raise_signs
from sciatica_journal.ui.dialogs.measures.hub import MeasuresDialog
from sciatica_journal.ui.dialogs.measures.names import NamesDialog
from sciatica_journal.ui.dialogs.measures.scale_row import ScaleRow
from sciatica_journal.ui.dialogs.measures.trend import TrendDialog
from sciatica_journal.ui.dialogs.measures.weekly import WeeklyDialog
from sciatica_journal.ui.dialogs.safety.check import CheckDialog
from sciatica_journal.ui.screens.today.screen import TodayScreen
from tests.given import TODAY
from tests.ui.dialogs import said, shown, still
from tests.ui.harness import Clock, opened, screen_text, with_journal
from tests.ui.measuring import NAMES, hub, named, some_weeks, text_of, weekly

MOST_KEYS = 30
"""Keys of a weekly screen filled in full, the first six answers 10: at two seconds a key it takes a minute."""


async def test_a_full_week_takes_less_than_a_minute_of_keys(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, named)
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await weekly(app, pilot)
        keys: list[str] = []
        for number in ("10", "10", "10", "10", "10", "10", "6", "0", "3", "2"):
            keys += [*number, "down"]
        keys[-1] = "ctrl+s"
        assert len(keys) <= MOST_KEYS
        await pilot.press(*keys)
        await still(app, pilot)
        assert shown(app) is MeasuresDialog
        found = await app.journal.call(latest)
        assert dict(found["activities"].answers) == dict.fromkeys(NAMES, 10)
        assert dict(found["bother"].answers) == {"leg_pain": 6, "numb": 0, "weak": 3, "sitting": 2}
        assert found["impact"].answers["doing"] == 10


async def test_enter_goes_on_and_keeps_at_the_end(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, named)
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await weekly(app, pilot)
        await pilot.press("4", *["enter"] * 10)
        await still(app, pilot)
        found = await app.journal.call(latest)
        assert list(found) == ["activities"], "what was left out is not there"
        assert dict(found["activities"].answers) == {NAMES[0]: 4}


async def test_a_number_out_of_range_is_not_taken(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, named)
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await weekly(app, pilot)
        row = list(app.screen.query(ScaleRow))[-1]
        row.focus()
        await pilot.press("9", "6", "7", "right")
        assert row.rating == 6
        await pilot.press("1", "0")
        assert row.rating == 0
        await pilot.press("backspace")
        assert row.rating is None


async def test_leaving_it_skips_the_week_with_one_key(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, named)
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await weekly(app, pilot)
        await pilot.press("escape")
        await still(app, pilot)
        assert shown(app) is TodayScreen
        assert (await app.journal.call(load_choices)).skipped == TODAY
        assert await app.journal.call(latest) == {}


async def test_at_first_it_asks_what_matters_and_only_once(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await weekly(app, pilot)
        assert shown(app) is NamesDialog
        assert "easy running" in screen_text(app)
        await pilot.press(*"run", "enter", *"RUN", "ctrl+s")
        assert "named twice" in said(app)
        await pilot.press("m", "ctrl+s")
        await still(app, pilot)
        assert shown(app) is WeeklyDialog
        assert await app.journal.call(activity_names) == ("run", "RUNm")
        await pilot.press("escape")
        await still(app, pilot)
        await weekly(app, pilot)
        assert shown(app) is WeeklyDialog


async def test_who_names_nothing_still_has_the_other_questions(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await weekly(app, pilot)
        await pilot.press("escape")
        await still(app, pilot)
        assert shown(app) is WeeklyDialog
        assert len(app.screen.query(ScaleRow)) == 7


async def test_no_example_is_about_running_while_a_flag_is_open(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await weekly(app, pilot)
        await app.journal.call(raise_signs, ["foot_drop"])
        await pilot.press("escape", "escape")
        await still(app, pilot)
        await hub(app, pilot, "names")
        assert shown(app) is NamesDialog
        assert "walk to the shop" in screen_text(app)
        assert "running" not in screen_text(app)
        await pilot.press("escape")
        await still(app, pilot)
        assert "A red flag is open" in screen_text(app)


async def test_an_unfinished_week_is_offered_again(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, named)
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await weekly(app, pilot)
        await pilot.press("7", "escape")
        await still(app, pilot)
        await weekly(app, pilot)
        assert "not saved" in said(app)
        assert app.screen.query(ScaleRow).first().rating == 7


async def test_all_at_a_glance_without_a_verdict(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, some_weeks)
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await hub(app, pilot)
        seen = screen_text(app)
        assert "due · 10 answers" in seen
        assert "8 of 10 · 25 Feb" in seen
        assert "up 1 since 18 Feb; under 2 is noise" in seen
        assert "6 of 24" in seen
        assert "the same as on 18 Feb" in seen
        assert "off: 24 statements" in seen
        assert not any(word in seen.lower() for word in ("better", "worse", "because", "improv", "safe you"))


async def test_a_measure_over_time_says_what_is_noise_and_where_from(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, some_weeks)
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await hub(app, pilot, "activities")
        assert shown(app) is TrendDialog
        seen = text_of(app)
        assert "Moved up by 1 point since 18 Feb; about 2 is more than day-to-day noise. Up 2 since 11 Feb." in seen
        assert "████████·· 8 8 8 8" in seen
        assert "This wording was never tested." in seen
        assert "[L5-S1] [/x]" in seen


async def test_a_reading_is_changed_and_removed_from_there(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, some_weeks)
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await hub(app, pilot, "impact")
        await pilot.press("enter")
        await still(app, pilot)
        assert shown(app) is WeeklyDialog
        await pilot.press("3", "ctrl+s")
        await still(app, pilot)
        assert shown(app) is TrendDialog
        found = await app.journal.call(readings_of)
        assert found["activities"][-1].answers[NAMES[0]] == 3
        await pilot.press("delete")
        await still(app, pilot)
        assert len((await app.journal.call(readings_of))["impact"]) == 2
        await pilot.press("escape")
        await still(app, pilot)
        assert shown(app) is MeasuresDialog


async def test_never_again_is_one_key_away(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await hub(app, pilot, "offer")
        assert (await app.journal.call(load_choices)).never
        assert "only when you open this yourself" in screen_text(app)
        await pilot.press("escape")
        assert shown(app) is TodayScreen


async def test_more_weakness_leads_to_the_safety_check_first(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, some_weeks)
    async with opened(tmp_path, clock, (60, 20)) as (app, pilot):
        await weekly(app, pilot)
        for row in app.screen.query(ScaleRow):
            if row.field == "bother:weak":
                row.focus()
        await pilot.press("2", "ctrl+s")
        await still(app, pilot)
        await still(app, pilot)
        assert "Weakness bothered you more than on 25 Feb" in text_of(app)
        await pilot.press("enter")
        await still(app, pilot)
        await still(app, pilot)
        assert shown(app) is CheckDialog


async def test_light_mode_asks_for_the_activities_only(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, named)
    (tmp_path / "settings.toml").write_text('mode = "light"\n')
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await hub(app, pilot, "weekly")
        assert [row.label for row in app.screen.query(ScaleRow)] == NAMES
