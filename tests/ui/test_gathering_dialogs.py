"""Spots, feelings and factors: gathered by keys, dropped only on purpose."""

from pathlib import Path

from sciatica_journal.domain.spot import Spot
from sciatica_journal.services.entries.days import change_day, view_day
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.dialogs.factors import FactorRow, FactorsDialog
from sciatica_journal.ui.dialogs.feelings import completed
from sciatica_journal.ui.dialogs.fields import FormLine
from sciatica_journal.ui.dialogs.region_finder import RegionFinder
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.keyed_words import letters_of
from tests.ui.dialogs import TODAY, Clock, asked, feelings_dialog, run_form, said, shown, spots_dialog, typed
from tests.ui.harness import opened, screen_text, with_journal


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
        assert list(app.screen.query_one("#side", ChoiceRow).labels) == ["left", "right", "both"]
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
        assert "Escape again leaves everything as it was" in said(app)
        assert answers == []
        await pilot.press("escape")
        assert answers == [None]


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
        await typed(app, pilot, "<down>", "<space>", "<down>")
        assert "▸   hopeful" in screen_text(app)
        await typed(app, pilot, "<enter>", "<w>", "or")
        assert app.screen.query_one(FormLine).value == "wor"
        assert "Unpleasant, stirred up" in screen_text(app)
        await pilot.press("ctrl+s")
        assert answers == [("hopeful", "worried")]


async def test_leaving_feelings_unchanged_answers_nothing(tmp_path: Path, clock: Clock) -> None:
    many = ("proud", "hopeful", "content", "grateful", "frustrated", "worried", "homesick", "elated")
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        answers = await asked(app, pilot, feelings_dialog(*many))
        lines = screen_text(app).split("\n")
        at = next(number for number, line in enumerate(lines) if "Chosen" in line)
        column, more = lines[at].index("proud"), lines[at + 1]
        assert not more[:column].strip("│┃ "), "what is chosen stays beside its label"
        assert more[column].isalpha()
        await pilot.press("escape")
        answers += await asked(app, pilot, feelings_dialog("proud"))
        await pilot.press("ctrl+s")
        assert answers == [None]
        assert not issubclass(shown(app), Dialog)


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


def test_every_choice_has_a_letter_of_its_own() -> None:
    labels = {"run": "run", "run_walk": "run-walk", "walk": "walk", "none": "rn"}
    assert letters_of(labels) == {"run": 0, "run_walk": 1, "walk": 0, "none": 1}
    assert letters_of({"a": "a", "b": "aa"}) == {"a": 0}


async def test_a_choice_on_a_further_line_can_be_clicked(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (60, 20)) as (app, pilot):
        await asked(app, pilot, run_form())
        row = app.screen.query_one("#surface", ChoiceRow)
        assert row.size.height == 3
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


def test_the_numbers_of_factors_stand_in_one_column() -> None:
    rows = [FactorRow(name, 0) for name in ("coffee", "コーヒーの杯数", "sitting_hours", "Wort" * 15)]
    for row in rows:
        row.set_reactive(FactorRow.value, 1234567.25)
    lines = [row.render() for row in rows]
    assert {line.cell_length for line in lines} == {lines[0].cell_length}
    assert all(line.plain.endswith(" 1234567.25") for line in lines)
    assert lines[2].plain.startswith(" sitting hours ")
    assert "…" in lines[3].plain
