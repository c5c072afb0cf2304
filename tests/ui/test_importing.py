"""The import screen: a path, questions, the dry run, the report, taking back; nothing changes unconfirmed."""

import json
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sciatica_journal.domain.day import Day
from sciatica_journal.services.exchange.finding_files import MOST, matches
from sciatica_journal.services.exchange.looking_closer import look_closer
from sciatica_journal.services.exchange.planning import plan_import
from sciatica_journal.services.exchange.taking_back import list_imports
from sciatica_journal.services.exchange.watching import Watch
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.history import changing
from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.screens.importing import job as job_module
from sciatica_journal.ui.screens.importing.item_dialog import ItemDialog
from sciatica_journal.ui.screens.importing.screen import STOPS_WITHIN, ImportScreen
from tests.given import EVE, TODAY, window
from tests.ui.golden import golden

from .harness import Clock, opened, screen_text, settle, until, with_journal

DAYLIO = (
    "full_date,date,weekday,time,mood,activities,note_title,note\n"
    "2026-03-01,March 1,Sunday,21:00,meh,work,,[/x] a note\n2026-03-02,March 2,Monday,21:00,rad,work,,fine\n"
)
SIZES = ((120, 36), (80, 24), (60, 20))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder for the journal, beside the files that are imported."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def own_lines(folder: Path, *more: object) -> Path:
    records: list[object] = [
        {"type": "day", "date": str(EVE), "pain_worst": 3, "sleep_hours": 7.0},
        {"type": "day", "date": str(TODAY), "pain_worst": 4},
        {"type": "run", "id": "r1", "date": str(EVE), "distance_km": 5.0, "title": "[L5-S1] loop [/x]"},
    ]
    path = folder / "journal [x].jsonl"
    lines = [{"type": "journal", "format": 1}, *records, *more]
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return path


def one_day(session: Session) -> None:
    with changing(session.writer(), "test", session.now(), session.window) as change:
        change.put(Day(EVE, pain_worst=6))


async def show(app: JournalApp, pilot: Pilot[None], path: Path | None = None) -> ImportScreen:
    await app.run_action("screen.import_files")
    await settle(app, pilot)
    screen = app.screen
    assert isinstance(screen, ImportScreen)
    if path is not None:
        screen.files.line.show(str(path), force=True)
        await pilot.press("enter")
        await settle(app, pilot)
    return screen


async def test_nothing_is_changed_before_it_is_confirmed_and_all_can_be_taken_back(
    home: Path, tmp_path: Path, clock: Clock
) -> None:
    with_journal(home, clock, one_day)
    path = own_lines(tmp_path)
    async with opened(home, clock, (80, 24)) as (app, pilot):
        screen = await show(app, pilot, path)
        assert "A dry run" in screen_text(app)
        assert "[L5-S1] loop [/x]" in screen_text(app)
        await pilot.press("i", "n")
        await settle(app, pilot)
        assert await app.journal.call(list_imports) == []
        await pilot.press("i", "y")
        await settle(app, pilot)
        assert screen.is_done
        assert "Imported 3 items" in screen_text(app)
        assert "import-before" in "".join(screen_text(app).split())
        day = await app.journal.call(lambda session: session.readable().day(EVE))
        assert day is not None
        assert (day.pain_worst, day.sleep_hours) == (6, 7.0)
        await pilot.press("u", "y")
        await settle(app, pilot)
        assert screen.step == "file"
        assert "taken back" in screen_text(app)
        day = await app.journal.call(lambda session: session.readable().day(EVE))
        assert day is not None
        assert (day.pain_worst, day.sleep_hours) == (6, None)


async def test_items_are_filtered_and_looked_at_closely(home: Path, tmp_path: Path, clock: Clock) -> None:
    with_journal(home, clock, one_day)
    async with opened(home, clock, (80, 24)) as (app, pilot):
        screen = await show(app, pilot, own_lines(tmp_path))
        await pilot.press("m")
        assert [screen.items.list.items[n].action for n in screen.items.list.numbers] == ["merged"]
        await pilot.press("r")
        assert screen.items.only == "merged"
        await pilot.press("enter")
        await settle(app, pilot)
        dialog = app.screen
        assert isinstance(dialog, ItemDialog)
        assert dialog.closer.filled == (("sleep", "7.0"),)
        await pilot.press("escape", "a")
        assert screen.items.list.count == 3


