"""Counts and summaries over many days, read without loading the days themselves."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from sciatica_journal.domain.checks import LATEST
from sciatica_journal.storage.store import Store
from sciatica_journal.storage.tables import ROWS_A_DAY, TABLES, first_n

_SUMMARY_TEXT: Final = 200
_HOLDS_ANYTHING: Final = "coalesce({}) IS NOT NULL".format(
    ", ".join(name for name in TABLES["day"].columns if name != "date")
)
"""A day that was cleared again keeps an empty row."""


_DAYS_OF: Final = f"""
    WITH RECURSIVE newest (n) AS (
        SELECT max(n) FROM {{kind}} WHERE n < ?
        UNION ALL
        SELECT (SELECT max(n) FROM {{kind}} WHERE n < newest.n - newest.n % {ROWS_A_DAY})
        FROM newest WHERE newest.n IS NOT NULL LIMIT ?
    )
    SELECT n / {ROWS_A_DAY} FROM newest WHERE n IS NOT NULL"""
"""The days of a table, newest first: one look into the index a day, so that a few cost the same at any size."""

_ALL_DAYS: Final = (
    " UNION ".join(
        f"SELECT n / {ROWS_A_DAY} FROM {kind} WHERE n < ?{f' AND {_HOLDS_ANYTHING}' if kind == 'day' else ''}"
        for kind in ("day", "run", "reflection", "moment")
    )
    + " ORDER BY 1 DESC"
)
"""The days of all tables by reading them whole: for all of them that is quicker."""


@dataclass(frozen=True, slots=True)
class DaySummary:
    """What a calendar cell and a list line show of a day.

    `pain` is the worst, else (then `on_waking`) the morning's; `function` how much was possible, 0-10;
    `furthest` the further of the two legs; `distance_km` and `minutes` those of all runs; `response` the
    worst of them; `text` the beginning of the note, else of what the day held, else of the first moment.
    """

    date: date
    pain: int | None = None
    function: int | None = None
    uneventful: bool = False
    furthest: int | None = None
    runs: int = 0
    distance_km: float = 0.0
    response: str | None = None
    reflections: int = 0
    moments: int = 0
    text: str = ""
    on_waking: bool = False
    minutes: float = 0.0


_Parts = dict[int, dict[str, object]]
"""Fields of summaries by name, for each ordinal of a day."""


def summaries(store: Store, first: date, last: date) -> dict[date, DaySummary]:
    """Return a summary of each day from `first` to `last` that holds anything."""
    low, high = first_n(first), first_n(last) + ROWS_A_DAY
    parts: _Parts = {}
    _add_days(parts, store, low, high)
    _add_runs(parts, store, low, high)
    for kind in ("reflection", "moment"):
        _add_texts(parts, store, kind, low, high)
    return {
        (day := date.fromordinal(ordinal)): DaySummary(day, **values)  # type: ignore[arg-type]  # built above by name
        for ordinal, values in parts.items()
    }


def _add_days(parts: _Parts, store: Store, low: int, high: int) -> None:
    for n, pain, on_waking, function, quiet, leg, text in store.rows(
        "SELECT n, coalesce(pain_worst, pain_morning), pain_worst IS NULL AND pain_morning IS NOT NULL, function, "
        "coalesce(uneventful, 0), max(coalesce(leg_left, -1), coalesce(leg_right, -1)), "
        f"substr(coalesce(note, did, ''), 1, ?) FROM day WHERE n >= ? AND n < ? AND {_HOLDS_ANYTHING}",
        _SUMMARY_TEXT, low, high,
    ):  # fmt: skip
        parts[n // ROWS_A_DAY] = {
            "pain": pain, "on_waking": bool(on_waking), "function": function, "uneventful": bool(quiet),
            "furthest": None if leg < 0 else leg, "text": text,
        }  # fmt: skip


def _add_runs(parts: _Parts, store: Store, low: int, high: int) -> None:
    # In the alphabet flared comes before lingering before settled, so the least is the worst.
    for n, count, km, minutes, response in store.rows(
        "SELECT min(n), count(*), total(distance_km), total(duration_min), min(response) FROM run "
        f"WHERE n >= ? AND n < ? GROUP BY n / {ROWS_A_DAY}", low, high,
    ):  # fmt: skip
        parts.setdefault(n // ROWS_A_DAY, {}).update(runs=count, distance_km=km, minutes=minutes, response=response)


def _add_texts(parts: _Parts, store: Store, kind: str, low: int, high: int) -> None:
    """Count reflections or moments; a moment's words stand in where the day itself has none."""
    for n, count, text in store.rows(
        f"SELECT min(n), count(*), substr(coalesce(text, ''), 1, ?) FROM {kind} WHERE n >= ? AND n < ? "
        f"GROUP BY n / {ROWS_A_DAY}", _SUMMARY_TEXT, low, high,
    ):  # fmt: skip
        part = parts.setdefault(n // ROWS_A_DAY, {})
        part[f"{kind}s"] = count
        if kind == "moment" and not part.get("text"):
            part["text"] = text


def recorded_days(store: Store, before: int | None = None, limit: int = -1) -> list[int]:
    """Return the ordinals of the days that hold anything, newest first.

    At most `limit` of them (-1: all), and only days before the ordinal `before`.
    """
    below = first_n(LATEST) + ROWS_A_DAY if before is None else before * ROWS_A_DAY
    if limit < 0:
        return [row[0] for row in store.rows(_ALL_DAYS, *[below] * 4)]
    days = store.rows(
        f"SELECT n / {ROWS_A_DAY} FROM day WHERE n < ? AND {_HOLDS_ANYTHING} ORDER BY n DESC LIMIT ?", below, limit
    )
    found = {ordinal for (ordinal,) in days}
    for kind in ("run", "reflection", "moment"):
        found.update(ordinal for (ordinal,) in store.rows(_DAYS_OF.format(kind=kind), below, limit))
    return sorted(found, reverse=True)[:limit]


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
