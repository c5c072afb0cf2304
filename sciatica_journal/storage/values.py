"""Small values that belong to the journal: the profile of the first launch, reading positions."""

from contextlib import suppress
from datetime import date
from json import loads
from typing import Any

from sciatica_journal.storage.journal_file import JournalFile
from sciatica_journal.storage.tables import compact, readable


def load_value(file: JournalFile, name: str) -> Any:
    """Return the value of that name, or None."""
    rows = file.rows("SELECT body FROM value WHERE name = ?", name)
    with readable(f"The value {name}"):
        return loads(rows[0][0]) if rows else None


def save_value(file: JournalFile, name: str, value: Any) -> None:
    """Keep a JSON-ready value under a name."""
    with file.transaction():
        put_value(file, name, value)


def put_value(file: JournalFile, name: str, value: Any) -> None:
    """Inside a transaction: keep a JSON-ready value under a name."""
    file.connection.execute(
        "INSERT INTO value (name, body) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body",
        (name, compact(value)),
    )


def days_by_name(kept: Any) -> dict[str, date]:
    """Return the days of a kept table by name. What is no such table, or no day in it, is left out.

    Values come with a restored backup too, and another program may have written them.
    """
    days = {}
    for name, text in kept.items() if isinstance(kept, dict) else ():
        with suppress(ValueError, TypeError):
            days[name] = date.fromisoformat(text)
    return days
