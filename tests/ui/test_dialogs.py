"""The dialogs through the real app: what keys give, what is kept of what was typed, what always works."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.spot import Spot
from sciatica_journal.domain.units import shown_duration
from sciatica_journal.services import reading
from sciatica_journal.services.days import change_day, view_day
from sciatica_journal.services.drafting import LINE_DRAFT, find_draft, keep_draft
from sciatica_journal.services.runs import RUN_DRAFT, save_run
from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.dialogs.amounts import parse_clock, parse_distance, parse_minutes
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.dialogs.confirm import ConfirmDialog
from sciatica_journal.ui.dialogs.factors import FactorsDialog, parse_factor
from sciatica_journal.ui.dialogs.feelings import FeelingsDialog, completed
from sciatica_journal.ui.dialogs.fields import FormArea, FormLine
from sciatica_journal.ui.dialogs.go import GoDialog
from sciatica_journal.ui.dialogs.help import HelpDialog
from sciatica_journal.ui.dialogs.letters import LetterRow, letters_of
from sciatica_journal.ui.dialogs.line import LineDialog
from sciatica_journal.ui.dialogs.moment import MomentDialog
from sciatica_journal.ui.dialogs.practice import PracticeDialog
from sciatica_journal.ui.dialogs.region_finder import RegionFinder, matching
from sciatica_journal.ui.dialogs.run import RunDialog
from sciatica_journal.ui.dialogs.spots import SpotsDialog
from sciatica_journal.ui.dialogs.theme import ThemeDialog, theme_names
from sciatica_journal.ui.palette import palette_commands
from sciatica_journal.ui.screens.today.screen import TodayScreen
from tests.ui.harness import day_of, opened, screen_text, session_in, with_journal

Clock = Callable[[], datetime]
TODAY = day_of("2026-03-04")
NASTY = "[L5-S1] [/x] [@click=app.bell]y[/] \\"


async def still(app: JournalApp, pilot: Pilot[None]) -> None:
    """Wait for messages and the storage thread; a form's own worker waits for its answer, so not for workers."""
    await pilot.pause()
    await app.journal.call(lambda _session: None)
    await pilot.pause()


async def asked(app: JournalApp, pilot: Pilot[None], dialog: Dialog[Any]) -> list[Any]:
    """Open a dialog; its answer is in the list once it is given."""
    answers: list[Any] = []
    await app.push_screen(dialog, answers.append)
    await still(app, pilot)
    return answers


def form(app: JournalApp) -> RunDialog:
    dialog = app.screen
    assert isinstance(dialog, RunDialog)
    return dialog


def shown(app: JournalApp) -> type:
    """Return the kind of the screen shown."""
    return type(app.screen)


async def typed(app: JournalApp, pilot: Pilot[None], *parts: str) -> None:
    """Type: a part in angle brackets is a key, any other a text that comes at once."""
    for part in parts:
        if part.startswith("<"):
            await pilot.press(part.strip("<>"))
        elif isinstance(app.focused, FormArea):
            app.focused.insert(part)
        else:
            assert isinstance(app.focused, FormLine)
            app.focused.insert_text_at_cursor(part)
        await pilot.pause()


def said(app: JournalApp) -> str:
    line = app.screen.query_one(".said", Static)
    return str(line.content) if line.display else ""


def runs_of(folder: Path, clock: Clock) -> tuple[Run, ...]:
    session = session_in(folder, clock)
    try:
        return view_day(session, TODAY).runs
    finally:
        session.close()


def run_form(**fields: Any) -> RunDialog:
    return RunDialog(Run("r1", TODAY, **fields), "km", new=not fields)


