"""The triggers that keep the full-text indexes, and the check that a file has these and no others.

FTS5 inside a trigger needs trusted_schema on. It is switched on only after the file's own triggers and
views were compared with the ones written here, so that a file from elsewhere cannot bring code along.
"""

import sqlite3

from sciatica_journal.domain.errors import JournalUnusable
from sciatica_journal.storage.tables import TABLES, Table


def trigger_statements(table: Table) -> dict[str, str]:
    """Return the statements that create a table's index triggers, by trigger name."""
    name = table.name
    columns = ", ".join(table.texts)
    old = ", ".join(f"old.{text}" for text in table.texts)
    new = ", ".join(f"new.{text}" for text in table.texts)
    wipe = f"INSERT INTO {name}_fts ({name}_fts, rowid, {columns}) VALUES ('delete', old.n, {old});"
    add = f"INSERT INTO {name}_fts (rowid, {columns}) VALUES (new.n, {new});"
    return {
        f"{name}_fts_insert": f"CREATE TRIGGER {name}_fts_insert AFTER INSERT ON {name} BEGIN {add} END",
        f"{name}_fts_delete": f"CREATE TRIGGER {name}_fts_delete AFTER DELETE ON {name} BEGIN {wipe} END",
        f"{name}_fts_update": f"CREATE TRIGGER {name}_fts_update AFTER UPDATE ON {name} BEGIN {wipe} {add} END",
    }


def trust_own_schema(connection: sqlite3.Connection) -> None:
    """Allow the triggers to run if they are exactly ours. Raises JournalUnusable for any other code."""
    expected = {
        name: sql for table in TABLES.values() if table.texts for name, sql in trigger_statements(table).items()
    }
    found = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view')").fetchall()
    strange = sorted(name for name, sql in found if expected.get(name) != sql)
    missing = sorted(set(expected) - {name for name, _ in found})
    if strange or missing:
        raise JournalUnusable(
            f"The file's schema was changed ({', '.join(strange or missing)}).",
            "Restore a backup, or export what reads and import it into a new journal.",
        )
    connection.execute("PRAGMA trusted_schema = ON")
