"""An outcome recorded by mistake, taken back: the red flag is open again. Undo walks through what a person logged, and
an alarm is not to go with it unseen."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Final, NamedTuple

from sciatica_journal.guide.safety import load_safety
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.flag_answers import OPEN, YES, load_answers
from sciatica_journal.services.safety.signs import forget_examined
from sciatica_journal.storage.flags import ClosedFlag, closed_flags, open_triggers, reopen_flag
from sciatica_journal.storage.store import Store

LATELY: Final = timedelta(days=14)
"""How long an outcome can be taken back: as long as a sign counts as new (clinical reference 2.3, rule 16)."""


class Closed(NamedTuple):
    """A red flag with an outcome: what it was raised for, what was recorded `on` which day, and of which it is."""

    trigger: str
    title: str
    outcome: str
    on: date
    date: date


def closed_lately(session: Session) -> tuple[Closed, ...]:
    """Return of each trigger that is not open the flag closed last, within LATELY, the last one first. Reads only."""
    store = session.reader()
    if store is None:
        return ()
    found = ((load_safety().trigger(flag.trigger), flag) for flag in _last_closed(store, session.today()))
    return tuple(Closed(what.id, what.title, flag.outcome, flag.closed, flag.date) for what, flag in found if what)


def reopen(session: Session, triggers: Collection[str]) -> int:
    """Take back the last outcome of these triggers, and return how many flags are open again.

    What was answered with "no" or closed as a mistake is asked once more; a sign that was examined counts as said.
    Its known signs lose an examination dated since the flag, so that they are not quiet by an outcome that was wrong;
    undo brings that back. A record of the visit in Path stays.
    """
    there = session.reader()
    closed = _last_closed(there, session.today()) if there is not None else []
    chosen = [flag for flag in closed if flag.trigger in triggers]
    if not chosen:
        return 0
    store = session.writer()
    answers = load_answers(store)
    for flag in chosen:  # before the answers: a crash between asks again
        reopen_flag(store, flag.id)
        answers.note(flag.trigger, flag.date, OPEN if flag.outcome == "by_mistake" else YES)
    answers.save(store, session.today())
    seen = {flag.trigger: flag.date for flag in chosen if flag.outcome != "by_mistake"}
    if seen:
        forget_examined(session, seen)
    return len(chosen)


def _last_closed(store: Store, today: date) -> list[ClosedFlag]:
    still_open = open_triggers(store)
    last: dict[str, ClosedFlag] = {}
    for flag in closed_flags(store, today - LATELY):
        if flag.trigger not in still_open:
            last.setdefault(flag.trigger, flag)
    return list(last.values())
