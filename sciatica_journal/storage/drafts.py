"""Drafts: writing that is not finished yet, kept so that a kill loses at most a second."""

from datetime import date, datetime
from json import loads
from typing import Any, NamedTuple

from sciatica_journal.storage.store import Store
from sciatica_journal.storage.tables import compact, readable


class Draft(NamedTuple):
    """An unfinished piece of writing: its name (one a place and window), its day and its content."""

    name: str
    day: date
    at: datetime
    body: dict[str, Any]


def save_draft(store: Store, draft: Draft) -> None:
    """Keep the draft, replacing the one of the same name."""
    with store.transaction() as connection:
        connection.execute(
            "INSERT INTO draft (name, day, at, body) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (name) DO UPDATE SET day = excluded.day, at = excluded.at, body = excluded.body",
            (draft.name, draft.day.isoformat(), draft.at.isoformat(), compact(draft.body)),
        )


def load_draft(store: Store, name: str) -> Draft | None:
    """Return the draft of that name, or None."""
    rows = store.rows("SELECT name, day, at, body FROM draft WHERE name = ?", name)
    if not rows:
        return None
    name, day, at, body = rows[0]
    with readable(f"The draft {name}"):
        return Draft(name, date.fromisoformat(day), datetime.fromisoformat(at), dict(loads(body)))


def drop_draft(store: Store, name: str) -> None:
    """Inside a transaction: remove the draft; secure_delete overwrites it with zeros."""
    store.connection.execute("DELETE FROM draft WHERE name = ?", (name,))
