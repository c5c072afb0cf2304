"""Red flags that were raised, open until the person records an outcome, and the days that their rules compare."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.plain import Record
from sciatica_journal.storage.store import Store
from sciatica_journal.storage.tables import ROWS_A_DAY, TABLES, first_n, readable, record_of

if TYPE_CHECKING:
    from sciatica_journal.domain.signs.records import LoggedDay


class OpenFlag(NamedTuple):
    """A flag without an outcome; `trigger` is an id of the safety content."""

    id: int
    trigger: str
    tier: str
    date: date


def open_flags(store: Store) -> list[OpenFlag]:
    """Return the flags without an outcome, oldest first."""
    rows = store.rows("SELECT id, trigger, tier, date FROM flag WHERE closed IS NULL ORDER BY id")
    with readable("A red flag"):
        return [OpenFlag(n, trigger, tier, date.fromisoformat(day)) for n, trigger, tier, day in rows]


def raise_flag(store: Store, trigger: str, tier: str, day: date, at: datetime) -> bool:
    """Open a flag unless one of the same trigger is open already. Returns whether it was opened."""
    with store.transaction() as connection:
        found = connection.execute("SELECT 1 FROM flag WHERE trigger = ? AND closed IS NULL", (trigger,)).fetchone()
        if found:
            return False
        connection.execute(
            "INSERT INTO flag (trigger, tier, date, opened) VALUES (?, ?, ?, ?)",
            (trigger, tier, day.isoformat(), at.isoformat()),
        )
        return True


def redate_flag(store: Store, trigger: str, day: date) -> None:
    """Date the open flag of a trigger on another day."""
    with store.transaction() as connection:
        connection.execute("UPDATE flag SET date = ? WHERE trigger = ? AND closed IS NULL", (day.isoformat(), trigger))


def acknowledge_flags(store: Store, at: datetime) -> None:
    """Note that the open flags were read and acknowledged; they stay open."""
    with store.transaction() as connection:
        connection.execute(
            "UPDATE flag SET acknowledged = ? WHERE closed IS NULL AND acknowledged IS NULL", (at.isoformat(),)
        )


def close_flags(store: Store, outcome: str, told: str, at: datetime, trigger: str | None = None) -> int:
    """Close the open flags, or those of one trigger, with an outcome and what the person was told.

    Returns how many were closed.
    """
    with store.transaction() as connection:
        return connection.execute(
            "UPDATE flag SET outcome = ?, told = ?, closed = ?, acknowledged = coalesce(acknowledged, ?) "
            "WHERE closed IS NULL AND trigger = coalesce(?, trigger)",
            (outcome, told, at.isoformat(), at.isoformat(), trigger),
        ).rowcount


class ClosedFlag(NamedTuple):
    """A flag with an outcome; `closed` is the day on which that was recorded."""

    id: int
    trigger: str
    tier: str
    outcome: str
    closed: date
    date: date


def closed_flags(store: Store, since: date) -> list[ClosedFlag]:
    """Return the flags closed on a day or later, the last one first."""
    rows = store.rows(
        "SELECT id, trigger, tier, date, outcome, substr(closed, 1, 10) FROM flag "
        "WHERE substr(closed, 1, 10) >= ? ORDER BY closed DESC, id DESC",
        since.isoformat(),
    )
    with readable("A red flag"):
        return [
            ClosedFlag(n, trigger, tier, outcome or "", date.fromisoformat(closed), date.fromisoformat(day))
            for n, trigger, tier, day, outcome, closed in rows
        ]


def reopen_flag(store: Store, flag: int) -> None:
    """Take the outcome of a flag back: it is open, and not yet acknowledged."""
    with store.transaction() as connection:
        connection.execute(
            "UPDATE flag SET outcome = NULL, told = NULL, closed = NULL, acknowledged = NULL WHERE id = ?", (flag,)
        )


def open_triggers(store: Store) -> dict[str, str]:
    """Return the tier by trigger of the flags without an outcome."""
    return dict(store.rows("SELECT trigger, tier FROM flag WHERE closed IS NULL"))


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


def care_records(store: Store, kind: str, first: date, last: date) -> list[Record]:
    """Return the care records of a kind dated from `first` to `last`; none in a file that has no such table yet."""
    return store.between(kind, first, last) if kind in TABLES else []
