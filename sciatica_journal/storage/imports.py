"""Imports as the history of changes keeps them: each one change, with what it brought."""

from dataclasses import dataclass
from datetime import datetime
from json import loads
from typing import Final, NamedTuple

from sciatica_journal.domain.plain import Record
from sciatica_journal.storage.store import Store
from sciatica_journal.storage.tables import TABLES, readable
from sciatica_journal.storage.version_rows import record_in, versions_of

_IMPORT: Final = "import "
_TAKING_BACK: Final = "take back import "


@dataclass(frozen=True, slots=True)
class Import:
    """One import: its number, when and from what files, how many records it added and how many it filled.

    The rows it came from are not counted. `taken_back` says that it is no longer in force, be it undone or taken back
    later.
    """

    id: int
    at: datetime
    files: str
    added: int
    filled: int
    taken_back: bool


def import_label(files: str) -> str:
    """Return the label of the change that is an import; by it alone `imports` knows such a change."""
    return f"{_IMPORT}{files}"


def taking_back_label(number: int) -> str:
    """Return the label of the change that takes back an import."""
    return f"{_TAKING_BACK}{number}"


def imports(store: Store) -> list[Import]:
    """Return the imports, newest first."""
    rows = store.rows(
        "SELECT change.seq, change.at, change.label, sum(version.before IS NULL AND version.kind <> 'source_row'), "
        "sum(version.before IS NOT NULL AND version.kind <> 'source_row'), "
        "change.state <> 0 OR EXISTS (SELECT 1 FROM change AS later WHERE later.state = 0 "
        "AND later.label = ? || change.seq) "
        "FROM change JOIN version ON version.change = change.seq WHERE substr(change.label, 1, ?) = ? "
        "GROUP BY change.seq ORDER BY change.seq DESC",
        _TAKING_BACK, len(_IMPORT), _IMPORT,
    )  # fmt: skip
    with readable("The time of an import"):
        return [
            Import(seq, datetime.fromisoformat(at), label[len(_IMPORT) :], added, filled, bool(back))
            for seq, at, label, added, filled, back in rows
        ]


class KnownRow(NamedTuple):
    """A row that an import brought before: its source, its id there, and what came of it (`run:ID`)."""

    source: str
    source_id: str
    record: str | None


def known_rows(store: Store) -> dict[str, KnownRow]:
    """Return the rows that imports brought, by their ids, without their cells."""
    rows = store.rows("SELECT id, source, source_id, record FROM source_row")
    return {row_id: KnownRow(*row) for row_id, *row in rows}


def keys_of(store: Store, kind: str) -> set[str]:
    """Return the identities of all records of a kind."""
    table = TABLES[kind]
    return {key for (key,) in store.rows(f"SELECT {table.key} FROM {table.name}")}


def added_in_vain(store: Store, kind: str, key: str) -> Record | None:
    """Return the record as an import added it that is taken back by now, None where no such import did."""
    rows = store.rows(
        "SELECT version.after FROM version JOIN change ON change.seq = version.change "
        "WHERE version.kind = ? AND version.key = ? AND version.before IS NULL AND version.after IS NOT NULL "
        "AND substr(change.label, 1, ?) = ? AND EXISTS (SELECT 1 FROM change AS later WHERE later.state = 0 "
        "AND later.label = ? || change.seq) ORDER BY version.id DESC LIMIT 1",
        kind, key, len(_IMPORT), _IMPORT, _TAKING_BACK,
    )  # fmt: skip
    with readable(f"A kept version of the {kind} {key}"):
        return record_in(kind, loads(rows[0][0])) if rows else None


def is_held(store: Store, record: Record) -> bool:
    """Return whether a row of any import in force leads to a record."""
    return bool(store.rows("SELECT 1 FROM source_row WHERE record = ? LIMIT 1", f"{record.TYPE}:{record.key}"))


def brought(store: Store, number: int) -> list[tuple[Record | None, Record]]:
    """Return what an import wrote: for each record the one before it (None: there was none) and after it."""
    return [
        (
            record_in(version.kind, version.before) if version.before else None,
            record_in(version.kind, version.after),
        )
        for version in versions_of(store, number)
        if version.after
    ]
