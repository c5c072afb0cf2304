"""One sitting with a practice, written in one go."""

from sciatica_journal.domain.errors import InvalidValue, NotThere
from sciatica_journal.domain.practices.columns import lacking
from sciatica_journal.domain.practices.practice import Practice
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.services.guide.practice_gates import OpenPractices
from sciatica_journal.services.journal.session import Session

__all__ = ["Practice", "Reflection", "check_columns", "new_sitting", "offered_practice"]


def offered_practice(found: OpenPractices, ident: str | None = None) -> Practice | None:
    """Return the practice of that id, or the first one offered. Raises NotThere for an unknown or a closed one."""
    if ident is None:
        return next(iter(found.gates.offered), None)
    practice = next((one for one in found.practices if one.id == ident.lower()), None)
    if practice is None:
        known = ", ".join(one.id for one in found.practices)
        raise NotThere(f"There is no practice {ident!r}.", f"There are: {known}.")
    why = found.gates.closed.get(practice.id)
    if why:
        raise NotThere(f"{practice.title} is closed now: {why}.", "`reflect --list` shows what is open.")
    return practice


def check_columns(practice: Practice | None, text: str) -> None:
    """Refuse a text that leaves a side empty where both are needed. Raises InvalidValue."""
    if practice is not None and practice.both_needed and (empty := lacking(practice.columns, text)):
        titles = " and ".join(f'"{title}"' for title in practice.columns)
        raise InvalidValue(
            f'Nothing stands under "{empty[0]}".', f"Write something under each of {titles}, each title on a line."
        )


def new_sitting(
    session: Session, practice: Practice | None, *, before: int | None = None, after: int | None = None
) -> Reflection:
    """Return a reflection of today without words yet. Raises InvalidValue for a rating out of range."""
    return Reflection(
        id=session.new_id(),
        date=session.today(),
        start=session.now(),
        practice=practice.id if practice else None,
        before=before,
        after=after,
    )
