"""What the rows and keys of the ladder in Path do."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Final

from textual.content import Content

from sciatica_journal.domain.ladder.position import Position
from sciatica_journal.domain.text import one_line
from sciatica_journal.services.care.words import path_words
from sciatica_journal.services.ladder import moving
from sciatica_journal.services.ladder.view import LadderView
from sciatica_journal.services.ladder.wording import step_words, why_not

if TYPE_CHECKING:
    from sciatica_journal.ui.screens.path.screen import PathScreen

_LEAVE: Final = "leave"
_RESPONSES: Final = (
    ("settled", "settled: my usual by rising"),
    ("lingering", "lingering: above my usual, easing that day"),
    ("flared", "flared: clearly worse, further down, or still up the day after"),
)


async def do_ladder(screen: "PathScreen", name: str) -> None:
    """Do what a row or key of the ladder names. In a worker."""
    view = screen.ladder
    if view is None:
        return
    if view.position is None and name != "choose":
        screen.notify(moving.words()["none_yet"], markup=False, timeout=4)
        return
    await _DOING[name](screen, view)


async def _choose(screen: "PathScreen", view: LadderView) -> None:
    from sciatica_journal.ui.dialogs.pick import PickDialog

    words, here = path_words()["ladder"], view.position
    current = here.ladder.id if here is not None else view.missing
    choices = [
        (one.id, Content.assemble((one_line(one.title), "bold"), f" · {_counted(len(one.steps), 'step')}"))
        for one in view.ladders
    ]
    if current is not None:
        choices.append((_LEAVE, Content("leave the ladder; what you did stays")))
    about = [
        *(f"{one_line(ladder.title)}: {one_line(ladder.about)}" for ladder in view.ladders if ladder.about),
        words["caution"],
        words["custom"],
    ]
    at = next((number for number, (ident, _) in enumerate(choices) if ident == current), None)
    chosen = await screen.app.push_screen_wait(
        PickDialog("A ladder", choices, about="\n".join([*about, *view.problems]), at=at)
    )
    if chosen is None or (chosen == current and here is not None):
        return
    if chosen == _LEAVE and await screen.done(moving.leave):
        screen.notify(screen.journal_app.with_keys(words["says"]["left"]), markup=False, timeout=6)
    elif chosen != _LEAVE and await screen.done(moving.start, chosen):
        screen.notify(screen.journal_app.with_keys(words["says"]["begun"]), markup=False, timeout=6)


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


async def _steps(screen: "PathScreen", view: LadderView) -> None:
    from sciatica_journal.ui.dialogs.pick import PickDialog

    here = view.position
    if here is None:
        return
    choices = [(step.id, _step_line(here, number)) for number, step in enumerate(here.ladder.steps)]
    dialog = PickDialog("Go to a step", choices, about=path_words()["ladder"]["caution"], at=here.number)
    chosen = await screen.app.push_screen_wait(dialog)
    if chosen is not None and chosen != here.step.id:
        await _go_to(screen, here, chosen)


def _step_line(here: Position, number: int) -> Content:
    step = here.ladder.steps[number]
    greens = sum(one.step == step.id and one.colour == "green" for one in here.history)
    done = f"  {'●' * min(greens, 5)} {greens} green" if greens else ""
    mark = "you are here" if number == here.number else ""
    return Content(f"{number + 1:>2}  {step_words(step)}{done}{f'  · {mark}' if mark else ''}")


async def _forward(screen: "PathScreen", view: LadderView) -> None:
    await _neighbour(screen, view, 1)


async def _back(screen: "PathScreen", view: LadderView) -> None:
    await _neighbour(screen, view, -1)


async def _neighbour(screen: "PathScreen", view: LadderView, by: int) -> None:
    here = view.position
    step = moving.neighbour_step(here, by) if here is not None else None
    if here is None or step is None:
        screen.notify(moving.words()["ends"], markup=False, timeout=3)
        return
    await _go_to(screen, here, step.id)


async def _stay(screen: "PathScreen", view: LadderView) -> None:
    if view.position is not None:
        await _go_to(screen, view.position, view.position.step.id)


async def _go_to(screen: "PathScreen", here: Position, step: str) -> None:
    """Go to a step; up only with a reason."""
    from sciatica_journal.ui.dialogs.safety.opening import met

    why = None
    if moving.needs_why(here, step):
        why = await _ask_why(screen, moving.words()["up"])
        if why is None:
            return
    notices = await screen.ask(moving.go_to, step, why)
    if notices is None:
        return
    await _drop_draft(screen)
    number = here.ladder.index(step)
    if number is not None and not notices:
        said = screen.journal_app.with_keys(moving.words()["moved"])
        screen.notify(said.replace("{step}", step_words(here.ladder.steps[number])), markup=False, timeout=5)
    await met(screen.journal_app, notices)


async def _answer(screen: "PathScreen", view: LadderView) -> None:
    """Ask how the outing settled: one letter."""
    from sciatica_journal.services.entries.runs import set_response
    from sciatica_journal.ui.dialogs.pick import PickDialog

    waiting = view.proposal.run if view.proposal is not None else None
    if waiting is None:
        screen.notify("No outing waits for an answer.", markup=False, timeout=3)
        return
    choices = [(name, Content.assemble((said[0], "bold"), f"  {said}")) for name, said in _RESPONSES]
    answer = await screen.app.push_screen_wait(PickDialog("The morning after", choices, letters="slf"))
    if answer is not None and await screen.done(set_response, waiting, answer, screen.session.today()):
        await screen.journal_app.today_screen.reload()


async def _do(screen: "PathScreen", view: LadderView) -> None:
    """Do today's step now, with the clock."""
    begun = await _begun(screen, view)
    if begun is not None:
        await _with_clock(screen, begun)
        await screen.journal_app.today_screen.reload()


