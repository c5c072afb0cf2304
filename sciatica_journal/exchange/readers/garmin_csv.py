"""Garmin Connect's `Activities.csv`: columns by name, wall time, and a distance whose unit is not stated."""

import csv
import re
from collections.abc import Iterator, Sequence
from io import BytesIO, StringIO
from typing import Final

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.found import Answers, Found
from sciatica_journal.exchange.parsing.cells import folded_name, rows_of
from sciatica_journal.exchange.parsing.decoding import head_text
from sciatica_journal.exchange.readers.garmin_columns import TYPES, columns_of
from sciatica_journal.exchange.readers.garmin_rows import RowReader
from sciatica_journal.exchange.readers.garmin_survey import survey
from sciatica_journal.exchange.watch import Watch

_FEWEST: Final = 5
_STAMP: Final = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", re.ASCII)

Rows = Iterator[tuple[int, list[str]]]


def is_mine(files: Sequence[InFile]) -> bool:
    """Return whether a table begins as Garmin's do, by its names or, in an unknown language, by its first row."""
    (file, *_) = files
    head = head_text(file)
    lines = head.splitlines()
    if not lines:
        return False
    rows = _unwrapped(rows_of(BytesIO("\n".join(lines[:2]).encode("utf-8", "replace")), b"", _delimiter(head)))
    _, header = next(rows, (0, []))
    if len(header) < _FEWEST:
        return False
    _, first = next(rows, (0, []))
    if folded_name(header[0]) in TYPES:
        return columns_of(header).time is not None
    return len(first) > 7 and bool(_STAMP.fullmatch(first[1])) and first[2].casefold() in ("true", "false")


def read(files: Sequence[InFile], answers: Answers, watch: Watch) -> Iterator[Found]:
    """Yield the activities of the tables. Each is gone through twice: first for how its numbers are written."""
    for file in files:
        head = head_text(file)
        delimiter = _delimiter(head)
        with file.open() as stream:
            rows = _unwrapped(rows_of(stream, file.head(), delimiter, file.base))
            _, header = next(rows, (0, []))
            columns = columns_of(header)
            if len(header) < _FEWEST or columns.date is None or columns.time is None:
                raise InvalidValue(f"{file.name} has no columns of Garmin.", "Export the list of activities again.")
            seen = survey(rows, columns, watch)
        with file.open() as stream:
            rows = _unwrapped(rows_of(stream, file.head(), delimiter, file.base))
            next(rows, None)
            yield from RowReader(header, columns, seen, answers, watch).found(rows)


def _delimiter(head: str) -> str:
    """Return the comma, or the semicolon of a table that went through a spreadsheet."""
    first = head.split("\n", 1)[0]
    return ";" if first.count(";") > first.count(",") else ","


def _unwrapped(rows: Rows) -> Rows:
    """Yield rows; those that were quoted as a whole are taken apart."""
    for line, row in rows:
        yield line, _parts(row[0]) if len(row) == 1 and "," in row[0] else row


def _parts(text: str) -> list[str]:
    try:
        return next(csv.reader(StringIO(text, newline="")), [text])
    except csv.Error:
        return [text]
