"""Care records: kept like everything else, with their earlier versions, and where one stands with running."""

from typing import Final, TypeVar

from sciatica_journal.domain.care.background import Background
from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.override import Override
from sciatica_journal.domain.care.record import CareRecord
from sciatica_journal.domain.care.standing import Standing, standing
from sciatica_journal.domain.checks import EARLIEST, LATEST
from sciatica_journal.domain.kinds import BACKGROUND_ID
from sciatica_journal.domain.signs.trigger import URGENT
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.flags import open_flags
from sciatica_journal.storage.history import changing

R = TypeVar("R", bound=CareRecord)

LABELS: Final = {
    "sign": "known sign", "check": "safety check", "reading": "measure", "holiday": "holiday from the journal",
    "background": "background", "override": "override", "ladder_move": "move on the ladder",
    "trial": "coin-flip trial", "draw": "coin flip",
}  # fmt: skip
"""What a change of a record is called, where that is not its type."""


def care_records(session: Session, kind: type[R]) -> list[R]:
    """Return the records of a kind, newest first, the later added first within a day."""
    store = session.reader()
    if store is None:
        return []
    found = store.between(kind.TYPE, EARLIEST, LATEST)
    return [record for record in reversed(found) if isinstance(record, kind)]


def find_care(session: Session, kind: type[R], ident: str) -> R | None:
    """Return the record of that id, None where there is none."""
    store = session.reader()
    found = store.get(kind.TYPE, ident) if store is not None else None
    return found if isinstance(found, kind) else None


def save_care(session: Session, *records: CareRecord) -> None:
    """Add the records, or replace those of the same id, as one change; undo takes it back."""
    if not records:
        return
    label = LABELS.get(records[0].TYPE, records[0].TYPE)
    with changing(session.writer(), label, session.now(), session.window) as change:
        for record in records:
            change.put(record)


def remove_care(session: Session, record: CareRecord) -> None:
    """Remove a record; undo brings it back."""
    label = f"removed {LABELS.get(record.TYPE, record.TYPE)}"
    with changing(session.writer(), label, session.now(), session.window) as change:
        change.remove(record.TYPE, record.key)


def find_background(session: Session) -> Background | None:
    """Return the background, None where it was never asked."""
    return find_care(session, Background, BACKGROUND_ID)


def running_standing(session: Session) -> Standing:
    """Return where one stands with running, by all that is recorded. A visit that is still to come allows nothing."""
    from sciatica_journal.services.safety.profile import load_profile

    store = session.reader()
    urgent = store is not None and any(flag.tier in URGENT for flag in open_flags(store))
    today = session.today()
    return standing(
        [one for one in care_records(session, Examination) if one.date <= today],
        care_records(session, Override),
        examined_before=load_profile(session).examined,
        flag_open=urgent,
    )
