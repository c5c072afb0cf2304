"""The days that rules over weeks compare, without all else that is recorded on them."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from sciatica_journal.domain.day import Day
from sciatica_journal.storage.store import Store
from sciatica_journal.storage.tables import ROWS_A_DAY, TABLES, first_n, readable, record_of

if TYPE_CHECKING:
    from sciatica_journal.domain.signs.records import LoggedDay


def logged_days(store: Store, first: date, last: date) -> "list[LoggedDay]":
    """Return the few values that the rules over weeks need, of each day from `first` to `last` that has a row."""
    from sciatica_journal.domain.signs.records import LoggedDay

    columns = ", ".join(LoggedDay._fields[1:])
    rows = store.rows(
        f"SELECT n, {columns} FROM day WHERE n >= ? AND n < ?", first_n(first), first_n(last) + ROWS_A_DAY
    )
    with readable("A day"):
        return [LoggedDay(date.fromordinal(n // ROWS_A_DAY), *values) for n, *values in rows]


def days_with_spots(store: Store, first: date, last: date, qualities: Iterable[str]) -> list[Day]:
    """Return the days from `first` to `last` with a spot of one of the qualities."""
    wanted = [f'%"{quality}"%' for quality in qualities]
    likes = " OR ".join("spots LIKE ?" for _ in wanted)
    rows = store.rows(
        f"SELECT {TABLES['day'].selected} FROM day WHERE n >= ? AND n < ? AND ({likes})",
        first_n(first), first_n(last) + ROWS_A_DAY, *wanted,
    )  # fmt: skip
    return [day for row in rows if isinstance(day := record_of("day", row), Day)]
