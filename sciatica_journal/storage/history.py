"""The history of changes: every change keeps the version before it; undo and redo walk through them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from sciatica_journal.domain.plain import SET_ASIDE, UNREAD, Plain, Record, to_plain, typed_from_plain
from sciatica_journal.storage.store import Store
from sciatica_journal.storage.tables import readable
from sciatica_journal.storage.version_rows import (
    Version,
    Written,
    add_versions,
    lengthen_version,
    record_in,
    versions_of,
)

DONE: Final = 0
UNDONE: Final = 1
OVERTAKEN: Final = 2
"""States of a change: in force, undone and still to redo, undone and overtaken by a newer change."""

MERGE_FOR: Final = timedelta(minutes=10)


class Step(NamedTuple):
    """An undo or redo that was done: what the change was called and which records it touched."""

    label: str
    records: tuple[tuple[str, str], ...]


class Change:
    """An open change: put and remove records; versions are kept as it goes.

    `check` is called for each version that is written at the end; what it raises ends the change. `seq` is its number
    once it is recorded.
    """

    def __init__(self, store: Store, label: str, at: datetime, window: str) -> None:
        self.store = store
        self.label = label
        self.at = at
        self.window = window
        self.versions: list[Written] = []
        self.seq: int | None = None
        self.check: Callable[[], None] = _go_on

    def put(self, record: Record) -> None:
        """Write the record, keeping the version before it. Writing what is there already is no change.

        It is written as it will be read: texts cleaned, numbers rounded, times with their offset.
        """
        record = record if record.TYPE in UNREAD else typed_from_plain(to_plain(record))
        before = self.store.get(record.TYPE, record.key)
        if before == record:
            return
        self.store.put(record)
        if record.TYPE in SET_ASIDE and self.store.get(record.TYPE, record.key) != record:
            return
        self._keep(record.TYPE, record.key, before, record)

    def remove(self, kind: str, key: str) -> None:
        """Remove the record, keeping it as a version so that it can come back."""
        before = self.store.get(kind, key)
        if before is not None:
            self.store.remove(kind, key)
            self._keep(kind, key, before, None)

    def _keep(self, kind: str, key: str, before: Record | None, after: Record | None) -> None:
        self.versions.append((kind, key, _plain_or_none(before), _plain_or_none(after)))


def _go_on() -> None:
    """Let a change go on."""


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
    if seq is not None:
        change.seq = seq
        add_versions(store, seq, _checked(change))


def is_kept(store: Store, change: Change | None) -> bool:
    """Return whether a change that was interrupted is in the file all the same: it had just been written."""
    if change is None or store.connection.in_transaction:
        return False
    return bool(store.rows("SELECT 1 FROM change WHERE seq = ? AND window = ?", change.seq, change.window))


def _checked(change: Change) -> Iterator[Written]:
    for written in change.versions:
        change.check()
        yield written


def _merged(store: Store, change: Change) -> bool:
    """Fold a change into the one before it when it only adds to the same text, so that undo takes a
    stretch of typing and not a second of it. A change that takes anything away always stands alone."""
    last = store.rows("SELECT seq, at, label, window, state FROM change ORDER BY seq DESC LIMIT 1")
    if len(change.versions) != 1 or not last:
        return False
    seq, at, label, window, state = last[0]
    with readable(f"The change {seq}"):
        recent = change.at - datetime.fromisoformat(at) < MERGE_FOR
    if state != DONE or (label, window) != (change.label, change.window) or not recent:
        return False
    old = versions_of(store, seq)
    kind, key, before, after = change.versions[0]
    if len(old) != 1 or (old[0].kind, old[0].key) != (kind, key) or before is None or after is None:
        return False
    if old[0].after != before or not _only_adds_text(before, after):
        return False
    lengthen_version(store, old[0], after)
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
        versions = versions_of(store, seq)
        for version in versions if state == DONE else reversed(versions):
            body = version.after if state == DONE else version.before
            if version.kind in SET_ASIDE and _is_newer(store, version, state):
                continue
            if body is None:
                store.remove(version.kind, version.key)
            else:
                store.put(record_in(version.kind, body))
        connection.execute("UPDATE change SET state = ? WHERE seq = ?", (state, seq))
        return Step(label, tuple(dict.fromkeys((version.kind, version.key) for version in versions)))


def _is_newer(store: Store, version: Version, state: int) -> bool:
    """Return whether a record is not as the change left it: an outcome noted since then is never undone."""
    body = version.before if state == DONE else version.after
    return store.get(version.kind, version.key) != (record_in(version.kind, body) if body is not None else None)


def forget(store: Store, kind: str, key: str) -> None:
    """Inside a transaction: remove every kept version of a record, and changes left without any."""
    run = store.connection.execute
    run("DELETE FROM version WHERE kind = ? AND key = ?", (kind, key))
    run("DELETE FROM change WHERE NOT EXISTS (SELECT 1 FROM version WHERE version.change = change.seq)")
