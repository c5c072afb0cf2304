"""The schema and its migrations. A released migration is never edited; a new one is added.

Imports sqlite_utils, which costs several bare starts of Python: import this module only when
`user_version` says that there is something to do.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from json import loads
from typing import Any, Final

from sqlite_utils import Database, Migrations

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.domain.plain import from_plain
from sciatica_journal.storage.chosen import INDEX, chosen_so_far, chosen_triggers
from sciatica_journal.storage.recognising import APPLICATION_ID
from sciatica_journal.storage.tables import FLAGS, TABLES, Table, checksum, record_of, row_of
from sciatica_journal.storage.triggers import trigger_statements

migrations: Final = Migrations("sciatica_journal")

_RATING: Final = "INTEGER CHECK ({0} BETWEEN 0 AND 10)"
_JSON_TEXT: Final = "TEXT"
_SENSATION: Final = "TEXT CHECK ({0} IN ('none', 'left', 'right', 'both'))"
_SIDE: Final = "TEXT CHECK ({0} IN ('left', 'right', 'both', 'centre'))"
_LEG: Final = "INTEGER CHECK ({0} BETWEEN 0 AND 6)"
_DATE: Final = "TEXT CHECK ({0} IS NULL OR length({0}) = 10)"

_FLAG: Final = "INTEGER CHECK ({0} IN (0, 1))"
_WALK: Final = "TEXT CHECK ({0} IN ('yes', 'hard', 'no'))"
_RAISES: Final = "INTEGER CHECK ({0} BETWEEN 0 AND 100)"

_FIRST_KINDS: Final = ("day", "run", "reflection", "moment", "other")
"""The record types of version 1."""

_SECOND_KINDS: Final = (
    "examination", "appointment", "question", "treatment", "override", "sign", "check", "reading", "season", "holiday",
    "background",
)  # fmt: skip
"""The record types that version 2 added."""

_THIRD_KINDS: Final = ("ladder_move", "source_row")
"""The record types that version 3 added."""

_FOURTH_KINDS: Final = ("trial", "draw")
"""The record types that version 4 added."""

_THIRD_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "run": (
        "expected", "response_furthest", "settle_hours", "slope", "shoes", "company", "cadence", "ladder", "step",
    ),
    "override": ("run",),
}  # fmt: skip
"""The columns that version 3 added to tables that were there."""

_FIFTH_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {"run": ("stride",)}
"""The columns that version 5 added to tables that were there."""

_COLUMN_TYPES: Final[dict[str, str]] = {
    **dict.fromkeys(
        ("pain_morning", "pain_worst", "sleep_quality", "stress", "mood", "energy", "function", "effort",
         "pain_before", "pain_during", "pain_after", "before", "after", "pain"), _RATING),
    **dict.fromkeys(("feelings", "spots", "factors", "lines", "extra", "body"), _JSON_TEXT),
    **dict.fromkeys(("numb", "tingling", "weak"), _SENSATION),
    **dict.fromkeys(("leg_left", "leg_right"), _LEG),
    **dict.fromkeys(("sleep_hours", "distance_km", "duration_min", "minutes"), "REAL"),
    "ascent_m": "REAL",
    "side": _SIDE,
    "date": _DATE,
    "painkillers": "INTEGER CHECK ({0} >= 0)",
    "heart_rate": "INTEGER",
    "uneventful": "INTEGER CHECK ({0} IN (0, 1))",
    "kept": "INTEGER NOT NULL CHECK ({0} IN (0, 1))",
    "kind": "TEXT CHECK ({0} IN ('walk', 'run_walk', 'run'))",
    "response": "TEXT CHECK ({0} IN ('settled', 'lingering', 'flared'))",
    **dict.fromkeys(FLAGS - {"uneventful", "kept"}, _FLAG),
    **dict.fromkeys(("until", "examined", "changed", "ended", "asked", "onset"), _DATE),
    **dict.fromkeys(("heel_walk_left", "heel_walk_right", "toe_walk_left", "toe_walk_right"), _WALK),
    **dict.fromkeys(("calf_raises_left", "calf_raises_right"), _RAISES),
    "makes_sense": _RATING,
    "expected": _RATING,
    "response_furthest": _LEG,
    "settle_hours": "REAL CHECK ({0} BETWEEN 0 AND 336)",
    "slope": "TEXT CHECK ({0} IN ('flat', 'hilly', 'uphill', 'downhill', 'left_low', 'right_low'))",
    "company": "TEXT CHECK ({0} IN ('alone', 'others'))",
    "cadence": "INTEGER",
    "stride": "TEXT CHECK ({0} IN ('usual', 'changed', 'limp'))",
    **dict.fromkeys(("answers", "row"), _JSON_TEXT),
    "outcome": "TEXT CHECK ({0} IN ('pain', 'response'))",
    "running": "TEXT CHECK ({0} IN ('both', 'one', 'neither'))",
    "planned": "INTEGER CHECK ({0} BETWEEN 20 AND 200)",
    "status": "TEXT CHECK ({0} IN ('open', 'stopped', 'finished'))",
    "stop": "TEXT CHECK ({0} IN ('person', 'flared', 'red_flag'))",
    "number": "INTEGER CHECK ({0} BETWEEN 1 AND 200)",
    "block": "INTEGER CHECK ({0} BETWEEN 1 AND 50)",
    "option": "TEXT CHECK ({0} IN ('a', 'b'))",
    "answered": "TEXT CHECK ({0} IN ('accepted', 'refused'))",
}  # fmt: skip


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to this version's schema. Each migration is one transaction with its record."""
    migrations.apply(Database(connection, execute_plugins=False, strict=True))


