"""The safety check: which one is due, and what its answers raise."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from sciatica_journal.domain.signs.due import REST_DAYS, Due, due_check
from sciatica_journal.domain.signs.records import DAYS_BACK
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.signs import CHECKS_BACK, known_signs, sign_states
from sciatica_journal.storage.history import Change, changing
from sciatica_journal.storage.logged_days import logged_days

if TYPE_CHECKING:
    from sciatica_journal.domain.care.check import Check
    from sciatica_journal.services.safety.notice import Notice

_CHANGED = frozenset({"new", "more"})


def recent_checks(session: Session, until: date) -> "list[Check]":
    """Return the checks of the four weeks up to a day, oldest first."""
    store = session.reader()
    if store is None:
        return []
    return cast("list[Check]", store.between("check", until - timedelta(days=CHECKS_BACK), until))


def due_today(session: Session) -> Due:
    """Return the check that is due today; its kind is None where none is. Reads only."""
    store = session.reader()
    if store is None:
        return Due()
    today = session.today()
    return due_check(
        today,
        sign_states(session),
        recent_checks(session, today),
        logged_days(store, today - timedelta(days=DAYS_BACK), today),
        store.runs(today - timedelta(days=REST_DAYS), today),
    )


def save_check(session: Session, check: "Check") -> "tuple[Notice, ...]":
    """Keep a check, note which known signs changed by it, and return the notices that it raises."""
    from sciatica_journal.services.history.naming_days import check_not_future
    from sciatica_journal.services.safety.flags import evaluate

    check_not_future(session, check.date)
    store = session.writer()
    with changing(store, "safety check", session.now(), session.window) as change:
        change.put(check)
        _note_changes(session, change, check)
    return evaluate(session, check.date)


def _note_changes(session: Session, change: Change, check: "Check") -> None:
    """Keep a sign that was answered with new or more as changed on that day, or as begun then.

    An examination of that day or later did not see the change: it counts no longer.
    """
    from sciatica_journal.domain.care.check import FULL_ITEMS
    from sciatica_journal.domain.care.known_sign import KnownSign

    changed = [item for item, said in check.answers.items() if said in _CHANGED and item not in FULL_ITEMS]
    known = [record for record in known_signs(session) if record.ended is None]
    for record in known:  # begun by an earlier answer of this very check, which is corrected now
        if record.id == f"{check.id}-{record.sign}" and record.sign not in changed and record.examined is None:
            change.remove(record.TYPE, record.id)
    for item in changed:
        alike = [record for record in known if record.sign == item]
        for record in alike:
            examined = record.examined if record.examined is None or record.examined < check.date else None
            latest = max(filter(None, (record.changed, check.date)))
            change.put(replace(record, changed=latest, examined=examined))
        if not alike:
            change.put(KnownSign(f"{check.id}-{item}", check.date, sign=item))
