"""Full-text search over everything a person wrote, newest first."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from sciatica_journal.storage.store import Store
from sciatica_journal.storage.tables import TABLES, day_of_n

OPEN: Final = "\x02"
CLOSE: Final = "\x03"
"""Marks around a hit in a snippet: control characters, which no kept text holds."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Hit:
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
    found: list[tuple[int, str, str, str]] = []
    for kind, table in TABLES.items():
        if not table.texts:
            continue
        rows = store.rows(
            f"SELECT hit.rowid, record.{table.key}, hit.snippet FROM (SELECT rowid, "
            f"snippet({table.name}_fts, -1, ?, ?, '…', 12) AS snippet FROM {table.name}_fts "
            f"WHERE {table.name}_fts MATCH ? ORDER BY rowid DESC LIMIT ?) AS hit "
            f"JOIN {table.name} AS record ON record.n = hit.rowid",
            OPEN, CLOSE, expression, limit,
        )  # fmt: skip
        found.extend((n, kind, key, snippet) for n, key, snippet in rows)
    found.sort(key=lambda row: row[0], reverse=True)
    return [Hit(kind, key, day_of_n(n), _readable(snippet)) for n, kind, key, snippet in found[:limit]]


def _readable(snippet: str) -> str:
    """Return a snippet of a JSON list (lines, feelings) without its brackets and quotes."""
    text = snippet.replace('["', "").replace('"]', "").replace('","', "; ")
    return " ".join(text.split())


def tidy(store: Store, name: str) -> None:
    """Inside a transaction: rewrite a table's index, so that no deleted word stays in its pages.

    FTS5 keeps deleted words until segments merge, even with secure_delete on.
    """
    store.connection.execute(f"INSERT INTO {name}_fts ({name}_fts) VALUES ('optimize')")
