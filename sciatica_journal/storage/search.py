"""Full-text search over everything a person wrote or chose, newest first."""

import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from datetime import date
from heapq import merge
from itertools import islice
from sqlite3 import Cursor
from typing import Final, NamedTuple

from sciatica_journal.storage.chosen import chosen_hits
from sciatica_journal.storage.opening import explained
from sciatica_journal.storage.snippet import CLOSE, OPEN, TOKENS, first_snippet, holds_all
from sciatica_journal.storage.store import Store
from sciatica_journal.storage.tables import TABLES, day_of_n

__all__ = ["CLOSE", "OPEN", "Hit", "match_expression", "search", "tidy"]

LONG: Final = 4_000
"""Characters of a record's texts from which on FTS5's own snippet can be slow."""

_Row = tuple[int, str, str, str | None]
"""Primary key, kind and key of a record, and its snippet: None for a long text's."""

_WORD = re.compile(r"\w+")


class Hit(NamedTuple):
    """A record that matches, with a snippet in which OPEN and CLOSE surround each hit."""

    kind: str
    key: str
    date: date
    snippet: str


def match_expression(words: str) -> str:
    """Return the FTS5 expression for what a person typed: every word, each as a beginning.

    The words are quoted, so that nothing of FTS5's own language is understood. Empty for no word.
    """
    return " ".join(f'"{word}"*' for word in _WORD.findall(words))


def search(store: Store, words: str, limit: int = 50) -> list[Hit]:
    """Return the newest `limit` records that hold all the words."""
    expression = match_expression(words)
    if not expression:
        return []
    with explained(store.path), ExitStack() as stack:
        kinds = [kind for kind, table in TABLES.items() if table.texts]
        # An open cursor would keep the file locked against other windows' writes.
        tables = [stack.enter_context(closing(_newest_first(store, kind, expression))) for kind in kinds]
        chosen = stack.enter_context(closing(chosen_hits(store.connection, expression)))
        found = merge(*tables, chosen, _scanned(store, words), key=lambda row: -row[0])
        newest = list(islice(_once(found), limit))
    return [
        Hit(kind, key, day_of_n(n), _readable(_long_snippet(store, kind, n, words) if snippet is None else snippet))
        for n, kind, key, snippet in newest
    ]


def _once(found: Iterable[_Row]) -> Iterator[_Row]:
    """Yield each record once: a run may be found by a text and by its surface as well."""
    seen: set[tuple[str, str]] = set()
    for row in found:
        if row[1:3] not in seen:
            seen.add(row[1:3])
            yield row


def _newest_first(store: Store, kind: str, expression: str) -> Cursor:
    """Return a table's hits one by one: a snippet reads the whole text, so none is made that is not taken.

    The snippet of a long text is left NULL.
    """
    name, key = TABLES[kind].name, TABLES[kind].key
    length = " + ".join(f"coalesce(length({text}), 0)" for text in TABLES[kind].texts)
    return store.connection.execute(
        f"SELECT rowid, '{kind}', (SELECT {key} FROM {name} WHERE n = {name}_fts.rowid), "
        f"CASE WHEN (SELECT {length} FROM {name} WHERE n = {name}_fts.rowid) < {LONG} "
        f"THEN snippet({name}_fts, -1, ?, ?, '…', {TOKENS}) END "
        f"FROM {name}_fts WHERE {name}_fts MATCH ? ORDER BY rowid DESC",
        (OPEN, CLOSE, expression),
    )


def _scanned(store: Store, words: str) -> list[tuple[int, str, str, str]]:
    """Return the hits in the tables that are small and have no index, newest first."""
    found = []
    for kind, table in TABLES.items():
        if not table.scanned:
            continue
        columns = ", ".join(table.scanned)
        for n, key, *texts in store.connection.execute(
            f"SELECT n, {table.key}, {columns} FROM {table.name} WHERE coalesce({columns}, NULL) IS NOT NULL"
        ):
            if holds_all(texts, words):
                found.append((n, kind, key, first_snippet(texts, words)))
    return sorted(found, reverse=True)


def _long_snippet(store: Store, kind: str, n: int, words: str) -> str:
    table = TABLES[kind]
    rows = store.rows(f"SELECT {', '.join(table.texts)} FROM {table.name} WHERE n = ?", n)
    return first_snippet(rows[0], words) if rows else ""


def _readable(snippet: str) -> str:
    """Return a snippet of a JSON list (lines, feelings) without its brackets and quotes."""
    text = snippet.replace('["', "").replace('"]', "").replace('","', "; ")
    return " ".join(text.split())


def tidy(store: Store, name: str) -> None:
    """Inside a transaction: rewrite a table's index, so that no deleted word stays in its pages.

    FTS5 keeps deleted words until segments merge, even with secure_delete on.
    """
    store.connection.execute(f"INSERT INTO {name}_fts ({name}_fts) VALUES ('optimize')")
