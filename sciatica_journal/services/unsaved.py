"""The red-flag check of what is not saved."""

from collections.abc import Sequence
from itertools import groupby

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.red_flags import raised_by
from sciatica_journal.domain.run import Run
from sciatica_journal.guide.safety import load_safety
from sciatica_journal.services.flags import RECENT
from sciatica_journal.services.notice import Notice, make_notice, most_urgent_first
from sciatica_journal.services.profile import load_profile
from sciatica_journal.services.session import Session


def notices_unsaved(session: Session, day: Day, runs: Sequence[Run]) -> tuple[Notice, ...]:
    """Return the notices that a day's own words and values would raise. Nothing is stored, no flag opened."""
    if session.today() - day.date > RECENT:
        return ()
    safety = load_safety()
    raised = raised_by(
        day, (), runs, (), safety.triggers, safety.negations, safety.past, load_profile(session).known
    )  # fmt: skip
    groups = {trigger: list(reasons) for trigger, reasons in groupby(raised, key=lambda one: one.trigger)}
    found = ((safety.trigger(trigger), reasons) for trigger, reasons in groups.items())
    return most_urgent_first([make_notice(session, what, day.date, reasons) for what, reasons in found if what])
