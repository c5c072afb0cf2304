"""The triggers that keep the full-text indexes, and the check that a file has these and no others.

FTS5 inside a trigger needs trusted_schema on. It is switched on only after the file's own triggers and
views were compared with the ones written here, so that a file from elsewhere cannot bring code along.
"""

import sqlite3
from typing import Final

from sciatica_journal.domain.errors import JournalUnusable
from sciatica_journal.storage.chosen import chosen_triggers
from sciatica_journal.storage.tables import TABLES, Table

LARGEST_NUMBER: Final = 2**53
"""Highest number of a change or a kept version in a file that was not tampered with: out of reach of any use."""

_MEND: Final = "`sciatica-journal check` says what it is and how a sound journal is made of it."


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


def own_triggers() -> dict[str, str]:
    """Return the statements of all triggers that a journal has, by name."""
    of_texts = (trigger_statements(table) for table in TABLES.values() if table.texts)
    return {name: sql for triggers in (*of_texts, chosen_triggers()) for name, sql in triggers.items()}


def strange_code(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return the triggers and views that are not exactly ours, each as its type and name."""
    expected = own_triggers()
    found = connection.execute("SELECT type, name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view')")
    return sorted((kind, name) for kind, name, sql in found if expected.get(name) != sql)


def missing_triggers(connection: sqlite3.Connection) -> list[str]:
    """Return the names of the journal's triggers that the file lacks."""
    found = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")}
    return sorted(own_triggers().keys() - found)


def check_no_strange_code(connection: sqlite3.Connection) -> None:
    """Raise JournalUnusable where the file has triggers or views that are not ours.

    An older file may lack some of this version's. A migration that changes a trigger has to let the older form
    pass here.
    """
    strange = [name for _, name in strange_code(connection)]
    if strange:
        raise _changed(strange)


def drop_strange_code(connection: sqlite3.Connection) -> None:
    """Remove the triggers and views that are not ours, without running them. For copies only."""
    for kind, name in strange_code(connection):
        quoted = name.replace('"', '""')
        connection.execute(f'DROP {kind} "{quoted}"')


def trust_own_schema(connection: sqlite3.Connection) -> None:
    """Allow the triggers to run if they are exactly ours and numbers are left for new changes.

    Raises JournalUnusable for any other code.
    """
    check_no_strange_code(connection)
    missing = missing_triggers(connection)
    if missing:
        raise _changed(missing)
    strange = strange_numbers(connection)
    if strange:
        raise JournalUnusable(f"The file was altered from outside ({strange[0]}).", _MEND)
    connection.execute("PRAGMA trusted_schema = ON")


def strange_numbers(connection: sqlite3.Connection) -> list[str]:
    """Return, in words, where the numbers of changes and versions leave no room for new ones.

    SQLite gives the next number from `sqlite_sequence` and the largest one in the table, and refuses the row, as
    if the disk were full, or numbers out of order, once that is used up.
    """
    found = []
    for (kept,) in connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'change'"):
        if not isinstance(kept, int) or not 0 <= kept <= LARGEST_NUMBER:
            found.append("the counter of changes")
    for table, number in (("change", "seq"), ("version", "id")):
        (largest,) = connection.execute(f"SELECT max({number}) FROM {table}").fetchone()
        if largest is not None and largest > LARGEST_NUMBER:
            found.append(f"the number of a {table}")
    return found


def _changed(names: list[str]) -> JournalUnusable:
    return JournalUnusable(f"The file's schema was changed ({', '.join(names)}).", _MEND)
