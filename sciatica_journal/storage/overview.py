"""Counts and summaries over many days, read without loading the days themselves."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from sciatica_journal.storage.store import Store
from sciatica_journal.storage.tables import ROWS_A_DAY, first_n

_SUMMARY_TEXT: Final = 200


@dataclass(frozen=True, slots=True)
class DaySummary:
    """What a calendar cell and a list line show of a day. `pain` is the worst, else the morning's."""

    date: date
    pain: int | None = None
    uneventful: bool = False
    furthest: int | None = None
    runs: int = 0
    distance_km: float = 0.0
    response: str | None = None
    reflections: int = 0
    moments: int = 0
    text: str = ""


def summaries(store: Store, first: date, last: date) -> dict[date, DaySummary]:
    """Return a summary of each day from `first` to `last` that holds anything."""
    low, high = first_n(first), first_n(last) + ROWS_A_DAY
    parts: dict[int, dict[str, object]] = {}
    for n, pain, quiet, leg, text in store.rows(
        "SELECT n, coalesce(pain_worst, pain_morning), coalesce(uneventful, 0), "
        "max(coalesce(leg_left, -1), coalesce(leg_right, -1)), substr(coalesce(note, did, ''), 1, ?) "
        "FROM day WHERE n >= ? AND n < ?", _SUMMARY_TEXT, low, high,
    ):  # fmt: skip
        parts[n // ROWS_A_DAY] = {
            "pain": pain, "uneventful": bool(quiet), "furthest": None if leg < 0 else leg, "text": text,
        }  # fmt: skip
    for n, count, km, response in store.rows(
        f"SELECT min(n), count(*), total(distance_km), max(response) FROM run WHERE n >= ? AND n < ? "
        f"GROUP BY n / {ROWS_A_DAY}", low, high,
    ):  # fmt: skip
        parts.setdefault(n // ROWS_A_DAY, {}).update(runs=count, distance_km=km, response=response)
    for kind in ("reflection", "moment"):
        for n, count in store.rows(
            f"SELECT min(n), count(*) FROM {kind} WHERE n >= ? AND n < ? GROUP BY n / {ROWS_A_DAY}", low, high
        ):
            parts.setdefault(n // ROWS_A_DAY, {})[f"{kind}s"] = count
    return {
        (day := date.fromordinal(ordinal)): DaySummary(day, **values)  # type: ignore[arg-type]  # built above by name
        for ordinal, values in parts.items()
    }


def recorded_days(store: Store) -> list[int]:
    """Return the ordinals of all days that hold anything, newest first."""
    unions = " UNION ".join(f"SELECT n / {ROWS_A_DAY} FROM {kind}" for kind in ("day", "run", "reflection", "moment"))
    return [row[0] for row in store.rows(f"{unions} ORDER BY 1 DESC")]


def feelings_used(store: Store, limit: int = 200) -> list[str]:
    """Return the person's own feeling words, the most used first, from the last thousand days."""
    rows = store.rows(
        "SELECT word.value, count(*) FROM (SELECT feelings FROM day WHERE feelings IS NOT NULL "
        "ORDER BY n DESC LIMIT 1000) AS recent, json_each(recent.feelings) AS word "
        "GROUP BY word.value ORDER BY count(*) DESC, word.value LIMIT ?", limit,
    )  # fmt: skip
    return [row[0] for row in rows]


def factors_used(store: Store) -> list[str]:
    """Return the names of the factors of the last hundred days with any, the most used first."""
    rows = store.rows(
        "SELECT item.key, count(*) FROM (SELECT factors FROM day WHERE factors IS NOT NULL "
        "ORDER BY n DESC LIMIT 100) AS recent, json_each(recent.factors) AS item "
        "GROUP BY item.key ORDER BY count(*) DESC, item.key LIMIT 20"
    )
    return [row[0] for row in rows]
