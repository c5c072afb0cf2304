"""What is asked of runs over many days, read without loading them all."""

from datetime import date
from typing import TYPE_CHECKING, cast

from sciatica_journal.storage.store import Store
from sciatica_journal.storage.tables import day_of_n, first_n

if TYPE_CHECKING:
    from sciatica_journal.domain.run import Run


def last_measured(store: Store, before: date) -> "list[Run]":
    """Return the runs of the last day before `before` that has a run or run-walk with a distance; none: empty."""
    rows = store.rows(
        "SELECT max(n) FROM run WHERE n < ? AND kind IN ('run', 'run_walk') AND distance_km IS NOT NULL",
        first_n(before),
    )
    if rows[0][0] is None:
        return []
    day = day_of_n(rows[0][0])
    return cast("list[Run]", store.between("run", day, day))


def shoes_used(store: Store, limit: int = 50) -> list[str]:
    """Return the shoes that were named, the latest first, out of the last thousand runs that name some."""
    rows = store.rows(
        "SELECT shoes FROM (SELECT n, shoes FROM run WHERE shoes IS NOT NULL ORDER BY n DESC LIMIT 1000) "
        "GROUP BY shoes ORDER BY max(n) DESC LIMIT ?", limit,
    )  # fmt: skip
    return [row[0] for row in rows]