async def _log(screen: "PathScreen", view: LadderView) -> None:
    from sciatica_journal.ui.dialogs.safety.opening import met

    begun = await _begun(screen, view)
    if begun is not None:
        notices = await screen.ask(moving.log_step, begun)
        if notices is not None:
            screen.notify(screen.journal_app.with_keys(moving.words()["done"]), markup=False, timeout=5)
            await met(screen.journal_app, notices)
            await screen.journal_app.today_screen.reload()


async def _begun(screen: "PathScreen", view: LadderView) -> moving.Begun | None:
    """Return today's step as a run to be done, with a reason where it goes against the proposal."""
    from sciatica_journal.ui.dialogs.safety.opening import met

    if view.proposal is None:
        return None
    if view.proposal.kind == "answer":
        await _answer(screen, view)
        return None
    why = None
    if moving.is_against(view.proposal):
        why = await _ask_why(screen, moving.words()["against"].format(why=why_not(view)))
        if why is None:
            return None
    found = await screen.ask(moving.begin_step, why)
    if found is None:
        return None
    await _drop_draft(screen)
    await met(screen.journal_app, found[1])
    return found[0]


async def _with_clock(screen: "PathScreen", begun: moving.Begun) -> None:
    """Time the step. Its run has an id of its own: a reason is kept first, and joined to the run afterwards."""
    from sciatica_journal.services.ladder.timing import join_run, keep_reason
    from sciatica_journal.ui.screens.timed_run.screen import TimedRunScreen

    reason = None
    if begun.override is not None:
        reason = await screen.ask(keep_reason, begun.override)
        if reason is None:
            return
    await screen.app.push_screen_wait(
        TimedRunScreen(begun.step.parts * begun.step.times, begun.run.ladder, begun.run.step)
    )
    if reason is not None:
        await screen.ask(join_run, reason, begun.run)


async def _ask_why(screen: "PathScreen", against: str) -> str | None:
    from sciatica_journal.ui.dialogs.care.override import OverrideDialog

    says = moving.words()
    words = {"against": against, "means": says["means"], "why_first": says["why_first"]}
    why: str | None = await screen.app.push_screen_wait(OverrideDialog("against", words, screen.session.today()))
    return why


async def _drop_draft(screen: "PathScreen") -> None:
    from sciatica_journal.services.entries.drafting import discard_draft
    from sciatica_journal.ui.dialogs.care.override import DRAFT

    await screen.ask(discard_draft, DRAFT)


_DOING: Final[Mapping[str, Callable[["PathScreen", LadderView], Awaitable[None]]]] = {
    "choose": _choose, "steps": _steps, "forward": _forward, "back": _back, "stay": _stay, "answer": _answer,
    "do": _do, "log": _log,
}  # fmt: skip
