"""Opening the measures from anywhere: each function starts a worker that asks, saves and shows what came of it."""

from collections.abc import Callable, Coroutine
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.domain.measures import RMDQ
from sciatica_journal.ui.journal_screen import Work, start_worker

if TYPE_CHECKING:
    from sciatica_journal.services.measures.view import MeasuresView
    from sciatica_journal.services.safety.notice import Notice
    from sciatica_journal.ui.app import JournalApp
    from sciatica_journal.ui.dialogs.measures.hub import MeasuresDialog
    from sciatica_journal.ui.dialogs.measures.trend import Chosen
    from sciatica_journal.ui.dialogs.measures.weekly import Answers


def open_measures(app: "JournalApp") -> None:
    """Show all measures; from there each is answered, looked at, chosen or left out."""
    _start(app, app.screen, partial(_hub, app))


def open_weekly(app: "JournalApp") -> None:
    """Answer the weekly screen at once, then show what came of it. Leaving it without an answer skips the week.

    Where only Roland-Morris is due, all measures are shown.
    """
    _start(app, app.screen, partial(_weekly_then_hub, app))


def _start(app: "JournalApp", screen: Screen[Any], work: Work[None]) -> None:
    start_worker(screen, partial(_told, app, work), exclusive=True, group="form")


async def _told(app: "JournalApp", work: Work[None]) -> None:
    """Do the work; what the journal cannot take is said in words."""
    try:
        await work()
    except JournalError as error:
        app.notify(error.hint or " ", title=error.message, severity="error", markup=False, timeout=10)


async def _hub(app: "JournalApp") -> None:
    from sciatica_journal.services.measures import due
    from sciatica_journal.services.measures.view import view_measures
    from sciatica_journal.ui.dialogs.measures.hub import MeasuresDialog

    view = await app.journal.call(view_measures)
    await app.push_screen(MeasuresDialog(view, due.words(), _open_row))


async def _weekly_then_hub(app: "JournalApp") -> None:
    from sciatica_journal.services.measures.choices import skip_week
    from sciatica_journal.services.measures.due import due

    now = await app.journal.call(due)
    if (now.rmdq and not now.weekly) or await _weekly(app):
        await _hub(app)
    else:
        await app.journal.call(skip_week)


def _open_row(hub: "MeasuresDialog", name: str) -> None:
    """Do what a row of the measures stands for."""
    app = hub.journal_app
    if name == "check":
        from sciatica_journal.ui.dialogs.safety.opening import open_check

        open_check(app)
        return
    works: dict[str, Callable[[JournalApp], Coroutine[Any, Any, object]]] = {
        "weekly": _weekly, "names": _name_activities, RMDQ: _rmdq, "offer": _turn_offer,
    }  # fmt: skip
    work = partial(works[name], app) if name in works else partial(_trend, app, name)
    _start(app, hub, partial(_then_reload, hub, work))


async def _then_reload(hub: "MeasuresDialog", work: Work[object]) -> None:
    """Do the work and show what came of it: when the dialog came to light again, that was not written yet."""
    await work()
    await hub.reload()


async def _turn_offer(app: "JournalApp") -> None:
    from sciatica_journal.services.measures.choices import offer

    view = await _view(app)
    if not view.is_light:
        await app.journal.call(offer, not view.choices.is_offered)


async def _view(app: "JournalApp") -> "MeasuresView":
    from sciatica_journal.services.measures.view import view_measures

    return await app.journal.call(view_measures)


# -- the weekly screen -------------------------------------------------------------------------------


async def _weekly(app: "JournalApp", day: date | None = None) -> bool:
    """Ask the weekly questions, of `day` if it is given; return whether anything was kept."""
    from sciatica_journal.services.measures import due, forms
    from sciatica_journal.ui.dialogs.measures.weekly import WeeklyDialog

    journal = app.journal
    if day is None and not await journal.call(forms.names_asked):
        await _name_activities(app)
    plan = await journal.call(forms.plan_week, day)
    if not any(plan.items.values()):
        return False
    dialog = WeeklyDialog(plan, due.all_measures(), due.words())
    answers: Answers | None = await app.push_screen_wait(dialog)
    if answers is None:
        return False
    notices = await journal.call(forms.save_week, plan.date, answers)
    await _kept(app, dialog.draft, notices)
    return True


