"""What an import costs beside reading its file: ratios to the CSV parser alone. Printed, not asserted.

Targets: a dry run of 3,000 rows under 3 s, the import of them under 5 s, each as a process of its own.
`python -m pytest tests/benchmarks/test_import_plan.py -m benchmark -n 0 -s`
"""

import csv
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from threading import Timer

import pytest

from sciatica_journal.exchange.found import Activity
from sciatica_journal.exchange.watch import Cancelled, Watch
from sciatica_journal.services.exchange.candidates import Reading
from sciatica_journal.services.exchange.converting import candidate_of
from sciatica_journal.services.exchange.importing import run_import
from sciatica_journal.services.exchange.planning import plan_of, terms_of
from sciatica_journal.services.exchange.taking_back import undo_import
from sciatica_journal.services.journal.paths import paths_in
from sciatica_journal.services.journal.session import Session, open_session

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]

ROWS = 3_000
NOW = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)
FIRST_18 = (
    "Activity ID", "Activity Date", "Activity Name", "Activity Type", "Activity Description", "Elapsed Time",
    "Distance", "Max Heart Rate", "Relative Effort", "Commute", "Activity Private Note", "Activity Gear", "Filename",
    "Athlete Weight", "Bike Weight", "Elapsed Time", "Moving Time", "Distance",
)  # fmt: skip
COLUMNS = (*FIRST_18, *(f"Column {number}" for number in range(18, 103)))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = open_session(paths_in(tmp_path / "home"), lambda: NOW)
    yield opened
    opened.close()


def timed(what: Callable[[], object]) -> float:
    start = time.perf_counter()
    what()
    return time.perf_counter() - start


def outings(count: int) -> list[Activity]:
    row = dict.fromkeys(COLUMNS[:45], "cell 123.456")
    return [
        Activity(
            "strava", str(10**10 + number), "Run", "run", start=NOW - timedelta(hours=12 * number + 20),
            distance_km=5 + number % 7, duration_min=30 + number % 9, heart_rate=140, title=f"Run {number}", row=row,
        )
        for number in range(count)
    ]  # fmt: skip


def parsed(path: Path) -> list[list[str]]:
    with path.open(newline="") as file:
        return list(csv.reader(file))


def strava_csv(path: Path) -> None:
    """Write ROWS outings in Strava's layout of 103 columns, half of the cells filled."""
    random, at = Random(2026), NOW
    with path.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(COLUMNS)
        for number in range(ROWS):
            at -= timedelta(hours=random.randrange(8, 16))
            seconds = random.randrange(900, 5400)
            row = [""] * 18 + [f"{random.random():.6f}" if 50 <= n < 80 else "" for n in range(18, 103)]
            kind = random.choice(("Run", "Walk", "Ride"))
            when = f"{at:%b} {at.day}, {at.year}, {at:%I:%M:%S %p}"
            row[:5] = [str(10**10 + number), when, f"Outing {number}, easy", kind, ""]
            row[5:7] = [str(seconds), f"{seconds * 2.7 / 1000:.2f}"]
            row[15:18] = [f"{seconds}.0", f"{seconds - 17}.0", f"{seconds * 2.7}"]
            rows.writerow(row)


def test_a_strava_csv_of_3000_rows_as_a_process(tmp_path: Path) -> None:
    path = tmp_path / "activities.csv"
    strava_csv(path)
    alone = timed(lambda: parsed(path))
    environment = {**os.environ, "SCIATICA_JOURNAL_HOME": str(tmp_path / "home")}

    def command(*words: str) -> Callable[[], object]:
        argv = [sys.executable, "-m", "sciatica_journal", *words]
        return lambda: subprocess.run(argv, env=environment, check=True, capture_output=True)

    start = timed(command("--version"))
    print(f"\n{ROWS:,} rows, {path.stat().st_size / 1e6:.1f} MB; csv alone {alone:.3f} s; a bare command {start:.2f} s")
    for name, target, *words in (
        ("dry run", 3, "import", str(path), "--dry-run"),
        ("import", 5, "import", str(path)),
        ("the same again", 5, "import", str(path)),
        ("taken back", 5, "import", "--undo"),
    ):  # fmt: skip
        took = timed(command(*words))
        print(f"{name}: {took:.2f} s of {target} s, {took / alone:.0f} times csv, {took / start:.1f} times a bare one")


@pytest.mark.parametrize("count", [ROWS, 20_000])
def test_outings_joined_and_written(session: Session, count: int) -> None:
    found = outings(count)
    terms = terms_of(session)
    start = time.perf_counter()
    reading = Reading(("made",), tuple(candidate_of(one, terms) for one in found))
    made = time.perf_counter() - start
    steps = {
        "weighed": timed(lambda: plan_of(session, reading)),
        "imported": timed(lambda: run_import(session, plan_of(session, reading))),
        "weighed again": timed(lambda: plan_of(session, reading)),
        "taken back": timed(lambda: undo_import(session)),
    }
    print(f"\n{count:,} outings turned into records in {made:.2f} s")
    for name, took in steps.items():
        print(f"{name}: {took:.2f} s, {took / made:.1f} times that, {took / count * 1e6:.0f} µs an outing")


def test_stopping_is_felt_at_once(tmp_path: Path) -> None:
    for number, after in enumerate((0.2, 0.6, 1.0, 2.0, 3.0, 4.0)):
        session = open_session(paths_in(tmp_path / str(number)), lambda: NOW)
        terms = terms_of(session)
        reading = Reading(("made",), tuple(candidate_of(one, terms) for one in outings(10_000)))
        watch = Watch()
        stopped: list[float] = []
        timer = Timer(after, lambda watch=watch, stopped=stopped: (stopped.append(time.perf_counter()), watch.stop()))
        timer.start()
        try:
            run_import(session, plan_of(session, reading), watch)
            ended = "done before"
        except Cancelled:
            ended = f"{time.perf_counter() - stopped[0]:.2f} s later"
        timer.cancel()
        session.close()
        print(f"\n10,000 outings stopped after {after} s: {ended} of 0.5 s", end="")
