"""The form for a run: what is read, what is refused, what is kept of what was typed."""

from pathlib import Path
from typing import Any

import pytest
from textual import events

from sciatica_journal.domain.run import Run
from sciatica_journal.services.entries.drafting import find_draft, keep_draft
from sciatica_journal.services.entries.runs import RUN_DRAFT, save_run
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.dialogs.factors import parse_factor
from sciatica_journal.ui.dialogs.fields import FormLine
from sciatica_journal.ui.dialogs.run import RunDialog
from tests.ui.dialogs import (
    TODAY,
    Clock,
    asked,
    form,
    run_form,
    runs_of,
    said,
    shown,
    still,
    typed,
)
from tests.ui.harness import day_of, opened, screen_text, session_in, with_journal


@pytest.mark.parametrize("text", ["coffee 2", "coffee=2", "#coffee = 2", "coffee: 2"])
def test_factors_are_read(text: str) -> None:
    assert parse_factor(text) == ("coffee", 2)


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
        await pilot.press("2", "enter", "1", "0", "enter", "l", "enter", "0", "enter", "4", "enter", "d")
        await typed(app, pilot, "<enter>", "[L5]", "<ctrl+j>", "b", "<enter>")
        await still(app, pilot)
        assert answers == [
            Run(
                "r1", TODAY, kind="run", distance_km=4.828, duration_min=40.0, surface="dry_sand", effort=4,
                pain_before=2, pain_during=10, stride="limp", pain_after=0, note="[L5]\nb",
            )
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("distance", "time", "words", "field"),
    [("0", "", "The distance is 0.0", "distance"), ("5000", "", "The distance is 5000", "distance"),
     ("far", "", "“far” is not a distance", "distance"), ("5", "-3", "The time is -3.0", "time")],
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


async def test_leaving_the_app_keeps_what_is_typed_in_a_form(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (_app, pilot):
        await pilot.press("a", "6", "ctrl+q")
    session = session_in(tmp_path, clock)
    draft = find_draft(session, RUN_DRAFT)
    session.close()
    assert draft is not None
    assert draft.body == {"distance": "6"}
