"""The form for a moment and the finder of places."""

from pathlib import Path

from sciatica_journal.domain.moment import Moment
from sciatica_journal.services.guide import reading
from sciatica_journal.ui.dialogs.fields import FormLine
from sciatica_journal.ui.dialogs.moment import MomentDialog
from sciatica_journal.ui.dialogs.region_finder import matching
from tests.ui.dialogs import NASTY, TODAY, Clock, asked, said, typed
from tests.ui.harness import opened, screen_text


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
        assert "“elbow” is not a place in the list" in said(app)
        assert answers == []


async def test_a_place_that_the_list_does_not_know_stays(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        moment = Moment("m1", TODAY, region="left_ear", text=NASTY)
        answers = await asked(app, pilot, MomentDialog(moment, reading.all_regions(), new=False))
        assert "[L5-S1] [/x]" in screen_text(app)
        await pilot.press("down", "3", "ctrl+s")
        assert answers == [Moment("m1", TODAY, region="left_ear", text=NASTY, pain=3)]