# -- amounts ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "unit", "km"),
    [("5.2", "km", 5.2), ("5,2", "km", 5.2), ("3", "mi", 4.828), ("3 mi", "km", 4.828), ("5k", "mi", 5.0),
     ("800 m", "km", 0.8), ("0", "km", 0.0), ("-2", "km", -2.0)],
)  # fmt: skip
def test_distances(text: str, unit: str, km: float) -> None:
    assert parse_distance(text, unit) == km


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("32:10", 32.17), ("1:32:05", 92.08), ("40", 40.0), ("40 min", 40.0), ("1h20", 80.0), ("1 h 20 min", 80.0),
     ("1.5h", 90.0), ("32m10s", 32.17), ("90:00", 90.0), ("-5", -5.0)],
)  # fmt: skip
def test_times_taken(text: str, minutes: float) -> None:
    assert parse_minutes(text) == minutes


@pytest.mark.parametrize("text", ["1:75", "soon", "1h75", "5:5", "1:75:00", "-5:00", "9" * 400])
def test_what_is_no_time_taken_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        parse_minutes(text)


@given(st.integers(min_value=1, max_value=2880 * 60))
def test_a_time_as_shown_is_read_back(seconds: int) -> None:
    assert parse_minutes(shown_duration(seconds / 60)) == round(seconds / 60, 2)


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    read: Callable[[str], object]
    for read in (parse_minutes, parse_clock, parse_factor, lambda said: parse_distance(said, "km")):
        with suppress(InvalidValue):
            read(text)


def test_times_of_day() -> None:
    assert [f"{parse_clock(text):%H:%M}" for text in ("7", "7:05", "07.05", "0705", "19h30")] == [
        "07:00", "07:05", "07:05", "07:05", "19:30",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["coffee 2", "coffee=2", "#coffee = 2", "coffee: 2"])
def test_factors_are_read(text: str) -> None:
    assert parse_factor(text) == ("coffee", 2)


# -- the run form -------------------------------------------------------------------------------------