async def _name_activities(app: "JournalApp") -> bool:
    """Ask for the names of the activities; one who leaves it is not asked again."""
    from sciatica_journal.services.measures import due, forms
    from sciatica_journal.services.safety.reminding import flags_open
    from sciatica_journal.ui.dialogs.measures.names import DRAFT, NamesDialog

    journal = app.journal
    known = await journal.call(forms.activity_names)
    urgent = (await journal.call(flags_open)).is_urgent
    dialog = NamesDialog(known, due.words(), journal.session.today(), resting=urgent)
    names = await app.push_screen_wait(dialog)
    notices = await journal.call(forms.keep_names, known if names is None else names)
    if names is not None:
        await _kept(app, DRAFT, notices)
    return names is not None


async def _kept(app: "JournalApp", draft: str, notices: "tuple[Notice, ...]") -> None:
    """Forget the draft, and show what the answers raised before anything else."""
    from sciatica_journal.services.entries.drafting import discard_draft
    from sciatica_journal.ui.dialogs.safety.opening import met

    await app.journal.call(discard_draft, draft)
    await met(app, notices)


# -- Roland-Morris -----------------------------------------------------------------------------------


async def _rmdq(app: "JournalApp") -> bool:
    """Answer the questionnaire where that may be, after one chose it; else show its readings."""
    from sciatica_journal.services.measures import due
    from sciatica_journal.services.measures.choices import take_rmdq
    from sciatica_journal.ui.dialogs.confirm import ConfirmDialog

    view, words = await _view(app), due.words()
    if not view.can_answer_rmdq:
        await _trend(app, RMDQ)
        return False
    if not view.rmdq_on:
        about = words["rmdq_again" if view.rmdq_dropped else "rmdq_about"]
        if not await app.push_screen_wait(ConfirmDialog(words["rmdq_ask"], about, words["rmdq_yes"])):
            return False
        await app.journal.call(take_rmdq, True)
    return await _rmdq_form(app)


async def _rmdq_form(app: "JournalApp", day: date | None = None) -> bool:
    from sciatica_journal.services.measures import due, forms
    from sciatica_journal.ui.dialogs.base import Dialog
    from sciatica_journal.ui.dialogs.measures.rmdq import RmdqDialog

    journal, measure = app.journal, due.all_measures()[RMDQ]
    plan = await journal.call(forms.plan_rmdq, day)
    dialog = RmdqDialog(plan, measure, due.words())
    ticked: tuple[str, ...] | None = await app.push_screen_wait(dialog)
    if ticked is None:
        return False
    await _kept(app, dialog.draft, await journal.call(forms.save_rmdq, plan.date, ticked))
    if (await _view(app)).rmdq_dropped and isinstance(app.screen, Dialog):
        app.screen.say(due.words()["rmdq_told"].format(score=len(ticked)))
    return True


# -- one measure over time ---------------------------------------------------------------------------


async def _trend(app: "JournalApp", name: str) -> None:
    """Show a measure until it is left; what is changed or removed there is shown at once."""
    from sciatica_journal.services.measures import due
    from sciatica_journal.ui.dialogs.measures.trend import TrendDialog

    while True:
        view = await _view(app)
        stops = name == RMDQ and view.rmdq_on
        dialog = TrendDialog(view.measures[name], view.today, due.words(), stops=stops)
        chosen: Chosen | None = await app.push_screen_wait(dialog)
        if chosen is None:
            return
        if chosen.reading is None:
            from sciatica_journal.services.measures.choices import take_rmdq

            await app.journal.call(take_rmdq, False)
            return
        if chosen.what == "remove":
            await app.journal.call(due.remove_reading, chosen.reading)
            app.notify(app.with_keys("Removed. {undo} brings it back."), markup=False, timeout=4)
        elif name == RMDQ:
            await _rmdq_form(app, chosen.reading.date)
        else:
            await _weekly(app, chosen.reading.date)
