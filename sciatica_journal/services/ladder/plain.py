"""The ladder and the ledgers as plain values, for `path --json`."""

from typing import Any

from sciatica_journal.domain.ladder.ladder import Step
from sciatica_journal.domain.running.pushed_through import Mornings
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.ladder.pushed import Ledgers
from sciatica_journal.services.ladder.view import LadderView
from sciatica_journal.services.ladder.wording import mirror_words, told


def plain_path(session: Session, view: LadderView, found: Ledgers) -> dict[str, Any]:
    """Return what `path` prints: today's step and why, where one is, the mirror and the surfaces."""
    said = told(view, session.today())
    return {
        "date": session.today().isoformat(),
        "running": view.standing.allowed,
        "words": said.head,
        "why": said.why,
        "today": _proposal(view),
        "ladder": _position(view),
        "ladders": [{"id": one.id, "title": one.title} for one in view.ladders],
        "pushed_through": [
            {
                "month": f"{one.month:%Y-%m}",
                "pushed": _mornings(one.pushed),
                "others": _mornings(one.others),
                "few": one.is_few,
                "words": mirror_words(one),
            }
            for one in found.mirrors
        ],
        "reasons": [
            {
                "date": one.date.isoformat(),
                "why": one.why,
                "run": one.run.id if one.run is not None else None,
                "response": one.run.response if one.run is not None else None,
            }
            for one in found.reasons
        ],
        "surfaces": [row._asdict() for row in found.surfaces],
        "problems": list(view.problems),
    }


def _proposal(view: LadderView) -> dict[str, Any] | None:
    proposal = view.proposal
    if proposal is None:
        return None
    step = _step(proposal.step) if proposal.step is not None else None
    return {"proposal": proposal.kind, "step": step, "reasons": list(proposal.reasons)}


def _position(view: LadderView) -> dict[str, Any] | None:
    here = view.position
    if here is None:
        return None
    return {
        "id": here.ladder.id,
        "step": _step(here.step),
        "number": here.number + 1,
        "steps": len(here.ladder.steps),
        "greens": here.greens,
        "greens_needed": here.ladder.greens,
        "history": [
            {
                "date": one.date.isoformat(),
                "step": one.step,
                "colour": one.colour,
                "why": list(one.reasons),
                "run": one.run,
            }
            for one in here.history
        ],
    }


def _step(step: Step) -> dict[str, Any]:
    return {"id": step.id, "title": step.title, "minutes": step.minutes, "kind": step.kind}


def _mornings(found: Mornings) -> dict[str, int]:
    return {"runs": found.runs, "answered": found.answered, "worse": found.worse}
