"""The records of the open journal: reads and checked changes."""

from datetime import date
from typing import TYPE_CHECKING, cast

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import InvalidValue, JournalUnusable
from sciatica_journal.domain.plain import SET_ASIDE, Record
from sciatica_journal.storage.journal_file import JournalFile
from sciatica_journal.storage.tables import ROWS_A_DAY, TABLES, checksum, first_n, record_of, row_of, table_of

if TYPE_CHECKING:
    from sciatica_journal.domain.moment import Moment
    from sciatica_journal.domain.reflection import Reflection
    from sciatica_journal.domain.run import Run


class Store(JournalFile):
    """An open journal, as records. Those set aside are rare: what reads them is loaded where one is met."""

    def day(self, day: date) -> Day:
        """Return the day, an empty one where nothing is recorded."""
        found = self.get("day", day.isoformat())
        return found if isinstance(found, Day) else Day(day)

    def get(self, kind: str, key: str) -> Record | None:
        """Return the record with that key, or None."""
        if kind in SET_ASIDE:
            from sciatica_journal.storage.set_aside import find_set_aside

            return find_set_aside(self, kind, key)
        table = TABLES[kind]
        rows = self.rows(f"SELECT {table.selected} FROM {table.name} WHERE {table.key} = ?", key)
        return record_of(kind, rows[0]) if rows else None

    def runs(self, first: date, last: date) -> "list[Run]":
        """Return the runs of the days, in order."""
        return cast("list[Run]", self.between("run", first, last))

    def reflections(self, first: date, last: date) -> "list[Reflection]":
        """Return the reflections of the days, in order."""
        return cast("list[Reflection]", self.between("reflection", first, last))

    def moments(self, first: date, last: date) -> "list[Moment]":
        """Return the moments of the days, in order of their time."""
        found = cast("list[Moment]", self.between("moment", first, last))
        return sorted(found, key=lambda moment: (moment.date, str(moment.start or "")))

    def between(self, kind: str, first: date, last: date) -> list[Record]:
        """Return the records of a kind from `first` to `last`, both included."""
        table = TABLES[kind]
        rows = self.rows(
            f"SELECT {table.selected} FROM {table.name} WHERE n >= ? AND n < ? ORDER BY n",
            first_n(first),
            first_n(last) + ROWS_A_DAY,
        )
        return [record_of(kind, row) for row in rows]

    def put(self, record: Record) -> None:
        """Write a record inside a transaction, read it back and compare (self-check before COMMIT).

        Raises InvalidValue where its day is full.
        """
        if record.TYPE in SET_ASIDE:
            from sciatica_journal.storage.set_aside import put_set_aside

            put_set_aside(self, record)
            return
        table = table_of(record)
        row = row_of(record)
        n = self._place(record)
        marks = ", ".join("?" * (len(row) + 2))
        updates = ", ".join(f"{name} = excluded.{name}" for name in ("n", *table.columns, "checksum"))
        self.connection.execute(
            f"INSERT INTO {table.name} (n, {table.selected}, checksum) VALUES ({marks}) "
            f"ON CONFLICT ({table.key}) DO UPDATE SET {updates}",
            (n, *row, checksum(row)),
        )
        back = self.connection.execute(f"SELECT {table.selected} FROM {table.name} WHERE n = ?", (n,)).fetchone()
        if back is None or checksum(back) != checksum(row):
            raise JournalUnusable("What was written did not read back the same.", "Nothing was saved; check the disk.")

    def remove(self, kind: str, key: str) -> None:
        """Remove a record inside a transaction."""
        if kind in SET_ASIDE:
            from sciatica_journal.storage.set_aside import remove_set_aside

            remove_set_aside(self, kind, key)
            return
        table = TABLES[kind]
        self.connection.execute(f"DELETE FROM {table.name} WHERE {table.key} = ?", (key,))

    def _place(self, record: Record) -> int:
        """Return the primary key of a record: its own if the day is the same, else the next of its day."""
        table = table_of(record)
        base = first_n(record.date)
        if record.TYPE == "day":
            return base
        own = self.connection.execute(f"SELECT n FROM {table.name} WHERE {table.key} = ?", (record.key,)).fetchone()
        if own is not None and base <= own[0] < base + ROWS_A_DAY:
            return int(own[0])
        last = self.connection.execute(
            f"SELECT max(n) FROM {table.name} WHERE n >= ? AND n < ?", (base, base + ROWS_A_DAY)
        ).fetchone()[0]
        if last == base + ROWS_A_DAY - 1:
            raise InvalidValue(f"{record.date} holds {ROWS_A_DAY:,} records already.", "Nothing was saved.")
        return base if last is None else int(last) + 1
