"""Opening dialogs in tests, typing into them, reading what they say."""

from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Static

from sciatica_journal.domain.run import Run
from sciatica_journal.domain.spot import Spot
from sciatica_journal.services.entries.days import view_day
from sciatica_journal.services.guide import reading
from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.dialogs.feelings import FeelingsDialog
from sciatica_journal.ui.dialogs.fields import FormArea, FormLine
from sciatica_journal.ui.dialogs.run import RunDialog
from sciatica_journal.ui.dialogs.spots import SpotsDialog
from tests.given import TODAY, Clock, session_in

__all__ = [
    "NASTY", "TODAY", "Clock", "asked", "feelings_dialog", "form", "run_form", "runs_of", "said", "shown",
    "spots_dialog", "still", "typed",
]  # fmt: skip
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


def spots_dialog(*spots: Spot) -> SpotsDialog:
    return SpotsDialog(spots, reading.all_regions(), reading.all_qualities())


def feelings_dialog(*chosen: str, own: tuple[str, ...] = ()) -> FeelingsDialog:
    return FeelingsDialog(chosen, own, reading.feeling_groups())
