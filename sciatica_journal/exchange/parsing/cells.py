"""Cells of tables that other programs write: text in any encoding, rows, numbers, durations, dates."""

import csv
import re
from collections.abc import ItemsView, Iterable, Iterator, Mapping, Sequence
from math import isfinite
from typing import BinaryIO, Final, TextIO

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.text import clean, one_line
from sciatica_journal.exchange.parsing.decoding import decoded

LONGEST_LINE: Final = 1 << 20
"""Characters of one line: more than anybody writes, little enough to hold."""
MOST_ROWS: Final = 1_000_000
"""Rows of one table: twenty points a day make half as many in a life."""
_LONGEST_NAME: Final = 100
SPACES: Final = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " "})
SWAPPED: Final = str.maketrans(",.", ".,")
"""Turns a number with a decimal comma into one with a point, and back."""
_PERSONS: Final = re.compile(r"-?(?:\d{1,12}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{0,30})?|-?\.\d{1,30}", re.ASCII)
_CLOCK: Final = re.compile(r"(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2}(?:[.,]\d+)?)", re.ASCII)


def rows_of(stream: BinaryIO, head: bytes, delimiter: str = ",", name: str = "") -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a CSV file of that name, which begins with `head`, as `rows_in` does."""
    text = decoded(stream, head)
    try:
        yield from rows_in(lines_in(text, name), delimiter, name)
    finally:
        text.detach()


def lines_in(text: TextIO, name: str) -> Iterator[str]:
    """Yield the lines of a text of that name with their ends. Raises InvalidValue for a line that is too long."""
    number = 0
    while line := text.readline(LONGEST_LINE):
        number += 1
        if len(line) == LONGEST_LINE:
            raise InvalidValue(f"Line {number}{_of(name)} is far too long.", "It is not a file of this kind.")
        yield line


def rows_in(lines: Iterable[str], delimiter: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of the lines of a table with the line each ends on; empty rows are left out.

    Raises InvalidValue for more than MOST_ROWS, and for what the csv module refuses: a cell longer than its
    limit, which is a quote that was never closed.
    """
    rows = csv.reader(lines, delimiter=delimiter)
    try:
        for count, row in enumerate(rows):
            if count > MOST_ROWS:
                raise InvalidValue(f"{name or 'It'} has more than {MOST_ROWS:,} rows.", "Such a file is not read.")
            if row:
                yield rows.line_num, row
    except csv.Error as error:
        why = "a cell is far too long" if "limit" in str(error) else str(error)
        raise InvalidValue(f"Line {rows.line_num}{_of(name)} is not CSV: {why}.", "Export the file again.") from error


def _of(name: str) -> str:
    return f" of {name}" if name else ""


def folded_name(name: str) -> str:
    """Return a column's name as it is compared."""
    return one_line(name).replace("\u2019", "'").strip("\ufeff ").casefold()


def column(header: Sequence[str], *names: str) -> int | None:
    """Return the place of the first column that has one of the names, by names in order; case does not count."""
    lowered = [one_line(cell).casefold() for cell in header]
    return next((lowered.index(name) for name in map(str.casefold, names) if name in lowered), None)


def cell(row: Sequence[str], place: int | None) -> str:
    """Return a cell without the space around it; empty where the row has none."""
    return row[place].strip() if place is not None and place < len(row) else ""


def line_of(text: str) -> str:
    """Return a cell on one line, as `one_line` does; most are that already, which is quick to see."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return one_line(text)


def column_names(header: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the columns; one that is there twice gets its number from the second on."""
    names: dict[str, None] = {}
    for place, said in enumerate(header, 1):
        name = one_line(said)[:_LONGEST_NAME] or f"column {place}"
        names[name if name not in names else f"{name} ({place})"] = None
    return tuple(names) if len(names) == len(header) else tuple(f"column {place + 1}" for place in range(len(header)))


class Filled(Mapping[str, str]):
    """The filled cells of a row by the names of their columns, from `column_names`.

    Worked out when they are asked for: a dry run needs none, and it would take as long as all the rest.
    """

    __slots__ = ("_names", "_row")

    def __init__(self, names: Sequence[str], row: Sequence[str]) -> None:
        self._names = names
        self._row = row

    def _cells(self) -> dict[str, str]:
        pairs = zip(self._names, self._row, strict=False)
        return {name: clean(value) for name, value in pairs if value and not value.isspace()}

    def __getitem__(self, name: str) -> str:
        return self._cells()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._cells())

    def __len__(self) -> int:
        return len(self._cells())

    def items(self) -> ItemsView[str, str]:
        """Return names and cells."""
        return self._cells().items()

    def __repr__(self) -> str:
        return repr(self._cells())


def number(text: str) -> float | None:
    """Return a number written with a dot, as machines do; None for anything else, also for NaN and infinity."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if isfinite(value) and "_" not in text else None


def local_number(text: str, decimal_comma: bool) -> float | None:
    """Return a number written for people: thousands apart, decimals behind a dot or a comma.

    None where it is not written that way: `5,81` in a file with decimal dots is neither 581 nor surely 5.81.
    """
    bare = text.translate(SPACES).replace(" ", "").replace("'", "").replace("\u2019", "")
    if decimal_comma:
        bare = bare.translate(SWAPPED)
    return float(bare.replace(",", "")) if _PERSONS.fullmatch(bare) else None


def has_decimal_comma(texts: Iterable[str]) -> bool:
    """Return whether numbers of one file are written with a decimal comma.

    Decided by those that can only be read one way: `5,81` and `12,5` have a decimal comma, `5.81` has none;
    `1,024` can be both and says nothing.
    """
    comma = dot = 0
    for text in texts:
        if re.fullmatch(r"\d{1,3}(?:\.\d{3})*,\d{1,2}|\d+,\d{4,}|0,\d+", text):
            comma += 1
        elif re.fullmatch(r"\d{1,3}(?:,\d{3})*\.\d+|\d+\.\d{1,2}|\d+\.\d{4,}", text):
            dot += 1
    return comma > dot


def clock_seconds(text: str) -> float | None:
    """Return the seconds of `20:00`, `1:24:58` or `00:28:10.5`; None for anything else."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    seconds = float(found[3].replace(",", "."))
    if seconds >= 60 or (found[1] and int(found[2]) >= 60):
        return None
    return int(found[1] or 0) * 3600 + int(found[2]) * 60 + seconds
