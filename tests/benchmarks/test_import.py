"""Reading a table of activities, against the csv module alone. Printed, not asserted.

`python -m pytest tests/benchmarks/test_import.py -m benchmark -n 0 -s`
"""

import csv
import time
from collections.abc import Callable
from io import BytesIO, TextIOWrapper

import pytest

from sciatica_journal.exchange.found import Activity
from sciatica_journal.exchange.readers.registry import KINDS
from sciatica_journal.exchange.watch import Watch
from tests.exchange.readers.tables import in_file, strava_header, strava_row, table

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]
ROWS = 3000


def strava_table(rows: int = ROWS) -> bytes:
    """Return three years of runs as the newest layout has them: some 40 filled cells of 103, notes of two lines."""
    numbers = {place: f"{place * 1.2345678901:.12f}" for place in (*range(18, 32), 34, 37, *range(50, 66), 90, 91)}
    body = (
        strava_row(
            numbers
            | {
                0: f"{12_070_555_079 + number}",
                1: f"May {number % 28 + 1}, 20{20 + number // 1000}, {number % 12 + 1}:53:35 PM",
                2: "Morning run, along the river",
                4: 'First line, "quoted"\nand a second' if number % 3 == 0 else "",
                17: f"{5000 + number}.949951171875",
                43: str(number % 10 + 1),
                54: "1653839615.0",
            }
        )
        for number in range(rows)
    )
    return table(strava_header(), *body)


def best(once: Callable[[], object], rounds: int = 15) -> float:
    """Return the least milliseconds of CPU of several rounds."""
    times = []
    for _ in range(rounds):
        began = time.process_time()
        once()
        times.append(time.process_time() - began)
    return 1000 * min(times)


def test_the_table_of_strava() -> None:
    """Goal: at most 2.5 times csv.reader over the same bytes."""
    data = strava_table()

    def alone() -> int:
        return sum(1 for _ in csv.reader(TextIOWrapper(BytesIO(data), "utf-8-sig", newline="")))

    file = in_file("activities.csv", data)
    reader = KINDS["strava"].load()

    def ours() -> int:
        return sum(isinstance(one, Activity) for one in reader.read([file], {}, Watch()))

    assert ours() == ROWS
    plain, whole = best(alone), best(ours)
    ratio = f"csv.reader {plain:.0f} ms, reader {whole:.0f} ms: {whole / plain:.2f}"
    print(f"\n{ROWS:,} rows, {len(data) / 1e6:.1f} MB: {ratio}")
