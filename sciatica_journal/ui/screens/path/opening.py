"""What the rows of Path open, and what becomes of the answer."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.override import Override
from sciatica_journal.domain.care.record import CareRecord
from sciatica_journal.domain.errors import JournalError
from sciatica_journal.ui.dialogs.care.forms import CARE_FORMS, care_form, told_examination
from sciatica_journal.ui.journal_screen import start_worker
from sciatica_journal.ui.screens.path.elsewhere import ELSEWHERE
from sciatica_journal.ui.screens.path.ladder import LADDER
from sciatica_journal.ui.screens.path.rows import TOLD, TOLD_EXAMINATION, sign_words

if TYPE_CHECKING:
    from sciatica_journal.ui.dialogs.form import RecordForm
    from sciatica_journal.ui.screens.path.screen import PathScreen

ADD: Final = "add-"
"""What stands before a kind in the name of a row that adds one."""


def open_row(screen: "PathScreen", name: str, key: str = "") -> None:
    """Open what a row names; `key` is the record to change, empty for a new one."""
    start_worker(screen, partial(_open, screen, name.removeprefix(ADD), key), exclusive=True, group="form")


async def _open(screen: "PathScreen", name: str, key: str) -> None:
    record = screen.record(name, key)
    if name == "answer" and screen.view is not None and screen.view.examinations:
        name, record = "examination", screen.view.examinations[0]
    if name == TOLD_EXAMINATION:
        await _examination_told_of(screen)
    elif name.startswith(TOLD):
        name, record = "sign", _told_sign(screen, name.removeprefix(TOLD))
    if name.startswith(LADDER):
        from sciatica_journal.ui.screens.path.ladder_actions import do_ladder

        await do_ladder(screen, name.removeprefix(LADDER))
    elif name in CARE_FORMS:
        await _fill_in(screen, care_form(screen.session, name, record))
    elif name == "override":
        await (_change_reason(screen, record) if isinstance(record, Override) else _go_on(screen))
    elif name == "take-back":
        await _take_back(screen)
    elif name in ELSEWHERE:
        try:
            await ELSEWHERE[name](screen, record)
        except JournalError as error:
            screen.report(error)
    await screen.reload()


async def remove_record(screen: "PathScreen", kind: str, key: str) -> bool:
    """Remove the record of a row; undo brings it back. Returns whether that was done."""
    from sciatica_journal.services.care.records import remove_care

    record = screen.record(kind, key)
    return record is not None and await screen.done(remove_care, record)


async def _fill_in(screen: "PathScreen", dialog: "RecordForm[Any]") -> None:
    """Ask with a form and keep what it answers; only then is its draft done with."""
    from sciatica_journal.services.care.caring import keep_told
    from sciatica_journal.ui.dialogs.safety.opening import met

    answer = await screen.app.push_screen_wait(dialog)
    if answer is None:
        return
    notices = await screen.ask(keep_told, answer)
    if notices is None:
        return
    await _drop_draft(screen, dialog.draft)
    await met(screen.journal_app, notices)
    if dialog.new and isinstance(answer, Examination):
        await _ask_examined(screen, answer)


async def _examination_told_of(screen: "PathScreen") -> None:
    """Ask what came of the examination that the first launch was told of, on the day that it was told."""
    told = screen.view.told_examined if screen.view is not None else None
    day = told if isinstance(told, date) else screen.session.today()
    await _fill_in(screen, told_examination(screen.session, day))


async def _ask_examined(screen: "PathScreen", examination: CareRecord) -> None:
    """Ask which of the open signs a new examination looked at."""
    from sciatica_journal.services.care.caring import note_examined, signs_to_examine
    from sciatica_journal.services.care.words import path_words
    from sciatica_journal.ui.dialogs.care.examined import DRAFT, ExaminedDialog

    signs = await screen.ask(signs_to_examine, examination.date)
    if not signs:
        return
    names = {one.key: sign_words(one.sign, one.side, one.area) for one in signs}
    dialog = ExaminedDialog(names, examination.date, path_words()["examined"]["ask"])
    ticked = await screen.app.push_screen_wait(dialog)
    if ticked:
        await screen.done(note_examined, ticked, examination.date)
    await _drop_draft(screen, DRAFT)


async def _go_on(screen: "PathScreen") -> None:
    """Override the caution, with a reason."""
    from sciatica_journal.services.care.caring import go_on_anyway
    from sciatica_journal.ui.dialogs.safety.opening import met

    if screen.view is None or screen.view.overridable is None:
        return
    dialog = _override_dialog(screen, screen.view.overridable)
    why = await screen.app.push_screen_wait(dialog)
    answer = await screen.ask(go_on_anyway, why) if why else None
    if answer is not None:
        await _drop_draft(screen, dialog.draft)
        await met(screen.journal_app, answer[1])


async def _change_reason(screen: "PathScreen", record: Override) -> None:
    from dataclasses import replace

    from sciatica_journal.services.care.caring import keep_told
    from sciatica_journal.ui.dialogs.safety.opening import met

    dialog = _override_dialog(screen, record.what, record.why or "")
    why = await screen.app.push_screen_wait(dialog)
    notices = await screen.ask(keep_told, replace(record, why=why)) if why and why != record.why else None
    if notices is not None:
        await _drop_draft(screen, dialog.draft)
        await met(screen.journal_app, notices)


def _override_dialog(screen: "PathScreen", what: str | None, why: str = "") -> Any:
    from sciatica_journal.services.care.words import path_words
    from sciatica_journal.ui.dialogs.care.override import OverrideDialog

    return OverrideDialog(what, path_words()["override"], screen.session.today(), why)


async def _take_back(screen: "PathScreen") -> None:
    from sciatica_journal.services.care.records import remove_care

    override = screen.view.override if screen.view is not None else None
    if override is not None and await screen.done(remove_care, override):
        said = screen.journal_app.with_keys("Taken back: walking, for now. {undo} undoes that.")
        screen.notify(said, markup=False, timeout=4)


def _told_sign(screen: "PathScreen", sign: str) -> CareRecord:
    """Return a record, not kept yet, of a sign that only the first launch was told of."""
    from sciatica_journal.domain.care.known_sign import KnownSign

    background = screen.view.background if screen.view is not None else None
    onset = background.onset if background is not None else None
    return KnownSign(screen.session.new_id(), onset or screen.session.today(), sign=sign)


async def _drop_draft(screen: "PathScreen", draft: str) -> None:
    from sciatica_journal.services.entries.drafting import discard_draft

    await screen.ask(discard_draft, draft)
