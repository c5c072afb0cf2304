"""The history of changes: every change keeps the version before it; undo and redo walk through them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from json import loads
from typing import Final

from sciatica_journal.domain.plain import Plain, Record, from_plain, to_plain
from sciatica_journal.storage.store import Store
from sciatica_journal.storage.tables import compact

DONE: Final = 0
UNDONE: Final = 1
OVERTAKEN: Final = 2
"""States of a change: in force, undone and still to redo, undone and overtaken by a newer change."""

MERGE_FOR: Final = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Step:
    """An undo or redo that was done: what the change was called and which records it touched."""

    label: str
    records: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Change:
    """An open change: put and remove records; versions are kept as it goes."""

    store: Store
    label: str
    at: datetime
    window: str
    versions: list[tuple[str, str, Plain | None, Plain | None]] = field(default_factory=list)

    def put(self, record: Record) -> None:
        """Write the record, keeping the version before it. Writing what is there already is no change."""
        before = self.store.get(record.TYPE, record.key)
        if before == record:
            return
        self.store.put(record)
        self._keep(record.TYPE, record.key, before, record)

    def remove(self, kind: str, key: str) -> None:
        """Remove the record, keeping it as a version so that it can come back."""
        before = self.store.get(kind, key)
        if before is not None:
            self.store.remove(kind, key)
            self._keep(kind, key, before, None)

    def _keep(self, kind: str, key: str, before: Record | None, after: Record | None) -> None:
        self.versions.append((kind, key, _plain_or_none(before), _plain_or_none(after)))


def _plain_or_none(record: Record | None) -> Plain | None:
    return None if record is None else to_plain(record)


@contextmanager
def changing(store: Store, label: str, at: datetime, window: str) -> Iterator[Change]:
    """Run one undoable change as one durable transaction. A change of nothing leaves no trace."""
    with store.transaction():
        change = Change(store, label, at, window)
        yield change
        if change.versions and not _merged(store, change):
            _record(store, change)


def _record(store: Store, change: Change) -> None:
    run = store.connection.execute
    run("UPDATE change SET state = ? WHERE state = ?", (OVERTAKEN, UNDONE))
    seq = run(
        "INSERT INTO change (at, label, window) VALUES (?, ?, ?)",
        (change.at.isoformat(), change.label, change.window),
    ).lastrowid
    store.connection.executemany(
        "INSERT INTO version (change, kind, key, before, after) VALUES (?, ?, ?, ?, ?)",
        [(seq, kind, key, before and compact(before), after and compact(after))
         for kind, key, before, after in change.versions],
    )  # fmt: skip


def _merged(store: Store, change: Change) -> bool:
    """Fold a change into the one before it when it only adds to the same text, so that undo takes a
    stretch of typing and not a second of it. A change that takes anything away always stands alone."""
    last = store.rows("SELECT seq, at, label, window, state FROM change ORDER BY seq DESC LIMIT 1")
    if len(change.versions) != 1 or not last:
        return False
    seq, at, label, window, state = last[0]
    recent = change.at - datetime.fromisoformat(at) < MERGE_FOR
    if state != DONE or (label, window) != (change.label, change.window) or not recent:
        return False
    old = store.rows("SELECT id, kind, key, after FROM version WHERE change = ?", seq)
    kind, key, before, after = change.versions[0]
    if len(old) != 1 or old[0][1:3] != (kind, key) or old[0][3] is None or before is None or after is None:
        return False
    if loads(old[0][3]) != before or not _only_adds_text(before, after):
        return False
    store.connection.execute("UPDATE version SET after = ? WHERE id = ?", (compact(after), old[0][0]))
    store.connection.execute("UPDATE change SET at = ? WHERE seq = ?", (change.at.isoformat(), seq))
    return True


def _only_adds_text(before: Plain, after: Plain) -> bool:
    differing = [name for name in {*before, *after} if before.get(name) != after.get(name)]
    if len(differing) != 1:
        return False
    old, new = before.get(differing[0]), after.get(differing[0])
    return isinstance(old, str) and isinstance(new, str) and _is_insertion(old, new)


def _is_insertion(old: str, new: str) -> bool:
    """Return whether `new` is `old` with one stretch put in."""
    start = 0
    while start < len(old) and start < len(new) and old[start] == new[start]:
        start += 1
    rest = len(old) - start
    return len(new) > len(old) and (rest == 0 or old[start:] == new[-rest:])


def undo(store: Store) -> Step | None:
    """Take back the newest change in force. Returns None where there is none."""
    return _walk(store, "SELECT seq, label FROM change WHERE state = 0 ORDER BY seq DESC LIMIT 1", UNDONE)


def redo(store: Store) -> Step | None:
    """Do the oldest undone change again. Returns None where there is none."""
    return _walk(store, "SELECT seq, label FROM change WHERE state = 1 ORDER BY seq LIMIT 1", DONE)


def _walk(store: Store, find: str, state: int) -> Step | None:
    with store.transaction() as connection:
        found = connection.execute(find).fetchone()
        if found is None:
            return None
        seq, label = found
        column = "before" if state == UNDONE else "after"
        order = "DESC" if state == UNDONE else "ASC"
        versions = connection.execute(
            f"SELECT kind, key, {column} FROM version WHERE change = ? ORDER BY id {order}", (seq,)
        ).fetchall()
        for kind, key, body in versions:
            if body is None:
                store.remove(kind, key)
            else:
                store.put(from_plain(loads(body)))
        connection.execute("UPDATE change SET state = ? WHERE seq = ?", (state, seq))
        return Step(label, tuple(dict.fromkeys((kind, key) for kind, key, _ in versions)))


def earlier_versions(store: Store, kind: str, key: str) -> list[tuple[str, Plain]]:
    """Return when and what the record was before each of its changes, newest first."""
    rows = store.rows(
        "SELECT change.at, version.before FROM version JOIN change ON change.seq = version.change "
        "WHERE version.kind = ? AND version.key = ? AND version.before IS NOT NULL ORDER BY version.id DESC",
        kind,
        key,
    )
    return [(at, loads(body)) for at, body in rows]


def forget(store: Store, kind: str, key: str) -> None:
    """Inside a transaction: remove every kept version of a record, and changes left without any."""
    run = store.connection.execute
    run("DELETE FROM version WHERE kind = ? AND key = ?", (kind, key))
    run("DELETE FROM change WHERE NOT EXISTS (SELECT 1 FROM version WHERE version.change = change.seq)")


def last_day_of(store: Store, kind: str, key: str) -> date | None:
    """Return the day of the newest kept version of a record, None where there is none."""
    rows = store.rows(
        "SELECT coalesce(after, before) FROM version WHERE kind = ? AND key = ? ORDER BY id DESC LIMIT 1", kind, key
    )
    record = from_plain(loads(rows[0][0])) if rows else None
    return record.date if record is not None else None
