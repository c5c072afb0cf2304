"""What the doctor's sheet asks of the whole file: the first days of sensations, and all red flags."""

from datetime import date
from typing import NamedTuple

from sciatica_journal.domain.legs import SENSATIONS
from sciatica_journal.storage.store import Store
from sciatica_journal.storage.tables import ROWS_A_DAY, day_of_n, first_n, readable


class FlagRow(NamedTuple):
    """A red flag that was raised, with its outcome and what was told where it is closed."""

    trigger: str
    tier: str
    date: date
    outcome: str | None
    told: str | None
    closed: str | None


def first_sensations(store: Store, last: date) -> dict[tuple[str, str], date]:
    """Return the first day up to `last` on which each sensation was logged, by sensation and side as recorded."""
    found: dict[tuple[str, str], date] = {}
    for name in SENSATIONS:
        rows = store.rows(
            f"SELECT {name}, min(n) FROM day WHERE {name} IN ('left', 'right', 'both') AND n < ? GROUP BY {name}",
            first_n(last) + ROWS_A_DAY,
        )
        found.update({(name, side): day_of_n(n) for side, n in rows})
    return found


def all_flags(store: Store, last: date) -> list[FlagRow]:
    """Return the red flags dated up to `last`, oldest first."""
    rows = store.rows(
        "SELECT trigger, tier, date, outcome, told, closed FROM flag WHERE date <= ? ORDER BY date, id",
        last.isoformat(),
    )
    with readable("A red flag"):
        return [FlagRow(trigger, tier, date.fromisoformat(day), *rest) for trigger, tier, day, *rest in rows]
