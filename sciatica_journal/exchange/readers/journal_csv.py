"""Our own CSV files: one a record type, recognised by its columns. Everything that they hold comes back."""

import csv
from collections.abc import Iterator, Sequence
from typing import Any, Final

from sciatica_journal.domain.errors import InvalidValue, JournalError
from sciatica_journal.domain.plain import Record, from_plain
from sciatica_journal.domain.text import MAX_TEXT
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.found import Answers, Found, Refused
from sciatica_journal.exchange.journal.csv_cells import LATER_COLUMNS, columns_of, read_cell
from sciatica_journal.exchange.journal.csv_files import FILES
from sciatica_journal.exchange.watch import Watch

_BOM: Final = b"\xef\xbb\xbf"
_BY_NAME: Final = {name: kind for kind, name in FILES.items()}
_LONGEST_LINE: Final = 4 * MAX_TEXT


def is_mine(files: Sequence[InFile]) -> bool:
    """Return whether any of the files is one of ours."""
    return any(_kind_of(file) is not None for file in files)


def read(files: Sequence[InFile], answers: Answers, watch: Watch) -> Iterator[Found]:  # noqa: ARG001  # as all readers
    """Yield the records of the files, and what is wrong with a row. Files of no known type are passed over."""
    limit = csv.field_size_limit(MAX_TEXT + 1)
    try:
        for file in files:
            kind = _kind_of(file)
            if kind is not None:
                yield from _rows(file, kind, watch)
    finally:
        csv.field_size_limit(limit)


def _kind_of(file: InFile) -> str | None:
    """Return the type of the records of a file: by its name, else by its columns."""
    if not file.base.lower().endswith(".csv"):
        return None
    try:
        header = next(csv.reader([file.head().removeprefix(_BOM).partition(b"\n")[0].decode("utf-8")]), [])
    except (UnicodeDecodeError, csv.Error, JournalError):
        return None
    kinds = [_BY_NAME[file.base]] if file.base in _BY_NAME else list(FILES)
    return next((kind for kind in kinds if _is_header(tuple(header), kind)), None)


def _is_header(header: tuple[str, ...], kind: str) -> bool:
    """Return whether these are the columns of a type, as this version writes them or as an earlier one did."""
    columns = columns_of(kind)
    return header in (columns, tuple(name for name in columns if name not in LATER_COLUMNS.get(kind, ())))


def _rows(file: InFile, kind: str, watch: Watch) -> Iterator[Found]:
    with file.open() as stream:
        rows = csv.reader(_lines(file, stream, watch))
        try:
            columns = next(rows, list(columns_of(kind)))
            for row in rows:
                watch.count_item()
                if any(row):
                    yield _record(row, kind, columns, f"{file.name}, line {rows.line_num}")
        except csv.Error as error:
            raise InvalidValue(f"{file.name} is not valid CSV ({error}).", "Export it again.") from error
        except UnicodeDecodeError as error:
            raise InvalidValue(f"{file.name} is not UTF-8 text.", "Save it as UTF-8.") from error


def _lines(file: InFile, stream: Any, watch: Watch) -> Iterator[str]:
    first = True
    while line := stream.readline(_LONGEST_LINE + 1):
        if len(line) > _LONGEST_LINE:
            raise InvalidValue(f"{file.name} has a line of more than {_LONGEST_LINE:,} bytes.", "Export it again.")
        watch.check()
        yield (line.removeprefix(_BOM) if first else line).decode("utf-8")
        first = False


def _record(row: Sequence[str], kind: str, columns: Sequence[str], place: str) -> Record | Refused:
    if len(row) != len(columns):
        return Refused(place, f"It has {len(row)} cells instead of {len(columns)}.")
    try:
        plain = {name: read_cell(cell, kind, name) for name, cell in zip(columns, row, strict=True)}
        if kind in ("other", "profile"):
            return from_plain(plain["body"] or {})
        extra = plain.pop("extra") or {}
        known = {name: value for name, value in plain.items() if value is not None}
        return from_plain({"type": kind, **known, **extra})
    except (JournalError, OverflowError, RecursionError) as error:
        return Refused(place, error.message if isinstance(error, JournalError) else "A number is far too large.")
