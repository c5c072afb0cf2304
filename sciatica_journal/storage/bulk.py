"""Many records at once: all of them read as one moment in time, and many written in one change."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import count, groupby
from typing import Any, Final

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import InvalidValue, JournalUnusable
from sciatica_journal.domain.plain import SET_ASIDE, Record, to_plain
from sciatica_journal.storage.history import Change
from sciatica_journal.storage.set_aside import set_aside_records
from sciatica_journal.storage.store import Store
from sciatica_journal.storage.streaming import days_of_records
from sciatica_journal.storage.tables import ROWS_A_DAY, TABLES, Table, checksum, first_n, row_of

FEW: Final = 500
"""Up to so many records are written one by one: loading sqlite_utils would cost more than it saves."""


def all_records(store: Store) -> list[Record]:
    """Return every record of the journal, as of one moment: another window cannot change it in between.

    Raises JournalError for a record whose values this version refuses.
    """
    return [record for day in days_of_records(store, (*TABLES, *SET_ASIDE)) for record in day]


def existing(store: Store, records: Iterable[Record]) -> dict[tuple[str, str], Record | None]:
    """Return which of the records' identities the journal has already: the days themselves, else None."""
    found: dict[tuple[str, str], Record | None] = {}
    wanted = {(record.TYPE, record.key) for record in records}
    if any(kind in SET_ASIDE for kind, _ in wanted):
        found.update({(record.TYPE, record.key): None for record in set_aside_records(store)})
    for kind in {kind for kind, _ in wanted if kind not in SET_ASIDE}:
        table = TABLES[kind]
        for (key,) in store.rows(f"SELECT {table.key} FROM {table.name}"):
            if (kind, key) in wanted:
                found[kind, key] = None
    days = [key for kind, key in found if kind == "day"]
    return found | {("day", key): day for key, day in days_of(store, days).items()}


def days_of(store: Store, keys: Collection[str]) -> dict[str, Day]:
    """Return the days of these dates that there are; many of them are read in one go."""
    if len(keys) <= FEW:
        days = [store.get("day", key) for key in keys]
    else:
        days = [*store.between("day", date.fromisoformat(min(keys)), date.fromisoformat(max(keys)))]
    wanted = set(keys)
    return {day.key: day for day in days if isinstance(day, Day) and day.key in wanted}


def add_new(change: Change, records: Sequence[Record], check: Callable[[], None] = lambda: None) -> None:
    """Within a change: write records that are not there yet, in bulk where they are many.

    `check` is called again and again; what it raises ends the writing, and the change with it.
    """
    change.check = check
    if len(records) <= FEW:
        for record in records:
            check()
            change.put(record)
        return
    for record in records:
        if record.TYPE in SET_ASIDE:
            change.put(record)
    records = [record for record in records if record.TYPE not in SET_ASIDE]
    ordered = sorted(records, key=lambda record: (record.TYPE, first_n(record.date)))
    for kind, group in groupby(ordered, key=lambda record: record.TYPE):
        _insert(change.store, TABLES[kind], list(group), check)
    for record in records:
        check()
        change.versions.append((record.TYPE, record.key, None, to_plain(record)))


def _insert(store: Store, table: Table, records: list[Record], check: Callable[[], None]) -> None:
    """Insert records sorted by day, then read them back and compare, as `Store.put` does for one."""
    from sqlite_utils import Database

    rows = _placed(store, table, records, check)
    names = ("n", *table.columns, "checksum")
    Database(store.connection, execute_plugins=False).table(table.name).insert_all(
        _checked([names, *rows], check), batch_size=1000
    )
    wanted = {row[0]: row[-1] for row in rows}
    found = store.rows(
        f"SELECT n, {table.selected} FROM {table.name} WHERE n BETWEEN ? AND ?", min(wanted), max(wanted)
    )
    if {n: checksum(values) for n, *values in found if n in wanted} != wanted:
        raise JournalUnusable("What was written did not read back the same.", "Nothing was saved; check the disk.")


def _checked(rows: Iterable[tuple[Any, ...]], check: Callable[[], None]) -> Iterator[tuple[Any, ...]]:
    for row in rows:
        check()
        yield row


def _placed(store: Store, table: Table, records: list[Record], check: Callable[[], None]) -> list[tuple[Any, ...]]:
    """Return the rows with their primary keys: after the rows that their day has already."""
    last = dict(store.rows(f"SELECT n / {ROWS_A_DAY}, max(n) FROM {table.name} GROUP BY 1"))
    rows: list[tuple[Any, ...]] = []
    for base, group in groupby(records, key=lambda record: first_n(record.date)):
        free = count(last.get(base // ROWS_A_DAY, base - 1) + 1)
        for n, record in zip(free, group, strict=False):
            if n >= base + ROWS_A_DAY:
                raise InvalidValue(f"More than {ROWS_A_DAY:,} records of {record.date}.", "Nothing was saved.")
            check()
            row = row_of(record)
            rows.append((n, *row, checksum(row)))
    return rows
