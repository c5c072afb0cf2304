"""The forms of Today: what each row opens, and what becomes of the answer."""

from functools import partial
from typing import TYPE_CHECKING, Any

from sciatica_journal.services.entries.days import Saved
from sciatica_journal.services.guide.screen_words import screen_words
from sciatica_journal.ui.journal_screen import Work, start_worker

if TYPE_CHECKING:
    from sciatica_journal.ui.screens.today.screen import TodayScreen


WAITING = "waiting"
"""What the row of runs without an answer opens, instead of a run's id."""


def open_form(screen: "TodayScreen", name: str, key: str = "") -> None:
    """Open the form of that name; `key` is the record to change, empty for a new one.

    A form is about the day it was opened on: the day may turn under it, and another
    window may change it; what it was filled from is what it is compared with.
    """
    forms: dict[str, Work[None]] = {
        "add-run": partial(_run, screen, key),
        "run": partial(_run, screen, key),
        "morning": partial(_morning, screen, key),
        "add-moment": partial(_moment, screen, key),
        "moment": partial(_moment, screen, key),
        "spots": partial(_spots, screen),
        "factors": partial(_factors, screen),
        "feelings": partial(_feelings, screen),
        "line": partial(_line, screen),
        "clear-day": partial(_clear_day, screen),
    }
    start_worker(screen, forms[name], exclusive=True, group="form")


async def remove_record(screen: "TodayScreen", name: str, key: str) -> Saved | None:
    """Remove the record a row stands for; undo brings it back."""
    from sciatica_journal.services.entries import moments, reflections, runs

    services: dict[str, Any] = {
        "run": runs.remove_run,
        "moment": moments.remove_moment,
        "reflection": reflections.remove_reflection,
    }
    saved: Saved | None = await screen.ask(services[name], key, screen.day)
    return saved


async def _run(screen: "TodayScreen", key: str) -> None:
    from sciatica_journal.domain.run import Run
    from sciatica_journal.services.entries import runs
    from sciatica_journal.ui.dialogs.run_opening import run_dialog

    session = screen.journal_app.journal.session
    known = {run.id: run for run in screen.view.runs} if screen.view else {}
    run = known.get(key) or Run(session.new_id(), screen.day)
    form = await run_dialog(screen, run, new=key not in known)
    while (answer := await screen.app.push_screen_wait(form)) is not None:
        if await _saved(screen, form.draft, await screen.ask(runs.save_run, answer, screen.day, seen=known.get(key))):
            return
        form, unsaved = await run_dialog(screen, run, new=key not in known), form
        form.begin_with_words_of(unsaved)


async def _morning(screen: "TodayScreen", key: str) -> None:
    """Ask about the morning after a run: the one of that id, else the first of those that are asked about."""
    from sciatica_journal.services.running import mornings
    from sciatica_journal.ui.dialogs.morning_opening import ask_morning, first_open

    view = screen.view
    if view is None:
        return
    known = {run.id: run for run in (*view.asked, *view.waiting)}
    run = known.get(key) or (view.waiting[0] if key == WAITING else first_open(view.asked or view.waiting[:1]))
    if run is None:
        screen.notify(screen_words("today")["no_run"], markup=False, timeout=3)
        return
    # A letter pressed just before may still be on its way to the disk: the form would take it back.
    latest = await screen.ask(mornings.runs_of, run.date) or ()
    run = next((one for one in latest if one.id == run.id), run)
    saved = await ask_morning(screen.journal_app, run, screen.day)
    if saved is not None:
        screen.take(saved)


async def _moment(screen: "TodayScreen", key: str) -> None:
    from sciatica_journal.domain.moment import Moment
    from sciatica_journal.services.entries import moments
    from sciatica_journal.services.guide import reading
    from sciatica_journal.ui.dialogs.moment import MomentDialog

    session = screen.journal_app.journal.session
    known = {moment.id: moment for moment in screen.view.moments} if screen.view else {}
    start = session.now() if screen.follows_today else None
    moment = known.get(key) or Moment(session.new_id(), screen.day, start=start)
    form = MomentDialog(moment, reading.all_regions(), new=key not in known)
    while (answer := await screen.app.push_screen_wait(form)) is not None:
        if await _saved(screen, form.draft, await screen.ask(moments.save_moment, answer, known.get(key))):
            return
        form, unsaved = MomentDialog(moment, reading.all_regions(), new=key not in known), form
        form.begin_with_words_of(unsaved)


async def _saved(screen: "TodayScreen", draft: str, saved: Saved | None) -> bool:
    """Show what was saved; only then is the form's draft done with. Returns whether anything was."""
    if saved is None:
        return False
    from sciatica_journal.services.entries.drafting import discard_draft

    await screen.ask(discard_draft, draft)
    screen.take(saved)
    return True


async def _spots(screen: "TodayScreen") -> None:
    from sciatica_journal.services.guide import reading
    from sciatica_journal.ui.dialogs.spots import SpotsDialog

    if screen.view is None:
        return
    seen = screen.view.day
    dialog = SpotsDialog(seen.spots, reading.all_regions(), reading.all_qualities())
    answer = await screen.app.push_screen_wait(dialog)
    if answer is not None:
        screen.change({"spots": answer}, seen.date, {"spots": seen.spots})


async def _factors(screen: "TodayScreen") -> None:
    from sciatica_journal.services.history import looking_back
    from sciatica_journal.ui.dialogs.factors import FactorsDialog

    if screen.view is None:
        return
    seen = screen.view.day
    used = await screen.ask(looking_back.factors_used) or []
    answer = await screen.app.push_screen_wait(FactorsDialog(dict(seen.factors), used))
    if answer is not None:
        screen.change({"factors": answer}, seen.date, {"factors": seen.factors})


async def _feelings(screen: "TodayScreen") -> None:
    from sciatica_journal.services.guide import reading
    from sciatica_journal.services.history import looking_back
    from sciatica_journal.ui.dialogs.feelings import FeelingsDialog

    if screen.view is None:
        return
    seen = screen.view.day
    used = await screen.ask(looking_back.feelings_used) or []
    dialog = FeelingsDialog(seen.feelings, used, reading.feeling_groups())
    answer = await screen.app.push_screen_wait(dialog)
    if answer is not None:
        screen.change({"feelings": answer}, seen.date, {"feelings": seen.feelings})


async def _line(screen: "TodayScreen") -> None:
    from sciatica_journal.services.entries.line_log import LineLogged, log_line
    from sciatica_journal.ui.dialogs.line import LineDialog

    await screen.flush()
    day = screen.day
    line = ""
    logged: LineLogged | None = None
    while logged is None:
        line = await screen.app.push_screen_wait(LineDialog(day, line)) or ""
        if not line:
            return
        logged = await screen.ask(log_line, line, day)
    for warning in logged.warnings:
        screen.notify(warning, markup=False, severity="warning")
    await screen.reload()
    if logged.notices:
        screen.journal_app.answer_notices(logged.notices)


async def _clear_day(screen: "TodayScreen") -> None:
    from sciatica_journal.services.entries.days import clear_day
    from sciatica_journal.ui.dialogs.confirm import ConfirmDialog

    if not await screen.finish():
        return
    words = screen_words("today")
    if screen.view is None or screen.view.is_empty:
        screen.notify(words["nothing_to_clear"], markup=False, timeout=3)
        return
    day = screen.day
    dialog = ConfirmDialog(words["clear"], words["clear_more"], words["clear_yes"])
    if await screen.app.push_screen_wait(dialog):
        screen.take(await screen.ask(clear_day, day))
