"""Strava's bulk export: `activities.csv`, alone, in a folder or in a ZIP with the files it names.

Read by position, because the column names come in the account's language and five of them come twice. Columns 0 to 14
are for people (local decimals), those from 15 on are for machines (metres, seconds, a dot). The date is UTC. Exports
from before 2020 have ten columns; before July 2019 their names were in lower case and the distance in metres.
"""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Final

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.found import Answers, Found
from sciatica_journal.exchange.parsing.cells import rows_of
from sciatica_journal.exchange.parsing.decoding import head_text
from sciatica_journal.exchange.readers.strava_columns import FEWEST, LANGUAGES, folded_name
from sciatica_journal.exchange.readers.strava_rows import RowReader
from sciatica_journal.exchange.watch import Watch

NAME: Final = "activities.csv"
_ID: Final = re.compile(r"(?<![a-z])id(?![a-z])|identi[ft]")
_RECORDINGS: Final = ("fit", "gpx", "tcx")


def is_mine(files: Sequence[InFile]) -> bool:
    """Return whether there is an `activities.csv` of Strava, or one file that is one."""
    return _table(files) is not None


def read(files: Sequence[InFile], answers: Answers, watch: Watch) -> Iterator[Found]:
    """Yield the activities of the table, then what recordings hold that no row names."""
    table = _table(files)
    if table is None:
        raise InvalidValue("There is no activities.csv of Strava.", "Choose the ZIP that Strava made, or its folder.")
    others = {file.name: file for file in files if file is not table}
    with table.open() as stream:
        rows = rows_of(stream, table.head(), name=table.base)
        _, header = next(rows, (0, []))
        reader = RowReader(header, answers, watch, others, table.name[: -len(table.base)])
        yield from reader.found(rows)
    if not reader.waits:
        yield from _unnamed([file for name, file in others.items() if name not in reader.taken], answers, watch)


def _unnamed(files: Sequence[InFile], answers: Answers, watch: Watch) -> Iterator[Found]:
    """Yield what the recordings hold that no row of the table names."""
    from sciatica_journal.exchange.readers.registry import KINDS

    for kind in _RECORDINGS:
        mine = [file for file in files if file.base.casefold().endswith(f".{kind}")]
        if mine:
            yield from KINDS[kind].load().read(mine, answers, watch)


def _table(files: Sequence[InFile]) -> InFile | None:
    """Return the table: in a folder or ZIP at the top or one folder down, or the only file."""
    if len(files) == 1:
        return files[0] if _is_table(files[0]) else None
    named = [file for file in files if file.base.casefold() == NAME and _depth(file) <= 1]
    return next((file for file in sorted(named, key=_depth) if _is_table(file)), None)


def _depth(file: InFile) -> int:
    """Return how many folders down it is, within the innermost ZIP."""
    return file.name[file.name.lower().rfind(".zip/") + 1 :].removeprefix("zip/").count("/")


def _is_table(file: InFile) -> bool:
    """Return whether the first cells are those of Strava, in a known language or, by the file's name, in another."""
    base = file.base.casefold()
    if not base.endswith((".csv", ".txt")):
        return False
    header = [folded_name(name) for name in _first_row(head_text(file))]
    if len(header) < FEWEST:
        return False
    if header[0] == "id":
        return header[1:4] == ["date", "name", "type"]
    return header[0] in LANGUAGES or (base == NAME and _ID.search(header[0]) is not None)


def _first_row(text: str) -> list[str]:
    line = text.lstrip("\r\n").split("\n", 1)[0]
    return next((row for _, row in rows_of(BytesIO(line.encode("utf-8", "replace")), b"")), [])
