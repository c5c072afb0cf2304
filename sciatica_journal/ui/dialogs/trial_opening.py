"""Opening the trial from anywhere: the form that begins one, or what can be done with the one under way."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.trial import actions
from sciatica_journal.services.trial.wording import told
from sciatica_journal.services.trial.words import trial_words
from sciatica_journal.ui.dialogs.pick import PickDialog
from sciatica_journal.ui.journal_screen import start_worker

if TYPE_CHECKING:
    from sciatica_journal.services.trial.view import TrialView
    from sciatica_journal.ui.app import JournalApp

Done = Callable[[], Awaitable[None]]


class TrialPick(PickDialog):
    """What can be done with the trial under way."""

    HELP_PAGE: ClassVar[str] = "patterns"


def open_trial(app: "JournalApp", done: Done | None = None) -> None:
    """Begin a trial, or see to the one under way. `done` is called when something was changed."""
    start_worker(app.screen, partial(_open, app, done), exclusive=True, group="form")


async def _open(app: "JournalApp", done: Done | None) -> None:
    try:
        view = await app.journal.call(actions.settle)
        changed = await (_begin(app) if view is None or view.is_over else _see_to(app, view))
    except JournalError as error:
        app.notify(error.hint or " ", title=error.message, severity="error", markup=False, timeout=10)
        return
    if changed and done is not None:
        await done()


async def _begin(app: "JournalApp") -> bool:
    from sciatica_journal.ui.dialogs.trial import TrialDialog

    dialog = TrialDialog(app.journal.session)
    plan = await app.push_screen_wait(dialog)
    return plan is not None and await _start(app, plan, dialog.draft)


async def _start(app: "JournalApp", plan: actions.Plan, draft: str) -> bool:
    from sciatica_journal.services.entries.drafting import discard_draft
    from sciatica_journal.ui.dialogs.safety.opening import met

    trial, notices = await app.journal.call(actions.start, plan)
    if trial is not None:
        await app.journal.call(discard_draft, draft)
        names = {"a": trial.option_a, "b": trial.option_b, "planned": trial.planned}
        app.notify(trial_words()["says"]["begun"].format(**names), markup=False, timeout=10)
    await met(app, notices)
    return trial is not None


async def _see_to(app: "JournalApp", view: "TrialView") -> bool:
    words, said = trial_words()["setup"], told(view)
    choices = [(name, Content(words["does"][name])) for name in _possible(view)]
    about = "\n\n".join(filter(None, (said.head, said.today, *said.lines)))
    chosen = await app.push_screen_wait(TrialPick(words["title"], choices, about=about))
    return chosen is not None and await _do(app, chosen)


async def _do(app: "JournalApp", chosen: str) -> bool:
    if chosen == "stop":
        return await _stop(app)
    if chosen == "toss":
        await app.journal.call(actions.toss)
        now = await app.journal.call(actions.settle)
        if now is not None:
            await _see_to(app, now)
        return True
    await app.journal.call(actions.answer, chosen)
    app.notify(app.with_keys(trial_words()["says"][f"answered_{chosen}"]), markup=False, timeout=5)
    return True


def _possible(view: "TrialView") -> list[str]:
    """Return what can be done, the likeliest first."""
    if view.draw is not None:
        answers = ["accepted", "refused"] if view.closed in ("drawn", "over") else ["refused"]
        return [*(one for one in answers if one != view.draw.answered), "stop"]
    return ["toss", "stop"] if view.closed is None else ["stop"]


async def _stop(app: "JournalApp") -> bool:
    from sciatica_journal.ui.dialogs.confirm import ConfirmDialog

    words = trial_words()["setup"]
    detail = app.with_keys(words["stop_detail"])
    if not await app.push_screen_wait(ConfirmDialog(words["stop"], detail, words["stop_yes"])):
        return False
    await app.journal.call(actions.stop)
    app.notify(trial_words()["says"]["stopped"], markup=False, timeout=8)
    return True
