"""One sitting with a practice, written in one go."""

from datetime import date

from sciatica_journal.domain.errors import NotThere
from sciatica_journal.domain.practice import Practice, practice_for
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.guide.practices import load_practices
from sciatica_journal.services.session import Session

__all__ = ["Practice", "Reflection", "new_sitting", "offered_practice"]


def offered_practice(day: date, ident: str | None = None) -> Practice | None:
    """Return the practice of that id, or the one offered on the day. Raises NotThere for an unknown id."""
    practices = load_practices()
    if ident is None:
        return practice_for(practices, day.toordinal())
    for practice in practices:
        if practice.id == ident.lower():
            return practice
    known = ", ".join(practice.id for practice in practices)
    raise NotThere(f"There is no practice {ident!r}.", f"There are: {known}.")


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
