"""Strava's bulk export: `activities.csv`, alone, in a folder or in a ZIP with the files it names.

Read by position, because the column names come in the account's language and five of them come twice. Columns 0 to 14
are for people (local decimals), those from 15 on are for machines (metres, seconds, a dot). The date is UTC. Exports
from before 2020 have ten columns; before July 2019 their names were in lower case and the distance in metres.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Final

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.found import Answers, Found, Refused
from sciatica_journal.exchange.parsing.cells import folded_name, rows_of
from sciatica_journal.exchange.parsing.decoding import head_text
from sciatica_journal.exchange.readers.strava_columns import FEWEST, LANGUAGES
from sciatica_journal.exchange.readers.strava_rows import RowReader
from sciatica_journal.exchange.watch import Watch

NAME: Final = "activities.csv"
_ID: Final = re.compile(r"(?<![a-z])id(?![a-z])|identi[ft]")
_ROUTES: Final = "/routes/"
_RECORDINGS: Final = ("fit", "gpx", "tcx")


def is_mine(files: Sequence[InFile]) -> bool:
    """Return whether there is an `activities.csv` of Strava, or one file that is one."""
    return next(_main_tables(files), None) is not None


def read(files: Sequence[InFile], answers: Answers, watch: Watch) -> Iterator[Found]:
    """Yield the activities of the tables, then what recordings hold that no row names.

    Of several exports in one folder, what one has already is not yielded again. Raises InvalidValue without a table.
    """
    tables = _tables(files)
    if not tables:
        raise InvalidValue("There is no activities.csv of Strava.", "Choose the ZIP that Strava made, or its folder.")
    others = {file.name: file for file in files if file not in tables}
    read_before: set[str] = set()
    waits = False
    for table in tables:
        with table.open() as stream:
            rows = rows_of(stream, table.head(), name=table.base)
            _, header = next(rows, (0, []))
            reader = RowReader(header, answers, watch, others, table.name[: -len(table.base)])
            found = reader.found(rows, read_before)
            yield from found if len(tables) == 1 else (_of_table(one, table) for one in found)
        waits = waits or reader.waits
        read_before |= reader.seen
        others = {name: file for name, file in others.items() if name not in reader.taken}
    if not waits:
        yield from _unnamed(list(others.values()), answers, watch)


def _of_table(found: Found, table: InFile) -> Found:
    """Return what was found; with the table's name where a row was refused."""
    return replace(found, place=f"{table.name}, {found.place}") if isinstance(found, Refused) else found


def _unnamed(files: Sequence[InFile], answers: Answers, watch: Watch) -> Iterator[Found]:
    """Yield what the recordings hold that no row of the table names.

    A route that Strava planned is a GPX without times in `routes`: it is no outing, and not told as one.
    """
    from sciatica_journal.exchange.readers.registry import KINDS

    for kind in _RECORDINGS:
        mine = [file for file in files if file.base.casefold().endswith(f".{kind}")]
        if mine:
            for one in KINDS[kind].load().read(mine, answers, watch):
                if not (isinstance(one, Refused) and _ROUTES in f"/{one.place.casefold()}"):
                    yield one


def _main_tables(files: Sequence[InFile]) -> Iterator[InFile]:
    """Yield the tables by which an export is known: those at the top or one folder down, or the only file."""
    named = [file for file in files if file.base.casefold() == NAME and _depth(file) <= 1]
    return (file for file in (files if len(files) == 1 else sorted(named, key=_depth)) if _is_table(file))


def _tables(files: Sequence[InFile]) -> list[InFile]:
    """Return all tables: the main ones, then copies by other names or further down, as older downloads are."""
    main = list(_main_tables(files))
    if not main:
        return []
    return main + [file for file in files if file not in main and _is_table(file)]


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
