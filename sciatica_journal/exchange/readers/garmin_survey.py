"""A first look through one of Garmin's tables: how its numbers are written, and how fast its runs would have been."""

from collections.abc import Iterable, Sequence
from itertools import islice
from statistics import median
from typing import Final, NamedTuple

from sciatica_journal.exchange.parsing.cells import SWAPPED, cell, clock_seconds, has_decimal_comma, local_number
from sciatica_journal.exchange.parsing.sports import known_sport
from sciatica_journal.exchange.readers.garmin_columns import Columns
from sciatica_journal.exchange.watch import Watch

_SAMPLE: Final = 500
"""Rows of which all cells are looked at, and runs of which the pace is."""


class Survey(NamedTuple):
    """`decimal_comma` holds for the whole file; `minutes_per_unit` is the median of its runs, None without any."""

    decimal_comma: bool
    minutes_per_unit: float | None


def survey(rows: Iterable[tuple[int, list[str]]], columns: Columns, watch: Watch) -> Survey:
    """Return what the rows of a file show. Raises Cancelled."""
    distances: list[str] = []
    others: list[str] = []
    runs: list[tuple[str, float]] = []
    votes = 0
    for number, (_, row) in enumerate(rows):
        watch.check()
        distance = cell(row, columns.distance)
        distances.append(distance)
        if number < _SAMPLE:
            others.extend(map(str.strip, row[4:]))
            _note_run(runs, row, columns, distance)
        if len(distances) >= _SAMPLE:
            votes += _vote(distances)
            distances.clear()
    votes += _vote(distances)
    comma = votes > 0 if votes else has_decimal_comma(others)
    return Survey(comma, _median(runs, comma))


def _vote(distances: Sequence[str]) -> int:
    """Return 1 for a comma, -1 for a dot, 0 where the distances can be read both ways."""
    if has_decimal_comma(distances):
        return 1
    swapped = [text.translate(SWAPPED) for text in distances]
    return -1 if has_decimal_comma(swapped) else 0


def _note_run(runs: list[tuple[str, float]], row: Sequence[str], columns: Columns, distance: str) -> None:
    sport = known_sport(cell(row, 0))
    seconds = clock_seconds(cell(row, columns.time))
    if sport is not None and sport.kind == "run" and seconds and distance:
        runs.append((distance, seconds / 60))


def _median(runs: Sequence[tuple[str, float]], comma: bool) -> float | None:
    paces = [minutes / far for text, minutes in islice(runs, _SAMPLE) if (far := local_number(text, comma) or 0) > 0]
    return median(paces) if paces else None
