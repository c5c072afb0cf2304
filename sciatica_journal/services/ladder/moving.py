"""Moves on the ladder, and its steps done."""

from typing import TYPE_CHECKING, NamedTuple

from sciatica_journal.domain.care.override import Override
from sciatica_journal.domain.errors import InvalidValue, JournalError, NotThere
from sciatica_journal.domain.ladder.ladder import Ladder, Step
from sciatica_journal.domain.ladder.move import LadderMove
from sciatica_journal.domain.ladder.position import Position
from sciatica_journal.domain.ladder.proposal import Proposal
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.text import clean_or_none
from sciatica_journal.services.care.caring import check_words, keep_told
from sciatica_journal.services.care.records import running_standing, save_care
from sciatica_journal.services.care.words import path_words
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.ladder.ladders import load_ladders
from sciatica_journal.services.ladder.view import ladder_view

if TYPE_CHECKING:
    from sciatica_journal.services.safety.notice import Notice


class Begun(NamedTuple):
    """A run to be done on a step, not kept yet, with the override of it if it goes against the proposal."""

    run: Run
    step: Step
    override: Override | None = None


def start(session: Session, ladder: str) -> LadderMove:
    """Start on a ladder, at its first step. Raises NotThere for a ladder that there is not."""
    known = load_ladders(session).by_id.get(ladder)
    if known is None:
        raise NotThere(f"There is no ladder {ladder!r}.", "Choose one of those in Path.")
    record = _move(session, known, known.steps[0].id, "start")
    save_care(session, record)
    return record


def leave(session: Session) -> LadderMove:
    """Leave the ladder; its history stays, and undo goes back to it. Raises NotThere where one is on none."""
    from sciatica_journal.domain.ladder.position import ladder_in_use
    from sciatica_journal.services.ladder.facts import read_facts

    here = ladder_view(session).position
    if here is not None:
        record = _move(session, here.ladder, here.step.id, "leave")
    else:
        ident = ladder_in_use(read_facts(session).moves)
        if ident is None:
            raise NotThere(words()["none_yet"])
        record = LadderMove(session.new_id(), session.today(), at=session.now(), ladder=ident, step="-", move="leave")
    save_care(session, record)
    return record


def needs_why(here: Position, step: str) -> bool:
    """Return whether going to a step is against the proposal: up, before the greens have led there."""
    number = here.ladder.index(step)
    return number is not None and number > here.number


def go_to(session: Session, step: str, why: str | None = None) -> "tuple[Notice, ...]":
    """Go to a step, and return the notices that the reason raises; a reason that raises an urgent flag moves nothing.

    Raises InvalidValue where it goes up without a reason, JournalError where the step is closed.
    """
    here = _here(session)
    number = here.ladder.index(step)
    if number is None:
        raise NotThere(f"The ladder has no step {step!r}.", "Choose one of its steps.")
    said = clean_or_none(why or "")
    if needs_why(here, step):
        _check_open(session, here.ladder.steps[number])
        if said is None:
            raise InvalidValue(words()["why_first"])
    how = {1: "forward", -1: "back"}.get(number - here.number, "to")
    record = _move(session, here.ladder, step, how, said)
    notices = check_words(session, record)
    if not notices or running_standing(session).reason != "flag_open":
        save_care(session, record)
    return notices


def neighbour_step(here: Position, by: int) -> Step | None:
    """Return the step above (1) or below (-1), None at the ends."""
    number = here.number + by
    return here.ladder.steps[number] if 0 <= number < len(here.ladder.steps) else None


def is_against(proposal: Proposal) -> bool:
    """Return whether doing a step today goes against the proposal."""
    return proposal.kind == "rest" or (proposal.kind == "closed" and proposal.reasons != ("flag_open",))


def begin_step(session: Session, why: str | None = None) -> "tuple[Begun | None, tuple[Notice, ...]]":
    """Return today's step as a run to be done. An offered step back is taken with it.

    Where the reason raises an urgent flag there is nothing to begin. Raises InvalidValue where it goes against the
    proposal without a reason, JournalError where it is closed.
    """
    view = ladder_view(session)
    if view.position is None or view.proposal is None:
        raise NotThere(words()["none_yet"])
    proposal = view.proposal
    step = proposal.step or view.position.step
    _check_open(session, step)
    run = Run(
        session.new_id(), session.today(), kind=step.kind, duration_min=step.minutes,
        ladder=view.position.ladder.id, step=step.id,
    )  # fmt: skip
    override = None
    if is_against(proposal):
        said = clean_or_none(why or "")
        if said is None:
            raise InvalidValue(words()["why_first"])
        override = Override(session.new_id(), session.today(), what="red_verdict", why=said, run=run.id)
        notices = check_words(session, override)
        if notices and running_standing(session).reason == "flag_open":
            return None, notices
    if proposal.kind == "step_back":
        save_care(session, _move(session, view.position.ladder, step.id, "to"))
    return Begun(run, step, override), ()


def log_step(session: Session, begun: Begun) -> "tuple[Notice, ...]":
    """Keep a run on the ladder as done, its override with it, and return the notices it raises."""
    from sciatica_journal.services.entries.runs import save_run

    notices = save_run(session, begun.run, begun.run.date).notices
    return (*notices, *(keep_told(session, begun.override) if begun.override is not None else ()))


def words() -> dict[str, str]:
    """Return the short sentences of the ladder."""
    said: dict[str, str] = path_words()["ladder"]["says"]
    return said


def _check_open(session: Session, step: Step) -> None:
    state = running_standing(session)
    if state.reason == "flag_open":
        raise JournalError(words()["flag_open"])
    if step.has_running and not state.may_run:
        raise JournalError(words()["running_closed"])


def _here(session: Session) -> Position:
    here = ladder_view(session).position
    if here is None:
        raise NotThere(words()["none_yet"])
    return here


def _move(session: Session, ladder: Ladder, step: str, move: str, why: str | None = None) -> LadderMove:
    return LadderMove(
        session.new_id(), session.today(), at=session.now(), ladder=ladder.id, step=step, move=move, why=why
    )
