"""What the ladder proposes for a day, and why.

The rules are our own cautious adaptation of clinical reference 2.3 (rules 1, 3 and 17), 4.2 and 4.3, not validated.
Rest is a part of the ladder; whatever is proposed, one is free to do otherwise unless a flag is open.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from sciatica_journal.domain.care.standing import Standing
from sciatica_journal.domain.ladder.ladder import Step
from sciatica_journal.domain.ladder.position import Answered, Position
from sciatica_journal.domain.ladder.verdict import is_red
from sciatica_journal.domain.run import Run

Kind = Literal["closed", "answer", "rest", "walk_only", "step_back", "do", "done"]
Why = Literal[
    "flag_open", "stopped", "no_answer", "done_today", "day_between", "week_full", "red", "not_allowed",
    "break_two_weeks", "break_four_weeks", "greens_left", "after_red", "after_amber", "last_step",
]  # fmt: skip

WEEK: Final = 7
RED_DAYS: Final = 2
"""Days after a red outing on which one only walks: 48 hours (4.2), by whole days."""
ANSWER_DAYS: Final = 2
"""Days after an outing on which its answer is still asked for: it can be revised for 48 hours."""
BREAK_BACK: Final = 14
BREAK_FIRST: Final = 28
"""Days without any outing after which a step back, or the first step, is offered: our own choice; the 30 days of the
distance guard hold little then (4.3)."""

REFUSING: Final[tuple[Kind, ...]] = ("closed", "rest", "walk_only")
"""What a run goes against."""


class Proposal(NamedTuple):
    """What to do. `step` is the step meant (None: none), `reasons` are codes, `run` the outing that waits for an
    answer; `days` counts what the first reason counts, such as days of a break."""

    kind: Kind
    step: Step | None = None
    reasons: tuple[Why, ...] = ()
    run: str | None = None
    days: int = 0


def proposal_of(
    position: Position, standing: Standing, outings: Iterable[Run], flag_open: bool, today: date,
    cleared: Collection[date] = (),
) -> Proposal:  # fmt: skip
    """Return the proposal of the day `today`; `outings` are all runs and walks, also those apart from the ladder.

    `cleared` are the days whose red flags were all seen and cleared. A run apart from the ladder takes its day's place
    among the outings, and a red outing is red wherever it was.
    """
    outings = [one for one in outings if one.date <= today]
    if flag_open or standing.allowed == "nothing":
        return Proposal("closed", None, ("flag_open",))
    if position.stopped is not None and not _allowed_since(position.stopped, standing, cleared):
        return Proposal("closed", None, ("stopped",))
    waiting = _waiting(position.history, today)
    if waiting is not None:
        return Proposal("answer", position.step, ("no_answer",), waiting.run, (today - waiting.date).days)
    rest = _rest(position, outings, today)
    if rest:
        return Proposal("rest", None, rest)
    if position.done:
        return Proposal("done", position.step, ("last_step",))
    return _step(position, standing, outings, today)


def _allowed_since(stopped: date, standing: Standing, cleared: Collection[date]) -> bool:
    """Return whether a green light was given since an outing that stopped.

    One of its own day may be older than it: that counts only where the flags of the day were cleared as well.
    """
    if standing.reason not in ("green_light", "limits") or standing.since is None:
        return False
    return standing.since > stopped or (standing.since == stopped and stopped in cleared)


def _waiting(history: Sequence[Answered], today: date) -> Answered | None:
    """Return the last outing of the days before that lacks its answer, while it can still be given."""
    asked = (one for one in reversed(history) if 1 <= (today - one.date).days <= ANSWER_DAYS)
    return next((one for one in asked if one.colour == "waiting"), None)


def _rest(position: Position, outings: Iterable[Run], today: date) -> tuple[Why, ...]:
    ladder, reasons = position.ladder, list[Why]()
    own = {one.run for one in position.history}
    apart = [one for one in outings if one.id not in own]
    done = {one.date for one in position.history} | {one.date for one in apart if one.kind != "walk"}
    red = {one.date for one in position.history if one.colour == "red"} | {one.date for one in apart if is_red(one)}
    ago = [(today - day).days for day in done if day <= today]
    if 0 in ago:
        reasons.append("done_today")
    elif any(days <= ladder.rest_days for days in ago):
        reasons.append("day_between")
    elif sum(days < WEEK for days in ago) >= ladder.per_week:
        reasons.append("week_full")
    if any(0 <= (today - day).days <= RED_DAYS for day in red):
        reasons.append("red")
    return tuple(reasons)


def _step(position: Position, standing: Standing, outings: Iterable[Run], today: date) -> Proposal:
    kind: Kind = "do"
    step, reasons, days = position.step, _course(position), 0
    back = _after_break(position, outings, today)
    if back is not None:
        kind, step, reasons, days = back.kind, back.step or step, back.reasons, back.days
    if step.has_running and not standing.may_run:
        walk = position.ladder.walk_up_to(position.number)
        return Proposal("walk_only", walk, ("not_allowed",))
    return Proposal(kind, step, reasons, days=days)


def _after_break(position: Position, outings: Iterable[Run], today: date) -> Proposal | None:
    """Return the offer of a step back after a break; a move that one made since then has answered it."""
    last = max([*(one.date for one in outings), *([position.moved] if position.moved else [])], default=None)
    if last is None or not position.number:
        return None
    gone = (today - last) // timedelta(days=1)
    if gone >= BREAK_FIRST:
        return Proposal("step_back", position.ladder.steps[0], ("break_four_weeks",), days=gone)
    if gone >= BREAK_BACK:
        return Proposal("step_back", position.ladder.steps[position.number - 1], ("break_two_weeks",), days=gone)
    return None


def _course(position: Position) -> tuple[Why, ...]:
    """Return why it is this step: what the last outing led to, and that greens are left to do."""
    last = position.history[-1] if position.history else None
    if last is not None and last.colour == "red" and position.moved != last.date:
        return ("after_red", "greens_left")
    if last is not None and last.colour == "amber" and last.step == position.step.id:
        return ("after_amber", "greens_left")
    return ("greens_left",)
