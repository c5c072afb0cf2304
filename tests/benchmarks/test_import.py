"""Reading a table of activities, against the csv module alone. Printed, not asserted.

`python -m pytest tests/benchmarks/test_import.py -m benchmark -n 0 -s`
"""

import csv
import os
import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Final

import pytest

from sciatica_journal.exchange.found import Activity
from sciatica_journal.exchange.readers.registry import KINDS
from sciatica_journal.exchange.watch import Watch
from tests.exchange.readers.tables import in_file, strava_header, strava_row, table

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]
ROWS = 3000


_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def strava_table(rows: int = ROWS) -> bytes:
    """Return a run a day over nine years in the newest layout: some 40 filled cells of 103, notes of two lines."""
    numbers = {place: f"{place * 1.2345678901:.12f}" for place in (*range(18, 32), 34, 37, *range(50, 66), 90, 91)}
    body = (
        strava_row(
            numbers
            | {
                0: f"{12_070_555_079 + number}",
                1: f"{_MONTHS[number // 28 % 12]} {number % 28 + 1}, {2014 + number // 336}, 5:53:35 PM",
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


def in_turn(*calls: Callable[[], object], rounds: int = 25) -> list[float]:
    """Return the least milliseconds of CPU of each call, taken in turn: others use the machine too."""
    times: list[list[float]] = [[] for _ in calls]
    for _ in range(rounds):
        for call, taken in zip(calls, times, strict=True):
            began = time.process_time()
            call()
            taken.append(1000 * (time.process_time() - began))
    return [min(taken) for taken in times]


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
    plain, whole = in_turn(alone, ours)
    ratio = f"csv.reader {plain:.0f} ms, reader {whole:.0f} ms: {whole / plain:.2f}"
    print(f"\n{ROWS:,} rows, {len(data) / 1e6:.1f} MB: {ratio}")


def test_the_dry_run_of_a_table(tmp_path: Path) -> None:
    """Goal: under 3 s for the whole command."""
    path = tmp_path / "activities.csv"
    path.write_bytes(strava_table())
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "sciatica_journal", "import", "--dry-run", str(path)],
        env={**os.environ, "SCIATICA_JOURNAL_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        check=True,
    )
    print(f"\n{ROWS:,} rows, dry run: {time.perf_counter() - began:.2f} s")
    assert f"{ROWS:,} new".replace(",", "") in done.stdout.replace(",", "")
