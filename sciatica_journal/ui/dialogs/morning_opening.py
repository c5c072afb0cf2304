"""Asking about the morning after a run, from wherever one is. For workers; errors are shown in words."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.entries.days import Saved
from sciatica_journal.services.running import mornings

if TYPE_CHECKING:
    from sciatica_journal.domain.run import Run
    from sciatica_journal.ui.app import JournalApp


def first_open(runs: "Iterable[Run]") -> "Run | None":
    """Return the run to ask about: the first without an answer, else without more than that, else the last."""
    found = list(runs)
    for wanted in ("response", "response_furthest"):
        for run in found:
            if getattr(run, wanted) is None:
                return run
    return found[-1] if found else None


async def ask_morning(app: "JournalApp", run: "Run", shown_on: date) -> Saved | None:
    """Ask about the morning after a run and keep the answer. Returns the saved day `shown_on`, None for no change."""
    from sciatica_journal.ui.dialogs.morning import MorningDialog

    dialog = MorningDialog(run, app.settings.units)
    answer: Run | None = await app.push_screen_wait(dialog)
    if answer is None:
        return None
    try:
        return await app.journal.call(mornings.keep_morning, answer, shown_on, dialog.draft)
    except JournalError as error:
        app.notify(error.hint or " ", title=error.message, severity="error", markup=False, timeout=10)
        return None


async def ask_morning_of(app: "JournalApp", day: date) -> None:
    """Ask about the morning after a run of that day; on a day without one, say so."""
    try:
        runs = await app.journal.call(mornings.runs_of, day)
    except JournalError as error:
        app.notify(error.hint or " ", title=error.message, severity="error", markup=False, timeout=10)
        return
    run = first_open(runs)
    if run is None:
        app.notify("No run is recorded on that day.", markup=False, timeout=3)
        return
    saved = await ask_morning(app, run, day)
    if saved is not None and saved.notices:
        app.answer_notices(saved.notices)


async def ask_morning_waiting(app: "JournalApp") -> None:
    """Ask about the latest run of the last week that has no answer yet."""
    try:
        runs = await app.journal.call(mornings.unanswered, app.journal.session.today())
    except JournalError as error:
        app.notify(error.hint or " ", title=error.message, severity="error", markup=False, timeout=10)
        return
    saved = await ask_morning(app, runs[0], runs[0].date) if runs else None
    if saved is not None and saved.notices:
        app.answer_notices(saved.notices)
