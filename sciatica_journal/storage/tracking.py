"""Small looks into the file for what Today offers."""

from datetime import date

from sciatica_journal.storage.store import Store
from sciatica_journal.storage.tables import first_n


def surfaces_before(store: Store, day: date) -> frozenset[str]:
    """Return the surfaces of all runs before a day."""
    rows = store.rows("SELECT DISTINCT surface FROM run WHERE n < ? AND surface IS NOT NULL", first_n(day))
    return frozenset(surface for (surface,) in rows)


def has_holidays(store: Store) -> bool:
    """Return whether any holiday from the journal was ever begun."""
    return bool(store.rows("SELECT 1 FROM holiday LIMIT 1"))
