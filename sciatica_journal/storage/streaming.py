"""The journal's records one after the other, day by day: a journal of decades is never in memory as a whole."""

import sqlite3
from collections.abc import Collection, Generator, Iterator
from contextlib import closing, contextmanager
from copy import copy
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from sciatica_journal.domain.plain import SET_ASIDE, Record
from sciatica_journal.storage.opening import copy_pages, explained
from sciatica_journal.storage.set_aside import set_aside_records
from sciatica_journal.storage.store import Store
from sciatica_journal.storage.tables import ROWS_A_DAY, TABLES, record_of

MOST_COPIED: Final = 128 * 2**20
"""Bytes of a journal that are copied into memory: some hundred years of one with all its versions."""

_LAST: Final = 10_000_000
"""In place of a day's ordinal for what has no day: after all days."""

_Found = tuple[int, str, Any]
"""Ordinal of the day, type, and the record or its row."""


@contextmanager
def one_moment(store: Store) -> Iterator[None]:
    """Read as of one moment: another window cannot change anything in between, and waits for the end."""
    begun = not store.connection.in_transaction
    with explained(store.path):
        if begun:
            store.connection.execute("BEGIN")
        try:
            yield
        finally:
            if begun:
                store.connection.execute("ROLLBACK")


@contextmanager
def as_of_now(store: Store) -> Iterator[Store]:
    """The journal as it is now, to be read at leisure: from a copy in memory, so that nobody waits with a save.

    A journal of more than MOST_COPIED bytes is read in its place, and saves wait for the end.
    """
    ((size,),) = store.rows("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
    if store.is_copy or size > MOST_COPIED:
        with one_moment(store):
            yield store
        return
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as pages:
        with explained(store.path):
            copy_pages(store.connection, pages)
        read = copy(store)
        read.connection, read.is_copy = pages, True
        yield read


def counts(store: Store) -> dict[str, int]:
    """Return how many records of each type there are, those without any left out."""
    found = {kind: store.rows(f"SELECT count(*) FROM {table.name}")[0][0] for kind, table in TABLES.items()}
    for record in set_aside_records(store):
        found[record.TYPE] = found.get(record.TYPE, 0) + 1
    return {kind: count for kind, count in found.items() if count}


def days_of_records(
    store: Store, kinds: Collection[str], *, at_once: bool = False
) -> Generator[list[Record], None, None]:
    """Yield the records of these types, a list a day, oldest day first and records without a day last.

    All is of one moment. With `at_once` the rows are fetched first, for a reader that may take its time: until the
    last record is taken no other window can write otherwise. Raises JournalError for a record that does not read.
    """
    with one_moment(store):
        streams = [_rows(store, kind) for kind in TABLES if kind in kinds] + [_aside(store, kinds)]
        if at_once:
            streams = [iter(list(stream)) for stream in streams]
        else:
            yield from _by_day(streams)
    if at_once:
        yield from _by_day(streams)


def _rows(store: Store, kind: str) -> Iterator[_Found]:
    table = TABLES[kind]
    select = f"SELECT n, {table.selected} FROM {table.name} WHERE n"
    for order, condition in ((0, f">= {ROWS_A_DAY}"), (_LAST, f"< {ROWS_A_DAY}")):
        for n, *row in store.connection.execute(f"{select} {condition} ORDER BY n"):
            yield order or n // ROWS_A_DAY, kind, row


def _aside(store: Store, kinds: Collection[str]) -> Iterator[_Found]:
    records = set_aside_records(store) if set(kinds) & set(SET_ASIDE) else []
    dated = ((one.date.toordinal() if one.date is not None else _LAST, one) for one in records if one.TYPE in kinds)
    yield from sorted(((day, record.TYPE, record) for day, record in dated), key=itemgetter(0))


def _by_day(streams: list[Iterator[_Found]]) -> Iterator[list[Record]]:
    for _, group in groupby(merge(*streams, key=itemgetter(0)), key=itemgetter(0)):
        yield [record_of(kind, found) if isinstance(found, list) else found for _, kind, found in group]
