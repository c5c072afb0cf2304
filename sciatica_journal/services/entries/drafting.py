"""Drafts of forms and lines that are not finished yet."""

from datetime import date
from typing import Any

from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.drafts import Draft, drop_draft, load_draft, save_draft

LINE_DRAFT = "quick line"
TIMED_DRAFT = "timed run"


def keep_draft(session: Session, name: str, day: date, body: dict[str, Any]) -> None:
    """Keep what is typed so far; nothing typed means no draft."""
    if any(body.values()):
        save_draft(session.writer(), Draft(name, day, session.now(), body))
    else:
        discard_draft(session, name)


def find_draft(session: Session, name: str) -> Draft | None:
    """Return what was typed and not finished, or None."""
    store = session.reader()
    return None if store is None else load_draft(store, name)


def discard_draft(session: Session, name: str) -> None:
    """Throw the draft away."""
    if find_draft(session, name) is not None:
        store = session.writer()
        with store.transaction():
            drop_draft(store, name)
