"""The rows of the version table: what a record was before and after each of its changes."""

from collections.abc import Iterable
from datetime import date
from json import loads
from typing import Any, Final, NamedTuple

from sciatica_journal.domain.plain import Plain, Record
from sciatica_journal.storage.recognising import JournalDamaged
from sciatica_journal.storage.store import Store
from sciatica_journal.storage.tables import checksum, compact, readable, record_from

Written = tuple[str, str, Plain | None, Plain | None]
"""Kind and key of a record, and what it was before and after a change (None: it was not there)."""

_COLUMNS: Final = "id, kind, key, before, after, checksum"


class Version(NamedTuple):
    """One record's part in one change; None where it was not there."""

    id: int
    kind: str
    key: str
    before: Plain | None
    after: Plain | None


def add_versions(store: Store, change: int, written: Iterable[Written]) -> None:
    """Inside a transaction: keep what a change did to records."""
    rows = ((kind, key, before and compact(before), after and compact(after)) for kind, key, before, after in written)
    store.connection.executemany(
        "INSERT INTO version (change, kind, key, before, after, checksum) VALUES (?, ?, ?, ?, ?, ?)",
        ((change, *row, checksum(row)) for row in rows),
    )


def lengthen_version(store: Store, version: Version, after: Plain) -> None:
    """Inside a transaction: let a kept version end in a later state."""
    row = (version.kind, version.key, version.before and compact(version.before), compact(after))
    store.connection.execute(
        "UPDATE version SET after = ?, checksum = ? WHERE id = ?", (row[-1], checksum(row), version.id)
    )


def versions_of(store: Store, change: int) -> list[Version]:
    """Return what a change did, in order. Raises JournalUnusable where that was altered from outside."""
    rows = store.rows(f"SELECT {_COLUMNS} FROM version WHERE change = ? ORDER BY id", change)
    return [_version(row) for row in rows]


def versions_of_day(store: Store, day: date) -> list[tuple[str, bool, Version]]:
    """Return what changes did to the records of a day, newest first: when, whether it is in force, and the version.

    A record that moved to or from the day is among them with both of its days.
    """
    mark = f'"date":"{day.isoformat()}"'
    rows = store.rows(
        "SELECT change.at, change.state, version.id, version.kind, version.key, version.before, version.after, "
        "version.checksum FROM version JOIN change ON change.seq = version.change "
        "WHERE instr(version.before, ?) OR instr(version.after, ?) ORDER BY version.id DESC",
        mark, mark,
    )  # fmt: skip
    return [(at, state == 0, _version(row)) for at, state, *row in rows]


def last_day_of(store: Store, kind: str, key: str) -> date | None:
    """Return the day of the newest kept version of a record, None where there is none."""
    newest = f"SELECT {_COLUMNS} FROM version WHERE kind = ? AND key = ? ORDER BY id DESC LIMIT 1"
    rows = store.rows(newest, kind, key)
    versions = [_version(row) for row in rows]
    bodies = [version.after or version.before for version in versions]
    return record_in(kind, bodies[0]).date if bodies and bodies[0] else None


def altered_versions(store: Store) -> list[str]:
    """Return which kept versions were altered from outside, in words."""
    found: list[str] = []
    for change, kind, key, before, after, kept in store.rows(
        "SELECT change, kind, key, before, after, checksum FROM version"
    ):
        if checksum((kind, key, before, after)) != kept:
            found.append(f"altered: version of {kind} {key} in change {change}")
    return found


def record_in(kind: str, body: Plain) -> Record:
    """Return the record of a kind that a kept version holds."""
    with readable("A kept version"):
        return record_from(kind, body)


def _version(row: list[Any]) -> Version:
    id_, *values, kept = row
    kind, key, before, after = values
    if checksum(values) != kept:
        raise JournalDamaged(f"A kept version of the {kind} {key} was altered.", "Run `sciatica-journal check`.")
    with readable(f"A kept version of the {kind} {key}"):
        return Version(id_, kind, key, before and loads(before), after and loads(after))
