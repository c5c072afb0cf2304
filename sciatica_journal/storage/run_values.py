"""Runs found by what was chosen for them and not written: surface, kind, stride and the morning after."""

from collections.abc import Generator, Mapping
from sqlite3 import Connection
from typing import Final

from sciatica_journal.storage.snippet import first_snippet

_SHORTEST: Final = 3
"""Letters of a word from which on it is looked for here."""

_VALUES: Final[Mapping[str, tuple[str, ...]]] = {
    "surface": ("road", "pavement", "trail", "grass", "track", "treadmill", "wood", "wet_sand", "dry_sand"),
    "kind": ("walk", "run_walk"),
    "stride": ("changed", "limp"),
    "response": ("settled", "lingering", "flared"),
}
"""By column what is found. Not that an outing was a run: nearly all are, and would stand before what was written."""

_SAID: Final[Mapping[str, str]] = {"changed": "changed stride", "limp": "limped"}
"""Values that are said in other words."""


def runs_with_values(connection: Connection, words: str) -> Generator[tuple[int, str, str, str], None, None]:
    """Yield primary key, "run", key and snippet of the runs, newest first, whose values begin with all of the words.

    Nothing where one of the words begins no value.
    """
    said = words.lower().split()
    wanted = [_columns_of(word) for word in said]
    if not said or not all(wanted):
        return
    each = (
        " OR ".join(f"{column} IN ({', '.join('?' * len(found))})" for column, found in columns.items())
        for columns in wanted
    )
    values = [value for columns in wanted for found in columns.values() for value in found]
    rows = connection.execute(
        f"SELECT n, id, surface, kind, stride, response FROM run WHERE ({') AND ('.join(each)}) ORDER BY n DESC", values
    )
    try:
        for n, key, *held in rows:
            text = ", ".join(_said(value) for value in held if value and value != "usual")
            yield n, "run", key, first_snippet([text], words)
    finally:
        rows.close()


def _said(value: str) -> str:
    return _SAID.get(value, value.replace("_", " "))


def _columns_of(word: str) -> dict[str, list[str]]:
    """Return the values with a part that begins with the word, by column."""
    if len(word) < _SHORTEST:
        return {}
    found = {
        column: [value for value in values if any(part.startswith(word) for part in _said(value).split())]
        for column, values in _VALUES.items()
    }
    return {column: values for column, values in found.items() if values and word != "run"}
