"""The run form at the end of a timed run."""

from typing import TYPE_CHECKING

from sciatica_journal.domain.run import Run
from sciatica_journal.services.entries.runs import RUN_DRAFT
from sciatica_journal.services.running.timing import TimedRun, run_of, save_timed

if TYPE_CHECKING:
    from sciatica_journal.ui.screens.timed_run.screen import TimedRunScreen


def form_draft(timed: TimedRun) -> str:
    """Return the name of the draft of its form."""
    return f"{RUN_DRAFT} {timed.id}"


async def ask_card(screen: "TimedRunScreen", timed: TimedRun) -> bool:
    """Ask with the run form, filled with what was timed. Returns whether the run was saved."""
    from sciatica_journal.ui.dialogs.run_opening import run_dialog

    run = run_of(screen.journal_app.journal.session, timed, screen.now())
    dialog = await run_dialog(screen, run, new=True, draft=form_draft(timed))
    answer: Run | None = await screen.app.push_screen_wait(dialog)
    if answer is None:
        return False
    saved = await screen.ask(save_timed, answer, dialog.draft)
    if saved is None:
        return False
    if saved.notices:
        screen.journal_app.answer_notices(saved.notices)
    return True
