"""Reflections: kept as they are written, or let go so that the words are nowhere."""

from dataclasses import replace
from datetime import date

from sciatica_journal.domain.errors import Conflict
from sciatica_journal.domain.merge import merged_text
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.text import clean_or_none
from sciatica_journal.services.entries.days import Saved, saved
from sciatica_journal.services.history.naming_days import check_not_future
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.notice import Notice
from sciatica_journal.storage.history import changing, forget
from sciatica_journal.storage.search import tidy


def keep_reflection(session: Session, reflection: Reflection, seen_text: str | None = None) -> Saved:
    """Save a reflection as it is written; text that another window added since is kept beside it.

    Raises Conflict where another window let these words go: they are not written again.
    """
    check_not_future(session, reflection.date)
    store = session.writer()
    with changing(store, "reflection", session.now(), session.window) as change:
        current = store.get("reflection", reflection.id)
        if isinstance(current, Reflection) and not current.kept and seen_text:
            raise Conflict("These words were let go in another window.", "Let them go here, or begin a new reflection.")
        text = clean_or_none(reflection.text)
        clashes: tuple[str, ...] = ()
        if isinstance(current, Reflection) and (current.text or "") not in (seen_text or "", text or ""):
            text = merged_text(seen_text or "", text or "", current.text or "")
            clashes = ("text",)
        change.put(replace(reflection, text=text))
    return saved(session, reflection.date, clashes)


def let_go(session: Session, reflection: Reflection) -> Saved:
    """Keep only date, minutes, practice and the two ratings of a reflection.

    Words of it that were kept before are wiped: the row, every version in the history and the search
    index; secure_delete overwrites them with zeros. Undo cannot bring them back. Backups made before
    still hold them.
    """
    check_not_future(session, reflection.date)
    store = session.writer()
    bare = replace(reflection, kept=False, text=None)
    with store.transaction():
        forget(store, "reflection", reflection.id)
        store.put(bare)
        tidy(store, "reflection")
    return saved(session, reflection.date)


def notices_in_memory(session: Session, text: str) -> tuple[Notice, ...]:
    """Check words that will be let go for emergency signs, in memory; nothing is stored."""
    from sciatica_journal.services.safety.flags import evaluate_text

    return evaluate_text(session, text)


def remove_reflection(session: Session, ident: str, shown_on: date) -> Saved:
    """Remove a reflection; undo brings it back."""
    store = session.writer()
    with changing(store, "removed reflection", session.now(), session.window) as change:
        change.remove("reflection", ident)
    return saved(session, shown_on)