async def test_a_run_takes_its_characters_and_three_more_keys(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("a", *"5.2", "enter", *"32:10", "ctrl+s")
        await still(app, pilot)
        assert not issubclass(shown(app), Dialog)
    (run,) = runs_of(tmp_path, clock)
    assert (run.kind, run.distance_km, run.duration_min) == ("run", 5.2, 32.17)


async def test_keys_typed_while_the_form_opens_are_not_lost(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        dialog = run_form()
        app.push_screen(dialog)
        for key in (*"5.2", "enter", *"32:10"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await still(app, pilot)
        assert (dialog.state()["distance"], dialog.state()["time"]) == ("5.2", "32:10")


async def test_all_fields_of_a_run(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        answers = await asked(app, pilot, RunDialog(Run("r1", TODAY), "mi", new=True))
        await typed(app, pilot, "3", "<enter>", "40", "<down>")
        await pilot.press("d", "down", "4", "enter", "2", "enter", "1", "0", "enter", "0")
        await typed(app, pilot, "<enter>", "[L5]", "<ctrl+j>", "b", "<enter>")
        await still(app, pilot)
        assert answers == [
            Run(
                "r1", TODAY, kind="run", distance_km=4.828, duration_min=40.0, surface="dry_sand", effort=4,
                pain_before=2, pain_during=10, pain_after=0, note="[L5]\nb",
            )
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("distance", "time", "words", "field"),
    [("0", "", "The distance is 0.0", "distance"), ("5000", "", "The distance is 5000", "distance"),
     ("far", "", "“far” is no distance", "distance"), ("5", "-3", "The time is -3.0", "time")],
)  # fmt: skip
async def test_what_cannot_be_is_told_and_stays(
    tmp_path: Path, clock: Clock, distance: str, time: str, words: str, field: str
) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        answers = await asked(app, pilot, run_form())
        dialog = app.screen
        dialog.query_one("#distance", FormLine).value = distance
        dialog.query_one("#time", FormLine).value = time
        await pilot.press("ctrl+s")
        await still(app, pilot)
        assert words in said(app)
        assert words in screen_text(app).replace("\n", " ")
        assert app.focused is dialog.query_one(f"#{field}")
        assert dialog.query_one("#distance", FormLine).value == distance
        assert answers == []


async def test_a_change_keeps_what_was_shown_rounded(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        before: dict[str, Any] = {"kind": "walk", "distance_km": 5.234, "duration_min": 32.17, "heart_rate": 140}
        answers = await asked(app, pilot, run_form(**before))
        app.screen.query_one("#effort").focus()
        await pilot.press("7", "ctrl+s")
        assert answers == [Run("r1", TODAY, effort=7, **before)]


async def test_confirming_without_a_change_writes_nothing(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        answers = await asked(app, pilot, run_form(kind="walk", distance_km=5.234))
        await pilot.press("ctrl+s")
        assert answers == [None]


# -- drafts -------------------------------------------------------------------------------------------


async def test_what_is_typed_is_on_disk_within_half_a_second(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("a", *"5.2")
        await pilot.pause(0.5)
        draft = await app.journal.call(find_draft, RUN_DRAFT)
        assert draft is not None
        assert draft.body == {"distance": "5.2"}


async def test_a_form_left_with_words_in_it_offers_them_again(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("a", "4", "enter", "9", "escape")
        await still(app, pilot)
        await pilot.press("a")
        await still(app, pilot)
        assert form(app).typed() == {"distance": "4", "time": "9"}
        assert "As typed at 21:04 and not saved" in said(app)
        await pilot.press("ctrl+s")
        await app.workers.wait_for_complete()
        assert await app.journal.call(find_draft, RUN_DRAFT) is None
    assert len(runs_of(tmp_path, clock)) == 1


async def test_starting_afresh_drops_the_draft(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, lambda session: keep_draft(session, RUN_DRAFT, TODAY, {"distance": "7"}))
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("a")
        await still(app, pilot)
        await pilot.press("ctrl+n")
        await still(app, pilot)
        assert form(app).typed() == {}
        assert await app.journal.call(find_draft, RUN_DRAFT) is None


async def test_a_draft_of_another_day_or_nothing_typed_is_not_offered(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, lambda session: keep_draft(session, RUN_DRAFT, day_of("2026-03-01"), {"time": "7"}))
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("a", "escape", "a")
        await still(app, pilot)
        assert form(app).typed() == {}
        assert said(app) == ""


async def test_the_draft_of_a_change_is_its_own_and_ends_with_saving(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, lambda session: save_run(session, Run("r1", TODAY, distance_km=3.0), TODAY))
    name = f"{RUN_DRAFT} r1"
    async with opened(tmp_path, clock) as (app, pilot):
        for _ in range(2):
            app.today_screen.query_one("#runs OpenRow").focus()
            await pilot.press("enter")
            await still(app, pilot)
            if not form(app).typed():
                await pilot.press("end", "5", "escape")
                await still(app, pilot)
                assert await app.journal.call(find_draft, RUN_DRAFT) is None
        assert form(app).typed() == {"distance": "35"}
        await pilot.press("ctrl+s")
        await app.workers.wait_for_complete()
        assert await app.journal.call(find_draft, name) is None
    assert [run.distance_km for run in runs_of(tmp_path, clock)] == [35.0]


# -- moments and places -------------------------------------------------------------------------------


def test_places_are_found_by_words_side_and_group() -> None:
    regions = reading.all_regions()
    found, side = matching(regions, "l calf")
    assert (found[0].code, side) == ("calf", "left")
    assert matching(regions, "outer foot")[0][0].code == "foot_lat"
    assert {region.code for region in matching(regions, "foot")[0]} >= {"sole", "forefoot", "toe1", "heel"}
    assert len(matching(regions, "")[0]) == len(regions)
    assert matching(regions, "elbow")[0] == []


async def test_a_moment_with_pain_place_and_time(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        moment = Moment("m1", TODAY, start=clock())
        answers = await asked(app, pilot, MomentDialog(moment, reading.all_regions(), new=True))
        await typed(app, pilot, "queue", "<enter>", "<4>", "<enter>", "r calf", "<enter>", "<down>")
        app.screen.query_one("#time", FormLine).value = "8:15"
        await pilot.press("enter")
        start = clock().replace(hour=8, minute=15)
        assert answers == [Moment("m1", TODAY, start, pain=4, region="calf", side="right", text="queue")]
        assert answers[0].start.isoformat() == "2026-03-04T08:15:00+01:00"


async def test_a_time_before_the_day_ends_is_the_next_morning(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        answers = await asked(app, pilot, MomentDialog(Moment("m1", TODAY), reading.all_regions(), new=True))
        await pilot.press("x")
        app.screen.query_one("#time", FormLine).value = "1:30"
        await pilot.press("ctrl+s")
        assert answers[0].start.isoformat() == "2026-03-05T01:30:00+01:00"


async def test_an_unknown_place_or_an_empty_moment_is_told(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        answers = await asked(app, pilot, MomentDialog(Moment("m1", TODAY), reading.all_regions(), new=True))
        await pilot.press("ctrl+s")
        assert "nothing in it yet" in said(app)
        await typed(app, pilot, "<down>", "<down>", "elbow", "<enter>")
        assert "“elbow” is no place in the list" in said(app)
        assert answers == []


async def test_a_place_that_the_list_does_not_know_stays(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        moment = Moment("m1", TODAY, region="left_ear", text=NASTY)
        answers = await asked(app, pilot, MomentDialog(moment, reading.all_regions(), new=False))
        assert "[L5-S1] [/x]" in screen_text(app)
        await pilot.press("down", "3", "ctrl+s")
        assert answers == [Moment("m1", TODAY, region="left_ear", text=NASTY, pain=3)]


# -- spots --------------------------------------------------------------------------------------------


def spots_dialog(*spots: Spot) -> SpotsDialog:
    return SpotsDialog(spots, reading.all_regions(), reading.all_qualities())


async def test_a_spot_is_found_and_described(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        answers = await asked(app, pilot, spots_dialog())
        await typed(app, pilot, "calf")
        await pilot.press("enter", "l", "enter", "6", "enter", "b", "right", "space", "enter")
        assert "Calf, left, 6 of 10, burning, electric" in screen_text(app)
        await pilot.press("ctrl+s")
        assert answers == [(Spot("calf", "left", 6, ("burning", "electric")),)]


async def test_only_the_sides_a_place_has_are_offered(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        answers = await asked(app, pilot, spots_dialog())
        await typed(app, pilot, "tailb", "<enter>")
        assert app.screen.query_one("#side").display is False
        await typed(app, pilot, "<2>", "<escape>", "groin", "<enter>")
        assert list(app.screen.query_one("#side", LetterRow).labels) == ["left", "right", "both"]
        await pilot.press("ctrl+s")
        assert answers == [(Spot("tailbone", "centre", 2), Spot("groin"))]


async def test_a_spot_is_changed_and_removed(tmp_path: Path, clock: Clock) -> None:
    first, second = Spot("calf", "left", 3), Spot("heel", "right")
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        answers = await asked(app, pilot, spots_dialog(first, second))
        await pilot.press("up", "delete")
        assert app.focused is app.screen.query_one("#spots")
        await pilot.press("enter", "8", "ctrl+s")
        assert answers == [(Spot("heel", "right", 8),)]


async def test_what_was_gathered_is_dropped_only_at_the_second_escape(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        answers = await asked(app, pilot, spots_dialog(Spot("calf")))
        await pilot.press("up", "delete", "escape")
        assert "Escape again leaves all as it was" in said(app)
        assert answers == []
        await pilot.press("escape")
        assert answers == [None]


# -- feelings -----------------------------------------------------------------------------------------


def feelings_dialog(*chosen: str, own: tuple[str, ...] = ()) -> FeelingsDialog:
    return FeelingsDialog(chosen, own, reading.feeling_groups())


def test_completion_takes_own_words_first_and_can_be_refused() -> None:
    assert completed("pro", ["proud", "protective"]) == "proud"
    assert completed("Rest", ["rested", "rest"]) == "rest"
    assert completed("rest ", ["rested"]) == "rest"
    assert completed("  ", ["proud"]) == ""


async def test_feelings_are_typed_and_completed(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        answers = await asked(app, pilot, feelings_dialog(own=("prickly [L5]", "proud")))
        await typed(app, pilot, "pri")
        assert "adds prickly [L5]" in screen_text(app)
        await typed(app, pilot, "<enter>", "fru", "<enter>", "sad, oddly ", "<enter>", "<backspace>", "<enter>")
        assert answers == [("prickly [L5]", "frustrated", "sad")]


async def test_feelings_are_chosen_from_the_list(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        answers = await asked(app, pilot, feelings_dialog("proud"))
        assert "Unpleasant" not in screen_text(app)
        await typed(app, pilot, "<down>", "<space>", "<down>", "<enter>", "<w>", "or")
        assert app.screen.query_one(FormLine).value == "wor"
        assert "Unpleasant, stirred up" in screen_text(app)
        await pilot.press("ctrl+s")
        assert answers == [("hopeful", "worried")]


async def test_leaving_feelings_unchanged_answers_nothing(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        answers = await asked(app, pilot, feelings_dialog("proud"))
        await pilot.press("escape")
        answers += await asked(app, pilot, feelings_dialog("proud"))
        await pilot.press("ctrl+s")
        assert answers == [None]
        assert not issubclass(shown(app), Dialog)


# -- factors ------------------------------------------------------------------------------------------


async def test_factors_are_typed_in_place_and_added(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        answers = await asked(app, pilot, FactorsDialog({"sitting [L5]": 7.5}, ["coffee", "sitting [L5]"]))
        assert "sitting [L5]" in screen_text(app)
        await typed(app, pilot, "<backspace>", "<down>", "<3>", "<enter>", "wine", "<enter>")
        assert "has no name and number" in said(app)
        await typed(app, pilot, " 0.5", "<enter>", "<ctrl+s>")
        assert answers == [{"coffee": 3, "wine": 0.5}]


async def test_a_factor_still_in_the_field_is_meant_too(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        answers = await asked(app, pilot, FactorsDialog({}, []))
        await typed(app, pilot, "tea=4", "<ctrl+s>")
        assert answers == [{"tea": 4}]


# -- the quick line -----------------------------------------------------------------------------------


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


# -- places, help, theme, question --------------------------------------------------------------------


@pytest.mark.parametrize(("letter", "place"), [("t", "today"), ("h", "history"), ("g", "guide"), ("s", "settings")])
async def test_one_letter_goes_to_a_place(tmp_path: Path, clock: Clock, letter: str, place: str) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        answers = await asked(app, pilot, GoDialog())
        await pilot.press(letter)
        assert answers == [place]


async def test_every_place_is_two_keys_away_also_while_typing_into_a_form(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await pilot.press("a", "7", "ctrl+g")
        assert shown(app) is GoDialog
        await pilot.press("s")
        await still(app, pilot)
        assert app.current_mode == "settings"
        assert not issubclass(shown(app), Dialog)
        draft = await app.journal.call(find_draft, RUN_DRAFT)
        assert draft is not None
        assert draft.body == {"distance": "7"}


async def test_a_place_can_be_clicked_or_chosen_with_enter(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        answers = await asked(app, pilot, GoDialog())
        await pilot.press("down", "enter")
        answers += await asked(app, pilot, GoDialog())
        await pilot.click(OptionList, offset=(6, 2))
        assert answers == ["history"]
        assert shown(app) is TodayScreen


async def test_the_day_before_and_the_red_flags_can_be_reached_from_a_form(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await pilot.press("a", "7", "f2")
        await still(app, pilot)
        assert shown(app) is not RunDialog
        await pilot.press("escape")
        await still(app, pilot)
        assert shown(app) is RunDialog
        await pilot.press("f3")
        await still(app, pilot)
        await app.workers.wait_for_complete()
        assert app.today_screen.day == day_of("2026-03-03")
        assert shown(app) is TodayScreen


async def test_help_shows_the_page_and_the_users_own_keys(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, lambda _session: None)
    (tmp_path / "settings.toml").write_text('[keys]\nadd_run = "A"\n')
    async with opened(tmp_path, clock, (80, 400)) as (app, pilot):
        await asked(app, pilot, HelpDialog("today", "today"))
        app.screen.query_one(".dialog").styles.max_height = "100%"
        await pilot.pause()
        text = screen_text(app)
        assert "Everything is optional." in text
        assert any("Add a run or a walk." in line and " A " in line for line in text.splitlines())
        assert any("Go to the day before." in line and "[" in line for line in text.splitlines())
        assert "Keys that work everywhere" in text


async def test_help_of_a_form_names_its_own_keys(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await asked(app, pilot, run_form())
        await pilot.press("f1")
        await still(app, pilot)
        assert shown(app) is HelpDialog
        assert "any outing on foot" in screen_text(app)
        await pilot.press("escape")
        assert shown(app) is RunDialog


async def test_a_practice_shows_all_there_is_to_know(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 120)) as (app, pilot):
        practice = next(one for one in await app.journal.call(reading.all_practices) if one.cautions)
        await asked(app, pilot, PracticeDialog(practice))
        app.screen.query_one(".dialog").styles.max_height = "100%"
        await pilot.pause()
        text = " ".join(screen_text(app).replace("│", " ").split())
        for part in (practice.title, practice.summary, practice.provenance, *practice.cautions):
            assert " ".join(part.split())[:40] in text
        assert f"Evidence: {practice.evidence}" in text


def test_own_themes_come_first() -> None:
    names = theme_names(["nord", "journal-light", "ansi-dark", "ansi-light", "dracula", "journal-dark"])
    assert names == ["journal-dark", "journal-light", "auto", "ansi-dark", "ansi-light", "dracula", "nord"]


async def test_a_theme_is_shown_while_moving_and_put_back_by_escape(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        before = app.theme
        await asked(app, pilot, ThemeDialog())
        await pilot.press("home", "down")
        assert app.theme == "journal-light"
        await pilot.press("escape")
        await still(app, pilot)
        assert app.theme == before
        assert not (tmp_path / "settings.toml").exists()


async def test_a_kept_theme_is_written(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, lambda _session: None)
    (tmp_path / "settings.toml").write_text('# mine\nunits = "mi"\n')
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await asked(app, pilot, ThemeDialog())
        await pilot.press("home", "down", "enter")
        await still(app, pilot)
        assert app.theme == app.settings.theme == "journal-light"
    text = (tmp_path / "settings.toml").read_text()
    assert "# mine" in text
    assert 'theme = "journal-light"' in text


@pytest.mark.parametrize(
    ("keys", "answer"),
    [(["enter"], False), (["escape"], False), (["n"], False), (["y"], True), (["down", "enter"], True)],
)
async def test_no_is_the_default(tmp_path: Path, clock: Clock, keys: list[str], answer: bool) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        answers = await asked(app, pilot, ConfirmDialog(NASTY, NASTY, "Yes, remove it"))
        await pilot.press(*keys)
        assert answers == [answer]


# -- the palette --------------------------------------------------------------------------------------


async def test_the_palette_offers_what_works_where_one_is(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        here = [command.title for command in palette_commands(app, app.screen)]
        assert "Add a run  a" in here
        assert "Day before  F3 [" in here
        assert "Go to History  H" in here
        assert any(title.startswith("Guide: ") for title in here)
        assert "What is new" in here
        assert "Theme  F9" in here
        assert not any("creenshot" in title for title in here)
        assert len(here) == len(set(here))
        await asked(app, pilot, run_form())
        there = [command.title for command in palette_commands(app, app.screen)]
        assert "Add a run  a" not in there
        assert "Red flags  F2" in there


async def test_a_palette_command_does_what_it_says(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await pilot.press("ctrl+p", *"quiet", "enter")
        await pilot.pause(0.2)
        await app.workers.wait_for_complete()
        await still(app, pilot)
        assert (await app.journal.call(view_day, TODAY)).day.uneventful is True


async def test_a_bracket_in_a_key_is_shown(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await pilot.press("ctrl+p", *"day before")
        await pilot.pause(0.2)
        assert "Day before  F3 [" in screen_text(app)


# -- all of them --------------------------------------------------------------------------------------


def every_dialog() -> list[Dialog[Any]]:
    return [
        run_form(),
        MomentDialog(Moment("m1", TODAY, text=NASTY), reading.all_regions(), new=False),
        spots_dialog(Spot("calf", "left", 3, ("burning",)), Spot("unknown_place")),
        feelings_dialog(NASTY, own=(NASTY, "proud")),
        FactorsDialog({NASTY: 2}, ["coffee", "a name that is longer than the row has room for it"]),
        LineDialog(TODAY),
        GoDialog(),
        HelpDialog("today", "today"),
        ThemeDialog(),
        ConfirmDialog("Remove?", NASTY, "Yes"),
    ]


def name_of(number: int) -> str:
    return type(every_dialog()[number]).__name__


@pytest.mark.parametrize("size", [(60, 20), (40, 12), (20, 5)], ids=str)
@pytest.mark.parametrize("number", range(len(every_dialog())), ids=name_of)
async def test_every_dialog_opens_in_small_terminals(
    tmp_path: Path, clock: Clock, number: int, size: tuple[int, int]
) -> None:
    async with opened(tmp_path, clock, size) as (app, pilot):
        dialog = every_dialog()[number]
        answers = await asked(app, pilot, dialog)
        screen = Region(0, 0, *size)
        assert dialog.query_one(".dialog").region in screen
        await pilot.press("down", "down")
        focused = app.focused
        assert focused is not None
        assert focused.region.overlaps(screen) if size == (20, 5) else focused.region in screen
        await pilot.press("escape")
        await still(app, pilot)
        assert shown(app) is TodayScreen
        assert answers == [False if isinstance(dialog, ConfirmDialog) else None]


def test_every_choice_has_a_letter_of_its_own() -> None:
    labels = {"run": "run", "run_walk": "run-walk", "walk": "walk", "none": "rn"}
    assert letters_of(labels) == {"run": 0, "run_walk": 1, "walk": 0, "none": 1}
    assert letters_of({"a": "a", "b": "aa"}) == {"a": 0}


async def test_a_choice_on_a_further_line_can_be_clicked(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (60, 20)) as (app, pilot):
        await asked(app, pilot, run_form())
        row = app.screen.query_one("#surface", LetterRow)
        assert row.size.height == 2
        second = row.lines(row.content_size.width)[1]
        await pilot.click("#surface", offset=(row.head_width + 2, 1))
        assert row.value == second[0]


async def test_a_finder_moves_in_its_list_while_one_types(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await asked(app, pilot, spots_dialog())
        finder = app.screen.query_one(RegionFinder)
        await pilot.press("down", "down", "up", "pagedown")
        assert finder.found.highlighted == 8
        assert app.focused is finder.line


async def test_dialogs_open_from_today_and_save(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, lambda session: change_day(session, TODAY, {"factors": {"coffee": 1}}, {}))
    async with opened(tmp_path, clock, (80, 40)) as (app, pilot):
        await pilot.press("f", *"cal", "enter", "enter")
        await app.workers.wait_for_complete()
        app.today_screen.query_one("#open-factors").focus()
        await pilot.press("enter", "2", "ctrl+s")
        await app.workers.wait_for_complete()
        day = (await app.journal.call(view_day, TODAY)).day
        assert day.feelings == ("calm",)
        assert day.factors == {"coffee": 2}
