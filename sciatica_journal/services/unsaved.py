"""The red-flag check of what is not saved."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import JournalError
from sciatica_journal.domain.red_flags import Known, Raised, raised_by
from sciatica_journal.domain.run import Run
from sciatica_journal.guide.safety import load_safety
from sciatica_journal.services.flags import RECENT
from sciatica_journal.services.notice import Notice, make_notice, most_urgent_first
from sciatica_journal.services.profile import load_profile
from sciatica_journal.services.session import Session


def notices_unsaved(session: Session, day: Day, runs: Sequence[Run], *, readable: bool = True) -> tuple[Notice, ...]:
    """Return the notices that a day's own words and values would raise. Nothing is stored, no flag opened.

    Where the journal is not `readable`, nothing is known of any sign: safety needs no journal.
    """
    if session.today() - day.date > RECENT:
        return ()
    safety = load_safety()
    raised = raised_by(
        day, (), runs, (), safety.triggers, safety.negations, safety.past, _known(session) if readable else {}
    )  # fmt: skip
    groups = {trigger: list(reasons) for trigger, reasons in groupby(raised, key=lambda one: one.trigger)}
    found = ((safety.trigger(trigger), reasons) for trigger, reasons in groups.items())
    return most_urgent_first([make_notice(session, what, day.date, reasons) for what, reasons in found if what])


def notices_of_writing(session: Session, text: str) -> tuple[Notice, ...]:
    """Return the notices of a reflection that could not be saved; the journal is not asked for anything."""
    safety = load_safety()
    raised = raised_by(None, (), (), [("reflection", text)], safety.triggers, safety.negations, safety.past, {})
    groups = {trigger: list(reasons) for trigger, reasons in groupby(raised, key=lambda one: one.trigger)}
    found = ((safety.trigger(trigger), reasons) for trigger, reasons in groups.items())
    return most_urgent_first([make_notice(session, what, session.today(), reasons) for what, reasons in found if what])


def notice_of_words(session: Session, trigger: str, words: Sequence[str], day: date) -> tuple[Notice, ...]:
    """Return the notice that asks about words of a recent day; signs long known and examined are left alone."""
    known = _known(session)
    asked = [word for word in words if word not in known or not all(known[word])]
    found = load_safety().trigger(trigger)
    if found is None or not asked or session.today() - day > RECENT:
        return ()
    return (make_notice(session, found, day, [Raised(trigger, False, f"you wrote: {word}", word) for word in asked]),)


def _known(session: Session) -> Mapping[str, Known]:
    """Return what is known of each sign; nothing where the journal cannot be read: safety needs no journal."""
    try:
        return load_profile(session).known
    except JournalError:
        return {}
