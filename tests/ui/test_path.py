"""The Path place: where one stands, what is due, one's care; everything by key and by mouse."""

import asyncio
from pathlib import Path

import pytest

from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.question import Question
from sciatica_journal.services.care.records import care_records, save_care
from sciatica_journal.ui.dialogs.care.question import QuestionDialog
from sciatica_journal.ui.dialogs.care.treatment import TreatmentDialog
from sciatica_journal.ui.dialogs.help import HelpDialog
from sciatica_journal.ui.screens.path.elsewhere import ELSEWHERE
from sciatica_journal.ui.screens.path.screen import PathScreen
from sciatica_journal.ui.screens.path.section import SHOWN, CareRow
from tests.given import EVE, TODAY
from tests.ui.dialogs import NASTY, shown, still, typed
from tests.ui.harness import Clock, opened, screen_text, settle, until, with_journal
from tests.ui.path import go, row, some_care


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)], ids=str)
async def test_what_one_wrote_stands_there_as_written(tmp_path: Path, clock: Clock, size: tuple[int, int]) -> None:
    with_journal(tmp_path, clock, some_care)
    async with opened(tmp_path, clock, size) as (app, pilot):
        screen = await go(app, pilot)
        seen = screen_text(app)
        assert "Running, within limits." in seen
        assert "20 min [L5]" in seen
        assert f"GP {NASTY[:12]}" in seen
        assert row(screen, "q").render().plain.endswith(NASTY)
        if size[0] > 100:
            assert "in 8 days" in seen
            assert "numb, left, outer toes · not examined" in seen


async def test_adding_changing_removing_and_bringing_back(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, some_care)
    async with opened(tmp_path, clock, (120, 36)) as (app, pilot):
        screen = await go(app, pilot)
        row(screen, "t").focus()
        await pilot.press("a")
        await still(app, pilot)
        assert shown(app) is TreatmentDialog
        await typed(app, pilot, "nerve glides", "<ctrl+s>")
        await settle(app, pilot)
        assert "nerve glides  going on" in screen_text(app)
        assert app.focused is row(screen, "t"), "the row that had the focus keeps it"
        await pilot.press("enter")
        await still(app, pilot)
        await pilot.press("end")
        await typed(app, pilot, " at dawn", "<ctrl+s>")
        await settle(app, pilot)
        assert "walks at dawn" in screen_text(app)
        await pilot.press("delete")
        await settle(app, pilot)
        assert "walks at dawn" not in screen_text(app)
        await pilot.press("u")
        await settle(app, pilot)
        assert "walks at dawn" in screen_text(app)


async def test_a_question_is_noted_from_anywhere_in_path_and_answered(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 40)) as (app, pilot):
        screen = await go(app, pilot)
        await pilot.press("q")
        await still(app, pilot)
        await typed(app, pilot, "May I run on grass?", "<ctrl+s>")
        await settle(app, pilot)
        (question,) = await app.journal.call(care_records, Question)
        row(screen, question.id).focus()
        await pilot.press("enter")
        await still(app, pilot)
        assert shown(app) is QuestionDialog
        app.screen.set_focus(app.screen.query_one("#answer"))
        await typed(app, pilot, "Yes.", "<ctrl+s>")
        await settle(app, pilot)
        (question,) = await app.journal.call(care_records, Question)
        assert (question.asked, question.answer) == (TODAY, "Yes.")


async def test_everything_opens_by_mouse(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, some_care)
    async with opened(tmp_path, clock, (120, 36)) as (app, pilot):
        await pilot.click("#top-bar", offset=(38, 1))
        await settle(app, pilot)
        screen = app.screen
        assert isinstance(screen, PathScreen)
        lines = screen_text(app).splitlines()
        y = next(number for number, line in enumerate(lines) if "Treatments tried" in line)
        await pilot.click(offset=(lines[y].index("+ add") + 2 if lines[y].count("+ add") == 1
                                  else lines[y].rindex("+ add") + 2, y))  # fmt: skip
        await still(app, pilot)
        assert shown(app) is TreatmentDialog
        await pilot.press("escape")
        await settle(app, pilot)
        await pilot.click(row(screen, "q"))
        await still(app, pilot)
        assert shown(app) is QuestionDialog


