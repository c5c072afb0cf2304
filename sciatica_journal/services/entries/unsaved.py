"""The red-flag check of what is not saved."""

from collections.abc import Sequence
from datetime import date

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import JournalError
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.safety.red_flags import DayRecords, Earlier, Raised, State, find_signs
from sciatica_journal.domain.signs.known import quiet_signs
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.flags import RECENT, notices_for, rules, signs_of
from sciatica_journal.services.safety.notice import Notice


def notices_unsaved(session: Session, day: Day, runs: Sequence[Run], *, readable: bool = True) -> tuple[Notice, ...]:
    """Return the notices that a day's own words and values would raise. Nothing is stored, no flag opened.

    Where the journal is not `readable`, nothing is known of any sign: safety needs no journal.
    """
    if session.today() - day.date > RECENT:
        return ()
    records = DayRecords(day, runs=runs)
    try:
        raised = signs_of(session, records, day.date) if readable else _unknown(records)
    except JournalError:
        raised = _unknown(records)
    return notices_for(session, day.date, raised)


def _unknown(records: DayRecords) -> tuple[Raised, ...]:
    return find_signs(records, rules(), State(earlier=Earlier()))


def notices_of_writing(session: Session, text: str) -> tuple[Notice, ...]:
    """Return the notices of a reflection that could not be saved; the journal is not asked for anything."""
    return notices_for(session, session.today(), find_signs(DayRecords(texts=[("reflection", text)]), rules()))


def notice_of_words(session: Session, trigger: str, words: Sequence[str], day: date) -> tuple[Notice, ...]:
    """Return the notice that asks about words of a recent day; signs long known and examined are left alone."""
    known = _quiet(session)
    asked = [word for word in words if word not in known]
    if not asked or session.today() - day > RECENT:
        return ()
    return notices_for(session, day, [Raised(trigger, False, f"you wrote: {word}", word) for word in asked])


def _quiet(session: Session) -> frozenset[str]:
    """Return the signs known to be quiet; none where the journal cannot be read: safety needs no journal."""
    from sciatica_journal.services.safety.signs import sign_states

    try:
        return quiet_signs(sign_states(session))
    except JournalError:
        return frozenset()
