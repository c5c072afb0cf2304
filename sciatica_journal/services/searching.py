"""Search over everything the person wrote."""

from sciatica_journal.services.session import Session
from sciatica_journal.storage.search import CLOSE, OPEN, Hit, search

__all__ = ["CLOSE", "OPEN", "Hit", "find"]


def find(session: Session, words: str, limit: int = 50) -> list[Hit]:
    """Return the newest records that hold all the words; every word counts as a beginning."""
    store = session.reader()
    return [] if store is None else search(store, words, limit)
