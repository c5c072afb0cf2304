"""What was added to a file from outside, or changed in its schema, beside the rows.

None of it harms the rows, but code runs, and numbers run out, when something is to be written. Imports
sqlite_utils: for the command that checks, not for every start.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Final

from sciatica_journal.storage.opening import explained
from sciatica_journal.storage.schema import migrate
from sciatica_journal.storage.store import Store
from sciatica_journal.storage.triggers import missing_triggers, strange_code, strange_numbers

SCHEMA: Final = "schema: "
"""How each of these faults begins: the rows are not meant."""


def schema_faults(store: Store) -> list[str]:
    """Return what was added or changed, in words; empty for a file as the program makes it."""
    connection = store.connection
    with explained(store.path), closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
        migrate(new)
        found = [f"the {kind} {name} was added or changed" for kind, name in strange_code(connection)]
        found += [f"the trigger {name} is missing" for name in missing_triggers(connection)]
        found += [f"{what} was set from outside" for what in strange_numbers(connection)]
        found += _changed_tables(connection, new)
        found += _ruling_indexes(connection, new)
    return [f"{SCHEMA}{fault}" for fault in found]


def _changed_tables(connection: sqlite3.Connection, new: sqlite3.Connection) -> Iterator[str]:
    statements = "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '*sqlite_*'"
    theirs = dict(connection.execute(statements))
    for name, sql in new.execute(statements):
        if name not in theirs:
            yield f"the table {name} is missing"
        elif theirs[name] != sql:
            yield f"the table {name} is not as it was made"


def _ruling_indexes(connection: sqlite3.Connection, new: sqlite3.Connection) -> Iterator[str]:
    """Yield added indexes that can refuse a row: unique ones, and those that compute something."""
    statement = "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
    ours = {name: sql for name, _, sql in new.execute(statement)}
    tables = {name for (name,) in new.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    for name, table, sql in connection.execute(statement).fetchall():
        if table in tables and ours.get(name) != sql and _rules(connection, table, name):
            yield f"the index {name} was added or changed"


def _rules(connection: sqlite3.Connection, table: str, name: str) -> bool:
    flags = {row[1]: (row[2], row[4]) for row in connection.execute("SELECT * FROM pragma_index_list(?)", (table,))}
    computed = connection.execute("SELECT 1 FROM pragma_index_xinfo(?) WHERE cid = -2", (name,)).fetchone()
    return any(flags.get(name, (1, 1))) or computed is not None
