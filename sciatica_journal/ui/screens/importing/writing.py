"""What changes the journal from the import screen: the import itself and taking one back, each after a question.

Both go on when the screen is left meanwhile: then a notification tells how they ended.
"""

from functools import partial
from typing import TYPE_CHECKING

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.exchange.plan import Report
from sciatica_journal.services.exchange.taking_back import Import, list_imports, undo_import
from sciatica_journal.services.guide.screen_words import screen_words
from sciatica_journal.ui.dialogs.confirm import ConfirmDialog
from sciatica_journal.ui.journal_screen import start_worker
from sciatica_journal.ui.screens.importing.words import (
    counted,
    report_words,
    taken_back_words,
    to_import,
)

if TYPE_CHECKING:
    from sciatica_journal.ui.screens.importing.job import ImportJob
    from sciatica_journal.ui.screens.importing.screen import ImportScreen


async def confirm_and_run(screen: "ImportScreen", job: "ImportJob") -> None:
    """Ask, then import."""
    if job.plan is None or not to_import(job.plan):
        screen.notify(screen_words("import")["nothing_to_import"], markup=False, timeout=3)
        return
    question = f"Import {counted(to_import(job.plan), 'item')}?"
    if await screen.app.push_screen_wait(ConfirmDialog(question, screen_words("import")["confirm"], "Yes, import")):
        start_worker(screen.app, partial(_import, screen, job), group="import")


async def _import(screen: "ImportScreen", job: "ImportJob") -> None:
    """Import and show the report; red flags of the imported days come up before anything else."""
    app = screen.journal_app
    report = await _run(screen, job)
    if report is None:
        return
    if screen.is_attached and screen.job is job:
        screen.is_done = True
        screen.items.show(report.items, report.totals, report_words(report, app.with_keys("{take_import_back}")))
        screen.show_step("items", "imported")
    else:
        said = report_words(report, app.with_keys("{undo}")).plain
        app.notify(said, title="Import", markup=False, timeout=10)
    if report.notices:
        app.answer_notices(report.notices)
        await app.notices_answered()


async def _run(screen: "ImportScreen", job: "ImportJob") -> Report | None:
    """Import and return the report, None where it was stopped or refused: that is said."""
    screen.is_writing = True
    screen.wait_for("Importing", job)
    try:
        return await job.run()
    except JournalError as error:
        if screen.is_attached:
            screen.begin_again(error)
        else:
            screen.journal_app.notify(str(error), title="Import", severity="error", markup=False, timeout=10)
        return None
    finally:
        screen.is_writing = False


async def take_back(screen: "ImportScreen", chosen: Import | None) -> None:
    """Ask, then take an import back (None: the newest in force)."""
    if chosen is None:
        found = await screen.ask(list_imports) or []
        chosen = next((each for each in found if not each.taken_back), None)
    if chosen is None or chosen.taken_back:
        screen.notify(screen_words("import")["taken_back_already"], markup=False, timeout=3)
        return
    question = f"Take back the import of {chosen.at:%Y-%m-%d %H:%M}?"
    if await screen.app.push_screen_wait(
        ConfirmDialog(question, screen_words("import")["take_back"], "Yes, take it back")
    ):
        start_worker(screen.app, partial(_take_back, screen, chosen), group="import")


async def _take_back(screen: "ImportScreen", chosen: Import) -> None:
    """Take an import back and say what came of it."""
    app = screen.journal_app
    screen.is_writing = True
    screen.wait_for("Taking it back", None)
    back = await screen.ask(undo_import, chosen.id)
    screen.is_writing = False
    if screen.is_attached:
        screen.begin_again()
    if back is None:
        return
    said = taken_back_words(back, app.with_keys("{undo}"))
    app.notify(said, title="Taken back", markup=False, timeout=10)
    await app.notices_answered()
