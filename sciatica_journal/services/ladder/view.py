"""The ladder as Path and the command line show it."""

from typing import Final, NamedTuple

from sciatica_journal.domain.care.standing import Standing
from sciatica_journal.domain.ladder.ladder import Ladder
from sciatica_journal.domain.ladder.position import Position, ladder_in_use, position
from sciatica_journal.domain.ladder.proposal import Proposal, proposal_of
from sciatica_journal.services.care.records import running_standing
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.ladder.facts import Facts, cleared_days, read_facts
from sciatica_journal.services.ladder.ladders import load_ladders
from sciatica_journal.services.running.guard import step_line

_DOING: Final = ("do", "step_back", "done")


class LadderView(NamedTuple):
    """`ladders` to choose from, `problems` of one's own files in words; `position` and `proposal` are None where no
    ladder is in use, and `missing` is then the id of one whose file is gone. `guard` is the distance guard's line about
    the step that is proposed, empty where it has nothing to say."""

    standing: Standing
    ladders: tuple[Ladder, ...]
    problems: tuple[str, ...] = ()
    position: Position | None = None
    proposal: Proposal | None = None
    missing: str | None = None
    guard: str = ""

    @property
    def closed_steps(self) -> bool:
        """Whether the ladder has steps with running that are closed until the green light.

        Under an open red flag all steps are, and no decision of one's own opens them.
        """
        steps = self.position.ladder.steps if self.position is not None else ()
        has_running = any(step.has_running for step in steps)
        return has_running and not self.standing.may_run and self.standing.reason != "flag_open"


def ladder_view(session: Session, facts: Facts | None = None) -> LadderView:
    """Return where one is on the ladder and what it proposes today. Reads only."""
    facts = facts or read_facts(session)
    standing, known = running_standing(session), load_ladders(session)
    ladders = tuple(known.by_id.values())
    ident = ladder_in_use(facts.moves)
    if ident is None:
        return LadderView(standing, ladders, known.problems)
    ladder = known.by_id.get(ident)
    here = position(ladder, facts.moves, facts.outings) if ladder is not None else None
    if here is None:
        return LadderView(standing, ladders, known.problems, missing=ident)
    cleared = cleared_days(facts.flags, session.today())
    proposed = proposal_of(here, standing, facts.runs, standing.reason == "flag_open", session.today(), cleared)
    guard = step_line(session, proposed.step, session.today()) if proposed.step and proposed.kind in _DOING else ""
    return LadderView(standing, ladders, known.problems, here, proposed, guard=guard)