def _create_record_table(db: Database, kind: str) -> None:
    table = TABLES[kind]
    columns = ["n INTEGER PRIMARY KEY"]
    added = (*_THIRD_COLUMNS.get(kind, ()), *_FIFTH_COLUMNS.get(kind, ()))
    for name in (one for one in table.columns if one not in added):
        column = f"{name} {_COLUMN_TYPES.get(name, 'TEXT').format(name)}"
        columns.append(f"{column} NOT NULL UNIQUE" if name == table.key else column)
    if kind == "reflection":
        columns.append("checksum INTEGER NOT NULL, CHECK (kept = 1 OR text IS NULL)")
    else:
        columns.append("checksum INTEGER NOT NULL")
    db.execute(f"CREATE TABLE {table.name} ({', '.join(columns)}) STRICT")
    if table.texts:
        _create_search(db, table)


def _create_search(db: Database, table: Table) -> None:
    """Create the full-text index of a table, kept by triggers; prefixes serve search as you type."""
    db.execute(
        f"CREATE VIRTUAL TABLE {table.name}_fts USING fts5({', '.join(table.texts)}, content='{table.name}', "
        "content_rowid='n', prefix='1 2 3 4 5 6 7 8', tokenize='unicode61 remove_diacritics 2')"
    )
    for statement in trigger_statements(table).values():
        db.execute(statement)


@migrations()
def m001_records(db: Database) -> None:
    """Create the tables of days, runs, reflections, moments and records of other types."""
    for kind in _FIRST_KINDS:
        _create_record_table(db, kind)


@migrations()
def m002_history(db: Database) -> None:
    """Create the log of changes: each change with the version before and after it."""
    db.execute(
        "CREATE TABLE change (seq INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, label TEXT NOT NULL, "
        "window TEXT NOT NULL, state INTEGER NOT NULL DEFAULT 0 CHECK (state IN (0, 1, 2))) STRICT"
    )
    db.execute("CREATE INDEX change_state ON change (state, seq)")
    db.execute(
        "CREATE TABLE version (id INTEGER PRIMARY KEY, "
        "change INTEGER NOT NULL REFERENCES change (seq) ON DELETE CASCADE, "
        "kind TEXT NOT NULL, key TEXT NOT NULL, before TEXT, after TEXT, checksum INTEGER NOT NULL) STRICT"
    )
    db.execute("CREATE INDEX version_change ON version (change)")
    db.execute("CREATE INDEX version_record ON version (kind, key)")


@migrations()
def m003_drafts_and_values(db: Database) -> None:
    """Create the drafts of unfinished writing and the small values (profile, reading position)."""
    db.execute(
        "CREATE TABLE draft (name TEXT PRIMARY KEY, day TEXT NOT NULL, at TEXT NOT NULL, body TEXT NOT NULL) STRICT"
    )
    db.execute("CREATE TABLE value (name TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT")


@migrations()
def m004_flags(db: Database) -> None:
    """Create the red flags that are open until an outcome is recorded, and stamp the file."""
    db.execute(
        "CREATE TABLE flag (id INTEGER PRIMARY KEY, trigger TEXT NOT NULL, tier TEXT NOT NULL, date TEXT NOT NULL, "
        "opened TEXT NOT NULL, acknowledged TEXT, outcome TEXT, told TEXT, closed TEXT) STRICT"
    )
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")


