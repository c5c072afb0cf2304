"""Opening the safety dialogs from anywhere: each function starts a worker, saves the answer, tells what it raised."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.safety.signs import SignQuestion
from sciatica_journal.ui.journal_screen import Work, start_worker

if TYPE_CHECKING:
    from sciatica_journal.domain.care.known_sign import KnownSign
    from sciatica_journal.services.safety.notice import Notice
    from sciatica_journal.ui.app import JournalApp


def open_check(app: "JournalApp") -> None:
    """Do the safety check that is due, else the whole thirty-second one; after the first, ask the background."""
    _start(app, partial(do_check, app))


def ask_sign(app: "JournalApp", question: SignQuestion, day: date) -> None:
    """Ask about a sign that was logged on `day`: since when, and examined since."""
    _start(app, partial(_ask_sign, app, question, day))


def _start(app: "JournalApp", work: Work[None]) -> None:
    start_worker(app.screen, partial(_told, app, work), exclusive=True, group="form")


async def _told(app: "JournalApp", work: Work[None]) -> None:
    """Do the work; what the journal cannot take is said in words."""
    try:
        await work()
    except JournalError as error:
        app.notify(error.hint or " ", title=error.message, severity="error", markup=False, timeout=10)


async def do_check(app: "JournalApp") -> None:
    """Ask what is due, meet what it raises, show the trend; after the first check ask the background. For a worker."""
    from sciatica_journal.services.safety import checking, checks
    from sciatica_journal.ui.dialogs.safety.check import CheckDialog
    from sciatica_journal.ui.dialogs.safety.check_result import CheckResultDialog

    journal = app.journal
    plan = await journal.call(checking.plan_check)
    check = await app.push_screen_wait(CheckDialog(plan))
    if check is not None:
        await met(app, await journal.call(checks.save_check, check))
        outcome = await journal.call(checking.look_back, check)
        await app.push_screen_wait(CheckResultDialog(check, plan.items, outcome))
        if outcome.ask_background:
            await journal.call(checking.note_background_asked)
            await edit_background(app)


async def edit_background(app: "JournalApp") -> None:
    """Show the form of the background and keep its answer. For a worker."""
    from sciatica_journal.domain.care.background import Background
    from sciatica_journal.services.care.records import find_care
    from sciatica_journal.services.entries.drafting import discard_draft
    from sciatica_journal.services.safety import checking, telling
    from sciatica_journal.ui.dialogs.safety.background import BackgroundDialog

    journal = app.journal
    found = await journal.call(checking.background_to_edit)
    known = await journal.call(find_care, Background, found.id)
    dialog = BackgroundDialog(found, journal.session.today(), new=known is None)
    answer = await app.push_screen_wait(dialog)
    if answer is not None:
        notices = await journal.call(telling.save_background, answer)
        await journal.call(discard_draft, dialog.draft)
        await met(app, notices)


async def edit_sign(app: "JournalApp", sign: "KnownSign | None" = None) -> None:
    """Show the form of a known sign, or of a new one, and keep its answer. For a worker."""
    from sciatica_journal.domain.care.known_sign import KnownSign

    session = app.journal.session
    record = sign or KnownSign(session.new_id(), session.today())
    await _sign_form(app, record, new=sign is None)


async def _ask_sign(app: "JournalApp", question: SignQuestion, day: date) -> None:
    from sciatica_journal.domain.care.known_sign import KnownSign
    from sciatica_journal.services.safety import signs

    journal = app.journal
    await journal.call(signs.note_asked, [question])
    record = KnownSign(journal.session.new_id(), day, sign=question.sign, side=question.side)
    await _sign_form(app, record, new=True, asked=True)


async def _sign_form(app: "JournalApp", record: "KnownSign", *, new: bool, asked: bool = False) -> None:
    from sciatica_journal.services.entries.drafting import discard_draft
    from sciatica_journal.services.safety import telling
    from sciatica_journal.services.safety.wording import asking_words
    from sciatica_journal.ui.dialogs.safety.sign import SignDialog

    journal = app.journal
    dialog = SignDialog(record, journal.session.today(), new=new, asked=asked)
    answer = await app.push_screen_wait(dialog)
    if answer is not None:
        notices = await journal.call(telling.record_sign, answer)
        await journal.call(discard_draft, dialog.draft)
        words = asking_words("sign")
        app.notify(words["kept" if answer.examined or not new else "kept_new"], markup=False, timeout=4)
        await met(app, notices)


async def met(app: "JournalApp", notices: "tuple[Notice, ...]") -> None:
    """Show safety notices and wait until they are answered; quiet ones stand on Today."""
    urgent = tuple(notice for notice in notices if not notice.is_quiet)
    if urgent:
        from sciatica_journal.ui.screens.emergency import EmergencyScreen

        app.clear_notifications()
        await app.push_screen_wait(EmergencyScreen(urgent))
        await app.notices_answered()