async def test_tab_goes_from_section_to_section_and_escape_leaves(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, some_care)
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        screen = await go(app, pilot)
        at_first = app.focused
        kinds = []
        for _ in range(4):
            await pilot.press("tab")
            assert isinstance(app.focused, CareRow)
            kinds.append(app.focused.opens)
        assert kinds == ["check", "examination", "appointment", "question"]
        for _ in range(4):
            await pilot.press("shift+tab")
        assert app.focused is at_first
        await pilot.press("up")
        assert screen.query_one("#path").scroll_y == 0
        await pilot.press("escape")
        await settle(app, pilot)
        assert app.screen is app.today_screen


async def test_many_records_are_folded_until_one_asks_for_them(tmp_path: Path, clock: Clock) -> None:
    with_journal(
        tmp_path, clock, lambda s: save_care(s, *(Question(f"q{n}", EVE, text=f"question {n}") for n in range(40)))
    )
    async with opened(tmp_path, clock, (80, 40)) as (app, pilot):
        screen = await go(app, pilot)
        rows = screen.query("#path-question CareRow")
        assert len(rows) == SHOWN + 1
        row(screen, "more-question").focus()
        await pilot.press("enter")
        await settle(app, pilot)
        assert len(screen.query("#path-question CareRow")) == 40


async def test_help_tells_of_path(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await go(app, pilot)
        await pilot.press("f1")
        await settle(app, pilot)
        assert shown(app) is HelpDialog
        assert "Path is the place for your care" in screen_text(app)


@pytest.mark.parametrize("size", [(40, 12), (20, 5), (5, 2)], ids=str)
async def test_path_bears_small_terminals(tmp_path: Path, clock: Clock, size: tuple[int, int]) -> None:
    with_journal(tmp_path, clock, some_care)
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await go(app, pilot)
        await pilot.resize_terminal(*size)
        await pilot.press("down", "tab")
        await settle(app, pilot)
        seen = screen_text(app)
        assert size[0] < 40 or "Where you stand" in seen or "Examinations" in seen


async def test_arrows_go_to_the_other_column_where_there_are_two(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, some_care)
    async with opened(tmp_path, clock, (120, 36)) as (app, pilot):
        screen = await go(app, pilot)
        row(screen, "e").focus()
        await pilot.press("right")
        assert isinstance(app.focused, CareRow)
        assert app.focused.region.x > row(screen, "e").region.x
        await pilot.press("left")
        assert isinstance(app.focused, CareRow)
        assert app.focused.region.x == row(screen, "e").region.x
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        at = app.focused
        await pilot.press("right")
        assert app.focused is at


async def test_reading_twice_at_once_shows_every_row_once(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, some_care)
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        screen = await go(app, pilot)
        await app.journal.call(save_care, Examination("q", EVE, who="of the same id as the question"))
        await asyncio.gather(*(screen.reload() for _ in range(4)))
        assert len(screen.query("#path-examination CareRow")) == 2
        assert screen.record("question", "q") != screen.record("examination", "q")


async def test_what_is_built_elsewhere_opens_from_its_rows(tmp_path: Path, clock: Clock) -> None:
    assert set(ELSEWHERE) >= {"check", "measures", "season", "background", "sheet"}
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        screen = await go(app, pilot)
        seen = []
        for name in ("check", "measures", "season", "background", "sheet"):
            screen.set_focus(row(screen, name))
            await pilot.press("enter")
            await until(lambda: shown(app) is not PathScreen, 10)
            seen.append(shown(app).__name__)
            await still(app, pilot)
            await pilot.press("escape")
            await until(lambda: shown(app) is PathScreen, 10)
        assert seen == ["CheckDialog", "MeasuresDialog", "SeasonDialog", "BackgroundDialog", "SheetScreen"]
