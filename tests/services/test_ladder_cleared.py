"""The ladder after an outing that stopped, where a doctor was seen on the same day."""

from datetime import timedelta

import pytest

from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.ladder import moving
from sciatica_journal.services.ladder.view import ladder_view
from sciatica_journal.services.safety.flags import Outcome
from sciatica_journal.services.safety.outcomes import Told, record_told, triggers_open
from tests.given import TODAY, SetClock
from tests.services.on_ladder import green_light, on


@pytest.mark.parametrize(
    ("outcome", "answer", "kind"),
    [("seen_cleared", "yes", "do"), ("seen_treated", "yes", "closed"), ("seen_cleared", None, "closed")],
)
def test_a_green_light_of_the_same_day_counts_where_the_flag_was_cleared(
    session: Session, clock: SetClock, outcome: Outcome, answer: str | None, kind: str
) -> None:
    green_light(session)
    moving.start(session, "walk-first")
    begun, _ = moving.begin_step(session)
    assert begun is not None
    moving.log_step(session, begun)
    change_day(session, TODAY, {"pain_worst": 2, "weak": "left"})
    record_told(session, Told(outcome, triggers_open(session), "nothing new", TODAY, answer, keep=True))
    on(clock, TODAY + timedelta(days=3))
    proposal = ladder_view(session).proposal
    assert proposal is not None
    assert proposal.kind == kind
