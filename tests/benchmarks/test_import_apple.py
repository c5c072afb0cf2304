"""A large Apple Health export: time beside the bare parser's, peak memory, how soon a stop is felt. Printed.

`APPLE_EXPORT_MB=2000 python -m pytest tests/benchmarks/test_import_apple.py -m benchmark -n 0 -s`; small by default.
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from xml.parsers import expat

import pytest

from tests.benchmarks.apple_export import DAYS, write_export

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(1800)]
SIZE = int(os.environ.get("APPLE_EXPORT_MB", "40")) * 10**6
MOST_MB = 250

READ = """
import resource, sys, threading, time
from contextlib import contextmanager
from pathlib import Path
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.readers import apple_health
from sciatica_journal.exchange.watch import Cancelled, Watch

path, stop_after = Path(sys.argv[1]), float(sys.argv[2])

@contextmanager
def opened():
    with path.open("rb") as stream:
        yield stream

watch = Watch()
stopped = []
def stop():
    stopped.append(time.perf_counter())
    watch.stop()
if stop_after:
    threading.Timer(stop_after, stop).start()
start = time.perf_counter()
count = 0
try:
    for _ in apple_health.read([InFile("export.xml", path.stat().st_size, opened)], {}, watch):
        count += 1
except Cancelled:
    start = stopped[0]
unit = 1 if sys.platform == "darwin" else 1024
print(count, time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6)
"""


def measured(path: Path, stop_after: float = 0) -> tuple[int, float, float]:
    """Return what was found, the seconds, and the peak memory in MB, of a reading in a process of its own."""
    words = [sys.executable, "-c", READ, str(path), str(stop_after)]
    count, seconds, peak = subprocess.run(words, capture_output=True, text=True, check=True).stdout.split()
    return int(count), float(seconds), float(peak)


def bare_seconds(path: Path) -> float:
    """Return the seconds of expat alone over the same elements, calling an empty function for each."""
    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.StartElementHandler = lambda _name, _values: None
    parser.EndElementHandler = lambda _name: None
    start = time.perf_counter()
    with path.open("rb") as file:
        held = file.read(1 << 16)
        parser.Parse(held[held.index(b"<HealthData locale") :])
        while chunk := file.read(1 << 16):
            parser.Parse(chunk)
    parser.Parse(b"", True)
    return time.perf_counter() - start


def test_a_large_export_is_streamed(tmp_path: Path) -> None:
    path = tmp_path / "export.xml"
    write_export(path, SIZE)
    size = path.stat().st_size / 1e6
    try:
        bare = bare_seconds(path)
        count, seconds, peak = measured(path)
        print(f"\n{size:,.0f} MB: {seconds:.1f} s ({size / seconds:.0f} MB/s), {seconds / bare:.2f} times the parser")
        print(f"peak memory {peak:.0f} MB; {count:,} found")
        _, late, _ = measured(path, seconds / 3)
        print(f"stopped after {late * 1000:.0f} ms")
    finally:
        path.unlink()
    assert count == 2 * DAYS
    assert peak < MOST_MB
    assert late < 0.5
