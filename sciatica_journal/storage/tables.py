"""How records lie in the tables: one column a field, lists as JSON, a checksum a row.

The primary key `n` is the day's ordinal times 100,000 plus a number within the day, so that the
order of rows is the order of days and newest-first reads and searches need no sorting.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from json import dumps, loads
from typing import Any, Final, NamedTuple
from zlib import crc32

from sciatica_journal.domain.errors import InvalidValue, JournalError
from sciatica_journal.domain.kinds import CARE_KINDS, FIRST_KINDS, RUNNING_KINDS, TRIAL_KINDS
from sciatica_journal.domain.plain import Plain, Record, other_from_plain, to_plain, typed_from_plain
from sciatica_journal.storage.recognising import JournalDamaged

ROWS_A_DAY: Final = 100_000
_JSON: Final = frozenset({"feelings", "spots", "factors", "lines", "extra", "body", "answers", "row"})
FLAGS: Final = frozenset(
    {"uneventful", "kept", "neurological", "leg_worse", "cancer", "steroids", "osteoporosis", "immune", "infection",
     "accident"}
)  # fmt: skip
"""Columns that hold true or false, as 1 or 0."""
_SURROGATE: Final = "[\ud800-\udfff]"
_UNREADABLE: Final = (JournalError, ValueError, TypeError, AttributeError, LookupError, ArithmeticError, RecursionError)
"""What reading a damaged value can raise."""


class Table(NamedTuple):
    """A table of records: its name, the column that identifies a record and all data columns.

    `texts` are the columns that full-text search covers; `scanned` those of tables so small that search reads them.
    """

    name: str
    key: str
    columns: tuple[str, ...]
    texts: tuple[str, ...] = ()
    scanned: tuple[str, ...] = ()

    @property
    def selected(self) -> str:
        """The data columns as SQL."""
        return ", ".join(self.columns)


_NAMES: Final = {"check": "safety_check"}
"""Tables that are not called like their type: CHECK is a word of SQL."""

TABLES: Final[Mapping[str, Table]] = {
    **{
        kind: Table(kind, "date" if kind == "day" else "id", first.columns, first.texts)
        for kind, first in FIRST_KINDS.items()
    },
    "other": Table("other", "id", ("id", "date", "body")),
    **{
        kind: Table(_NAMES.get(kind, kind), "id", later.columns, scanned=later.texts)
        for kind, later in {**CARE_KINDS, **RUNNING_KINDS, **TRIAL_KINDS}.items()
    },
}
"""The record tables by record type."""


def table_of(record: Record) -> Table:
    """Return the table that keeps the record."""
    return TABLES[record.TYPE]


def compact(value: Any) -> str:
    """Return the one JSON text of a value: no spaces, no escapes beyond what JSON needs.

    Lone surrogates, which no file can keep, become U+FFFD. Raises InvalidValue for what JSON cannot say.
    """
    try:
        text = dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except (ValueError, TypeError, RecursionError) as error:
        raise InvalidValue(f"A value cannot be kept ({error}).", "Leave it out.") from error
    return text if text.isascii() else re.sub(_SURROGATE, "\ufffd", text)


@contextmanager
def readable(what: str) -> Iterator[None]:
    """Turn what reading a damaged value raises into words: JournalUnusable."""
    try:
        yield
    except _UNREADABLE as error:
        raise _unreadable(what, error) from error


def _unreadable(what: str, error: BaseException) -> JournalDamaged:
    return JournalDamaged(f"{what} does not read: {error}", "Run `sciatica-journal check`.")


def row_of(record: Record) -> tuple[Any, ...]:
    """Return the record's column values in the table's order."""
    plain = to_plain(record)
    table = table_of(record)
    if record.TYPE == "other":
        day = plain.get("date")
        return (record.key, day, compact(plain))
    extra = {name: plain[name] for name in plain if (name not in table.columns or name == "extra") and name != "type"}
    return tuple(_cell(name, extra or None if name == "extra" else plain.get(name)) for name in table.columns)


def _cell(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in _JSON:
        return compact(value)
    return int(value) if name in FLAGS else value


def plain_of(kind: str, row: Sequence[Any]) -> Plain:
    """Return the plain object that a row holds."""
    table = TABLES[kind]
    values = dict(zip(table.columns, row, strict=True))
    if kind == "other":
        body: Plain = loads(values["body"])
        return body
    plain: Plain = {"type": kind}
    extra: Plain = {}
    for name, value in values.items():
        if value is None:
            continue
        if name == "extra":
            extra = loads(value)
        elif name in _JSON:
            plain[name] = loads(value)
        else:
            plain[name] = bool(value) if name in FLAGS else value
    return {**plain, **extra}


def record_of(kind: str, row: Sequence[Any]) -> Record:
    """Return the record that a row holds. Raises JournalUnusable for values that this version refuses."""
    try:
        return record_from(kind, plain_of(kind, row))
    except _UNREADABLE as error:
        raise _unreadable(f"The {kind} {row[TABLES[kind].columns.index(TABLES[kind].key)]}", error) from error


def record_from(kind: str, plain: Plain) -> Record:
    """Return the record of a table that a plain object describes. Raises InvalidValue for what it refuses."""
    return other_from_plain(plain) if kind == "other" else typed_from_plain(plain)


def checksum(row: Sequence[Any]) -> int:
    """Return the CRC-32 of a row's values: integrity_check does not see altered text, this does."""
    return crc32(repr(tuple(row)).encode("utf-8", "backslashreplace"))


def first_n(day: date | None) -> int:
    """Return the smallest primary key of a day's rows; records without a date come first."""
    return (day.toordinal() if day is not None else 0) * ROWS_A_DAY


def day_of_n(n: int) -> date:
    """Return the day that a primary key belongs to. Raises JournalUnusable for a damaged one."""
    with readable(f"The row {n}"):
        return date.fromordinal(n // ROWS_A_DAY)
