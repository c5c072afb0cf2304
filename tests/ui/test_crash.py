"""An error of the program's own: what is typed is written all the same, what is let go is not."""

from collections.abc import Awaitable, Callable
from errno import EIO
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from textual.worker import WorkerFailed

from sciatica_journal.domain.day import Day
from sciatica_journal.services.entries.days import DayView, view_day
from sciatica_journal.services.journal.paths import paths_in
from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.launch import print_unanswered
from sciatica_journal.ui.screens.place import PlaceScreen
from sciatica_journal.ui.widgets.writing import WritingArea, WritingLine
from tests.ui.harness import Clock, day_of, opened, session_in, today

TODAY = day_of("2026-03-04")


class MadeToFail(Exception):
    """The error that the tests raise."""


@pytest.fixture(autouse=True)
def failing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_screen: PlaceScreen) -> None:
        words = "a local variable"
        raise MadeToFail(words)

    monkeypatch.setattr(PlaceScreen, "action_export_files", fail)


def left_behind(folder: Path, clock: Clock) -> DayView:
    session = session_in(folder, clock)
    try:
        return view_day(session, TODAY)
    finally:
        session.close()


def raw_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def crash_after(folder: Path, clock: Clock, write: Callable[[JournalApp], Awaitable[None]]) -> None:
    """Let the app fail on a key, right after something was written into it."""
    apps = []
    try:
        async with opened(folder, clock) as (app, pilot):
            apps.append(app)
            await write(app)
            await pilot.press("E")
            raise AssertionError("left without being closed, as an app that fails is")
    finally:
        for app in apps:
            app.journal.close()


async def test_words_typed_just_before_a_crash_are_in_the_journal(tmp_path: Path, clock: Clock) -> None:
    async def write(app: JournalApp) -> None:
        app.screen.query_one("#note", WritingArea).insert("noted in time")
        app.screen.query_one("#did", WritingLine).insert_text_at_cursor("walked")
        app.screen.query_one("#reflection_text", WritingArea).insert("written in time")

    with pytest.raises(MadeToFail):
        await crash_after(tmp_path, clock, write)
    view = left_behind(tmp_path, clock)
    assert view.day == Day(TODAY, did="walked", note="noted in time")
    assert [item.text for item in view.reflections] == ["written in time"]
    assert b"a local variable" not in raw_bytes(tmp_path)


async def test_words_that_are_let_go_touch_no_disk_in_a_crash(tmp_path: Path, clock: Clock) -> None:
    async def write(app: JournalApp) -> None:
        await today(app).reflecting.keep_or_let_go()
        app.screen.query_one("#reflection_text", WritingArea).insert("regrettable")

    with pytest.raises(MadeToFail):
        await crash_after(tmp_path, clock, write)
    assert b"regrettable" not in raw_bytes(tmp_path)


async def test_what_failed_in_work_is_noted_with_its_place(tmp_path: Path, clock: Clock) -> None:
    async def fall_over() -> None:
        words = "a local variable".upper()
        raise MadeToFail(words)

    async def write(app: JournalApp) -> None:
        app.run_worker(fall_over())

    with pytest.raises(WorkerFailed):
        await crash_after(tmp_path, clock, write)
    noted = paths_in(tmp_path).crash.read_text()
    assert "in fall_over" in noted
    assert "MadeToFail" in noted
    assert "A LOCAL VARIABLE" not in noted


async def test_what_fails_once_the_app_is_being_left_is_no_crash(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        app.exit(return_code=0)
        app._handle_exception(MadeToFail())
        await pilot.pause()
    assert app.return_code == 0
    assert not paths_in(tmp_path).crash.exists()


def test_what_is_unanswered_is_told_only_where_there_is_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(StringIO):
        def write(self, _text: str) -> int:
            raise OSError(EIO, "Input/output error")

    notice: Any = SimpleNamespace(title="Saddle", message="Be seen now.", certain=True)
    for terminal in (Gone(), said := StringIO()):
        monkeypatch.setattr("sys.stderr", terminal)
        print_unanswered([notice])
    assert said.getvalue() == "Saddle: Be seen now.\n"
