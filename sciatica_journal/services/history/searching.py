"""Search over everything the person wrote."""

from sciatica_journal.domain.kinds import CARE_KINDS
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.search import CLOSE, OPEN, Hit, search

__all__ = ["CLOSE", "OPEN", "Hit", "find", "is_care", "kind_name"]


def find(session: Session, words: str, limit: int = 50) -> list[Hit]:
    """Return the newest records that hold all the words; each word matches from its beginning."""
    store = session.reader()
    return [] if store is None else search(store, words, limit)


def is_care(hit: Hit) -> bool:
    """Return whether a hit is a record of one's care, which Path shows."""
    return hit.kind in CARE_KINDS


def kind_name(hit: Hit) -> str:
    """Return what kind of record a hit is, in a word or two."""
    if not is_care(hit):
        return hit.kind
    from sciatica_journal.domain.care_wording import CARE_NAMES

    return CARE_NAMES[hit.kind]
