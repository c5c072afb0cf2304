"""The full check of a journal: structure, references and a checksum per row."""

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.storage.opening import explained
from sciatica_journal.storage.store import Store
from sciatica_journal.storage.tables import ROWS_A_DAY, TABLES, checksum, first_n, record_of


def faults(store: Store) -> list[str]:
    """Return what is wrong with the file, in words; empty for a sound journal.

    integrity_check and foreign_key_check see the structure, the checksums see altered text.
    """
    found: list[str] = []
    with explained(store.path):
        for (message,) in store.connection.execute("PRAGMA integrity_check(20)"):
            if message != "ok":
                found.append(f"structure: {message}")
        for row in store.connection.execute("PRAGMA foreign_key_check"):
            found.append(f"reference: table {row[0]}, row {row[1]}")
        for table in TABLES.values():
            sql = f"SELECT checksum, {table.selected} FROM {table.name}"
            for kept, row in ((whole[0], whole[1:]) for whole in store.connection.execute(sql)):
                if checksum(row) != kept:
                    found.append(f"altered: {table.name} {row[table.columns.index(table.key)]}")
    return found


def unreadable(store: Store) -> list[str]:
    """Return the rows whose values this version would refuse, and altered kept versions, in words."""
    # Here, as every save comes by this module's quick check.
    from sciatica_journal.storage.row_checks import wrong_rows
    from sciatica_journal.storage.version_rows import altered_versions

    found: list[str] = []
    for kind, table in TABLES.items():
        for n, *row in store.rows(f"SELECT n, {table.selected} FROM {table.name}"):
            try:
                base = first_n(record_of(kind, row).date)
            except JournalError as error:
                found.append(f"value: {error.message}")
            else:
                if not base <= n < base + ROWS_A_DAY:
                    found.append(f"value: the {kind} {row[table.columns.index(table.key)]} is out of its day")
    return found + altered_versions(store) + list(wrong_rows(store))


def counts(store: Store) -> dict[str, int]:
    """Return the number of records by table."""
    return {name: int(store.rows(f"SELECT count(*) FROM {table.name}")[0][0]) for name, table in TABLES.items()}
