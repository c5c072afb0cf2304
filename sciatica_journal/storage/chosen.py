"""Days and runs found by what was named or chosen for them and not written as text.

Of a day these are its factors and spots, of a run its surface, kind, stride and the morning after. One full-text
index holds them, kept by triggers: its rowid is a record's primary key twice, plus one for a run.
"""

import re
from collections.abc import Generator
from sqlite3 import Connection
from typing import Final

from sciatica_journal.storage.snippet import CLOSE, OPEN, TOKENS

INDEX: Final = (
    "CREATE VIRTUAL TABLE chosen_fts USING fts5(day, run, prefix='1 2 3 4 5 6 7 8', "
    "tokenize='unicode61 remove_diacritics 2')"
)

_SHORTEST: Final = 3
"""Letters of a word from which on runs are looked for by it."""

_PLAIN: Final = (("_", " "), ("lowback", "low back"), (" ant", " front"), (" lat", " outer"), (" med", " inner"),
                 (" post", " back"))  # fmt: skip
"""Parts of region codes and qualities, and how they are said."""

_DAY_WORDS: Final = (
    "(SELECT group_concat(word, ', ') FROM (SELECT group_concat({spots}, ' ') AS word FROM json_tree(CASE WHEN "
    "json_valid({row}.spots) THEN {row}.spots ELSE '[]' END) WHERE type = 'text' UNION ALL SELECT key FROM "
    "json_each(CASE WHEN json_valid({row}.factors) THEN {row}.factors ELSE '{{}}' END)))"
)
_RUN_WORDS: Final = (
    "rtrim(coalesce(replace(nullif({row}.surface, 'other'), '_', ' ') || ', ', '') || "
    "CASE {row}.kind WHEN 'walk' THEN 'walk, ' WHEN 'run_walk' THEN 'run-walk, ' ELSE '' END || "
    "CASE {row}.stride WHEN 'changed' THEN 'changed stride, ' WHEN 'limp' THEN 'limped, ' ELSE '' END || "
    "coalesce({row}.response, ''), ', ')"
)
_RUN_HAS: Final = (
    "({row}.surface <> 'other' OR {row}.kind IN ('walk', 'run_walk') OR {row}.stride IN ('changed', 'limp') "
    "OR {row}.response IS NOT NULL)"
)
"""Not that an outing was a run: nearly all are, and would stand before what was written."""

_OF: Final = {
    "day": (0, _DAY_WORDS, "({row}.factors IS NOT NULL OR {row}.spots IS NOT NULL)", ("factors", "spots")),
    "run": (1, _RUN_WORDS, _RUN_HAS, ("surface", "kind", "stride", "response")),
}
"""By table: what is added to the doubled key, its words, whether it has any, and the columns they come from."""


def chosen_triggers() -> dict[str, str]:
    """Return the statements that create the triggers of the index, by trigger name."""
    found = {}
    for table, (odd, _, _, columns) in _OF.items():
        wipe = f"DELETE FROM chosen_fts WHERE rowid = old.n * 2 + {odd};"
        changed = " OR ".join(f"old.{name} IS NOT new.{name}" for name in ("n", *columns))
        for event, when, body in (
            ("insert", "", _adding(table, "new")),
            ("delete", "", wipe),
            ("update", f"WHEN {changed} ", f"{wipe} {_adding(table, 'new')}"),
        ):
            name = f"{table}_chosen_{event}"
            found[name] = f"CREATE TRIGGER {name} AFTER {event.upper()} ON {table} {when}BEGIN {body} END"
    return found


def chosen_so_far() -> list[str]:
    """Return the statements that fill a new index from the rows that are there."""
    return [_adding(table, table, f"FROM {table} ") for table in _OF]


def _adding(table: str, row: str, source: str = "") -> str:
    odd, words, has, _ = _OF[table]
    said = "atom"
    for part, plain in _PLAIN:
        said = f"replace({said}, '{part}', '{plain}')"
    return (
        f"INSERT INTO chosen_fts (rowid, {table}) SELECT {row}.n * 2 + {odd}, "
        f"{words.format(row=row, spots=said)} {source}WHERE {has.format(row=row)};"
    )


def chosen_hits(connection: Connection, expression: str) -> Generator[tuple[int, str, str, str], None, None]:
    """Yield primary key, kind, key and snippet of the records, newest first, that hold all words of an FTS5 expression.

    Runs are looked for by words of three letters and more, and not by the word run itself.
    """
    words = re.findall(r"\w+", expression.lower())
    columns = "day run" if all(len(word) >= _SHORTEST and word != "run" for word in words) else "day"
    rows = connection.execute(
        "SELECT rowid, snippet(chosen_fts, -1, ?, ?, '…', ?) FROM chosen_fts WHERE chosen_fts MATCH ? "
        "ORDER BY rowid DESC",
        (OPEN, CLOSE, TOKENS, f"{{{columns}}} : ({expression})"),
    )
    try:
        for rowid, snippet in rows:
            n, kind = rowid // 2, "run" if rowid % 2 else "day"
            key = "id" if kind == "run" else "date"
            found = connection.execute(f"SELECT {key} FROM {kind} WHERE n = ?", (n,)).fetchone()
            if found is not None:
                yield n, kind, found[0], snippet
    finally:
        rows.close()
