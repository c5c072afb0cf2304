"""What a row must be, by table: for the full check, and for rows that come from a backup.

SQLite's own constraints see kinds and ranges of single values. These see what the program reads out of them.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from json import loads
from typing import Any, Final

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.storage.store import Store
from sciatica_journal.storage.tables import ROWS_A_DAY, TABLES, checksum, first_n, record_from, record_of
from sciatica_journal.storage.triggers import LARGEST_NUMBER

REFUSALS: Final = (JournalError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError)
"""What checking a row can raise."""

KIND_OF: Final = {table.name: kind for kind, table in TABLES.items()}
"""The record types by the names of their tables."""

Values = Mapping[str, Any]


def check_row(table: str, values: Values) -> None:
    """Raise one of REFUSALS for a row that the program would not read."""
    if table in KIND_OF:
        _check_record(KIND_OF[table], values)
    elif table in _CHECKS:
        _CHECKS[table](values)


def wrong_rows(store: Store) -> Iterator[str]:
    """Yield what is wrong with rows that hold no records, in words, but for versions whose checksum tells it."""
    for table in _CHECKS:
        names = [name for (name,) in store.rows("SELECT name FROM pragma_table_info(?)", table)]
        for row in store.rows(f"SELECT * FROM {table}") if names else ():  # that a table is missing, the schema tells
            values = dict(zip(names, row, strict=True))
            if table == "version" and _is_altered(values):
                continue
            try:
                check_row(table, values)
            except REFUSALS as error:
                yield f"value: {table} {row[0]!r} does not read: {error}"


def _check_record(kind: str, values: Values) -> None:
    table = TABLES[kind]
    row = [values[name] for name in table.columns]
    if checksum(row) != values["checksum"]:
        raise ValueError("altered")
    base = first_n(record_of(kind, row).date)
    if not base <= values["n"] < base + ROWS_A_DAY:
        raise ValueError("out of its day")


def _check_change(values: Values) -> None:
    _check_number(values["seq"])
    _check_time(values["at"])
    if not isinstance(values["label"], str) or not isinstance(values["window"], str):
        raise TypeError("its label or window is not text")


def _check_version(values: Values) -> None:
    _check_number(values["id"])
    for body in (values["before"], values["after"]):
        if body is not None:
            record = record_from(values["kind"], loads(body))
            if (record.TYPE, record.key) != (values["kind"], values["key"]):
                raise ValueError("of another record")
    if _is_altered(values):
        raise ValueError("altered")


def _is_altered(version: Values) -> bool:
    return bool(checksum([version[name] for name in ("kind", "key", "before", "after")]) != version["checksum"])


def _check_draft(values: Values) -> None:
    date.fromisoformat(values["day"])
    datetime.fromisoformat(values["at"])
    if not isinstance(loads(values["body"]), dict):
        raise ValueError("no draft")


def _check_value(values: Values) -> None:
    loads(values["body"])


def _check_flag(values: Values) -> None:
    from sciatica_journal.storage.set_aside import COLUMNS, flag_of

    _check_number(values["id"])
    flag_of("flag", [values[name] for name in COLUMNS], {})


def _check_time(text: str) -> None:
    """Refuse a time without its offset, or one that cannot be set off against another."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError("its time has no offset")
    at.astimezone(UTC)


def _check_number(number: int) -> None:
    if not 0 <= number <= LARGEST_NUMBER:
        raise ValueError("its number is out of range")


_CHECKS: Final[dict[str, Callable[[Values], None]]] = {
    "change": _check_change, "version": _check_version, "draft": _check_draft, "value": _check_value,
    "flag": _check_flag,
}  # fmt: skip