async def test_a_question_is_asked_once(home: Path, tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "daylio.csv"
    path.write_text(DAYLIO, encoding="utf-8")
    async with opened(home, clock, (80, 24)) as (app, pilot):
        screen = await show(app, pilot, path)
        assert "Question 1 of 2" in screen_text(app)
        await pilot.press("4", "enter")
        assert "Question 2 of 2" in screen_text(app)
        await pilot.press("escape")
        assert "Question 1 of 2" in screen_text(app)
        await pilot.press("4", "enter", "9", "enter")
        await settle(app, pilot)
        assert screen.step == "items"
        await pilot.press("i", "y")
        await settle(app, pilot)
        await pilot.press("escape", "enter")
        await settle(app, pilot)
        assert screen.step == "items"
        assert "Nothing to import" in screen_text(app)
        await pilot.press("q")
        await settle(app, pilot)
        assert "Question 1 of 2" in screen_text(app)


async def test_what_cannot_be_read_is_said_and_the_path_stays(home: Path, tmp_path: Path, clock: Clock) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"type":"journal","format":1}\n{nothing\n')
    async with opened(home, clock, (80, 24)) as (app, pilot):
        screen = await show(app, pilot, broken)
        assert screen.step == "file"
        assert "line 2" in screen_text(app)
        assert screen.files.line.value == str(broken)
        await pilot.press("escape")
        await settle(app, pilot)
        assert app.screen is app.today_screen


async def test_escape_leaves_a_reading_that_does_not_end(
    home: Path, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A parser that looks at the watch too seldom: the screen is free all the same."""
    from threading import Event

    ended, watches = Event(), list[Watch]()

    def read_for_ever(_paths: object, _terms: object, _kind: object, watch: Watch) -> None:
        watches.append(watch)
        ended.wait(20)

    monkeypatch.setattr(job_module, "read_found", read_for_ever)
    async with opened(home, clock, (80, 24)) as (app, pilot):
        screen = await show(app, pilot)
        screen.files.line.show(str(own_lines(tmp_path)), force=True)
        await pilot.press("enter")
        await until(lambda: bool(watches), 2)
        assert screen.step == "waiting"
        await pilot.press("escape")
        await until(lambda: screen.step == "file", STOPS_WITHIN + 1)
        assert watches[0].is_stopped
        ended.set()


async def test_tab_completes_and_enter_waits_for_it(home: Path, tmp_path: Path, clock: Clock) -> None:
    own_lines(tmp_path)
    async with opened(home, clock, (80, 24)) as (app, pilot):
        screen = await show(app, pilot)
        screen.files.line.show(f"{tmp_path}/jour", force=True)
        await pilot.press("tab", "enter")
        await settle(app, pilot)
        assert screen.step == "items"


def test_names_are_few_folders_first_and_hidden_ones_only_behind_a_dot(tmp_path: Path) -> None:
    for number in range(MOST + 5):
        (tmp_path / f"act {number:03}.gpx").touch()
    (tmp_path / "zz [x]").mkdir()
    (tmp_path / ".hidden").touch()
    found = matches(f"{tmp_path}/")
    assert (found.shown[0].shown, len(found.shown), found.more) == ("zz [x]/", MOST, 6)
    assert matches(f"{tmp_path}/AC").common == "act "
    assert [one.name for one in matches(f"{tmp_path}/.h").shown] == [".hidden"]
    assert matches(f"{tmp_path}/none/").problem


def test_a_typed_run_says_what_would_be_filled(tmp_path: Path, clock: Clock) -> None:
    with window(tmp_path, clock) as session:
        one_day(session)
        plan = plan_import(session, [own_lines(tmp_path)])
        closer = look_closer(session, plan, 2)
        assert closer.filled == closer.there == ()
        assert ("title", "[L5-S1] loop [/x]") in closer.row


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_dry_run_looks_as_it_was_found_right(
    home: Path, tmp_path: Path, clock: Clock, size: tuple[int, int]
) -> None:
    with_journal(home, clock, one_day)
    path = own_lines(tmp_path)
    async with opened(home, clock, size) as (app, pilot):
        screen = await show(app, pilot, path)
        assert screen.job is not None
        screen.job.path = Path("/journal.jsonl")
        screen.show_step("items", "a dry run")
        await pilot.pause()
        seen = screen_text(app) + "\n"
    assert seen == golden(f"import-{size[0]}x{size[1]}", seen)


@pytest.mark.parametrize("size", [(40, 12), (20, 5)])
async def test_a_tiny_terminal_does_not_crash(home: Path, tmp_path: Path, clock: Clock, size: tuple[int, int]) -> None:
    async with opened(home, clock, size) as (app, pilot):
        screen = await show(app, pilot, own_lines(tmp_path))
        await pilot.press("m", "enter", "escape", "f1")
        await settle(app, pilot)
        assert screen.step == "items"