@migrations()
def m005_care(db: Database) -> None:
    """Create the tables of the care records."""
    for kind in _SECOND_KINDS:
        _create_record_table(db, kind)
    db.execute("PRAGMA user_version = 2")


def _move_from_other(db: Database, n: int, body: str, *, later: tuple[str, ...] = ()) -> None:
    """Move a record into the table that its type now has; one whose values do not hold stays."""
    try:
        record = from_plain(loads(body))
    except (JournalError, ValueError):
        return
    if record.TYPE in ("other", *later) or record.date is None:
        return
    row = row_of(record)
    marks = ", ".join("?" * (len(row) + 2))
    table = TABLES[record.TYPE]
    added = db.execute(
        f"INSERT OR IGNORE INTO {table.name} (n, {table.selected}, checksum) VALUES ({marks})",
        (n, *row, checksum(row)),
    ).rowcount
    if added == 1:
        db.execute("DELETE FROM other WHERE n = ?", (n,))


@migrations()
def m006_running(db: Database) -> None:
    """Add what a run card asks and the run an override was about; create the tables behind runs.

    What was carried along unread until now moves into the tables of its type, as the newest migration leaves them.
    """
    for kind, table in ((kind, TABLES[kind]) for kind in _THIRD_COLUMNS):
        columns = [name for name in table.columns if name not in _FIFTH_COLUMNS.get(kind, ())]
        with _without_triggers(db, table):
            _add_columns(db, kind, _THIRD_COLUMNS)
            for n, *values in db.execute(f"SELECT n, {', '.join(columns)} FROM {table.name}").fetchall():
                db.execute(f"UPDATE {table.name} SET checksum = ? WHERE n = ?", [checksum(values), n])
    for kind in _THIRD_KINDS:
        _create_record_table(db, kind)
    db.execute("CREATE INDEX source_row_record ON source_row (record)")
    for n, body in db.execute("SELECT n, body FROM other ORDER BY n").fetchall():
        _move_from_other(db, n, body, later=_FOURTH_KINDS)
    db.execute("PRAGMA user_version = 3")


@migrations()
def m007_trials(db: Database) -> None:
    """Create the tables of coin-flip trials and their draws; what was carried along unread moves into them."""
    for kind in _FOURTH_KINDS:
        _create_record_table(db, kind)
    for n, body in db.execute("SELECT n, body FROM other ORDER BY n").fetchall():
        _move_from_other(db, n, body)
    db.execute("PRAGMA user_version = 4")


@migrations()
def m008_stride(db: Database) -> None:
    """Add to runs how one strode.

    What a run carried along unread under that name moves into the column where it says that, else under another name.
    A row whose checksum was wrong stays so, for the check to tell.
    """
    table = TABLES["run"]
    marks = ", ".join(f"{name} = ?" for name in (*table.columns, "checksum"))
    place = table.columns.index("stride")
    with _without_triggers(db, table):
        _add_columns(db, "run", _FIFTH_COLUMNS)
        for n, kept, *row in db.execute(f"SELECT n, checksum, {table.selected} FROM run").fetchall():
            if checksum([*row[:place], *row[place + 1 :]]) == kept:
                row = _with_stride_read(row)
                db.execute(f"UPDATE run SET {marks} WHERE n = ?", [*row, checksum(row), n])
    db.execute("PRAGMA user_version = 5")


@migrations()
def m009_chosen(db: Database) -> None:
    """Create the index of what was named or chosen: factors, spots, surfaces, how a run settled."""
    db.execute(INDEX)
    for statement in (*chosen_so_far(), *chosen_triggers().values()):
        db.execute(statement)


def _with_stride_read(row: Sequence[Any]) -> Sequence[Any]:
    """Return a run's row with what its `extra` says of the stride in its place; one that does not read stays."""
    if '"stride"' not in (row[-1] or ""):
        return row
    try:
        return row_of(record_of("run", row))
    except JournalError:
        return row


def _add_columns(db: Database, kind: str, added: Mapping[str, tuple[str, ...]]) -> None:
    for name in added[kind]:
        column = f"{name} {_COLUMN_TYPES.get(name, 'TEXT').format(name)}"
        db.execute(f"ALTER TABLE {TABLES[kind].name} ADD COLUMN {column}")


@contextmanager
def _without_triggers(db: Database, table: Table) -> Iterator[None]:
    """Change rows while their texts stay: the triggers of the search index, which an older file must not run, are laid
    down meanwhile."""
    triggers = trigger_statements(table) if table.texts else {}
    for name in triggers:
        db.execute(f"DROP TRIGGER {name}")
    yield
    for statement in triggers.values():
        db.execute(statement)
