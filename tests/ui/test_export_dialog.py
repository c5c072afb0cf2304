"""The export: a free name is offered, nothing is written over, reflections can stay out."""

from pathlib import Path

import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.history import changing
from sciatica_journal.ui.dialogs.export import ExportDialog
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from tests.given import TODAY

from .harness import Clock, opened, screen_text, settle, with_journal


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder for the journal."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def write(session: Session) -> None:
    with changing(session.writer(), "test", session.now(), session.window) as change:
        change.put(Day(TODAY, pain_worst=4))
        change.put(Reflection("r1", TODAY, text="secret"))


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))


async def test_a_free_name_is_offered_and_nothing_is_written_over(home: Path, tmp_path: Path, clock: Clock) -> None:
    taken = tmp_path / f"sciatica-journal-{TODAY}.jsonl"
    taken.write_text("mine")
    with_journal(home, clock, write)
    async with opened(home, clock, (80, 24)) as (app, pilot):
        await pilot.press("E")
        await settle(app, pilot)
        dialog = app.screen
        assert isinstance(dialog, ExportDialog)
        assert "not encrypted" in screen_text(app)
        assert dialog.line.value.endswith("-2.jsonl")
        dialog.line.show_text(str(taken))
        await pilot.press("ctrl+s")
        await settle(app, pilot)
        assert isinstance(app.screen, ExportDialog)
        assert "✗" in screen_text(app)
        dialog.line.show_text("~/mine.jsonl")
        dialog.query_one("#reflections", ChoiceRow).value = "out"
        await pilot.press("ctrl+s")
        await settle(app, pilot)
        assert "Export the journal" not in screen_text(app)
    text = (tmp_path / "mine.jsonl").read_text()
    assert '"pain_worst":4' in text
    assert "secret" not in text
    assert taken.read_text() == "mine"


async def test_another_format_offers_a_folder(home: Path, tmp_path: Path, clock: Clock) -> None:
    with_journal(home, clock, write)
    async with opened(home, clock, (60, 20)) as (app, pilot):
        await pilot.press("E")
        await settle(app, pilot)
        await pilot.press("right")
        await settle(app, pilot)
        await pilot.press("ctrl+s")
        await settle(app, pilot)
    assert (tmp_path / f"sciatica-journal-{TODAY}-csv").is_dir()
