"""What a ZIP of many FIT and GPX files costs, against the parser alone times files / cores. Printed, not asserted.

Goals: 1.2 times the parser alone, and stopped within 0.5 s.

`python -m pytest tests/benchmarks/test_import_files.py -m benchmark -n 0 -s`; IMPORT_FILES sets how many (300).
"""

import io
import os
import threading
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from sciatica_journal.exchange.files.containers import open_bundle
from sciatica_journal.exchange.readers.registry import KINDS
from sciatica_journal.exchange.recognise import recognise
from sciatica_journal.exchange.recordings.worker import parser_of
from sciatica_journal.exchange.watch import Cancelled, Watch
from tests.exchange.recordings import fit_outing, gpx_outing

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(900)]
FILES: Final = int(os.environ.get("IMPORT_FILES", "300"))
AN_HOUR: Final = 3600
CONTENTS: Final[Mapping[str, Callable[[int], bytes]]] = {"fit": fit_outing, "gpx": gpx_outing}


def cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Spent(NamedTuple):
    """Seconds on the clock, and of computing, with that of ended processes."""

    wall: float
    computing: float


def now() -> Spent:
    times = os.times()
    return Spent(time.perf_counter(), times.user + times.system + times.children_user + times.children_system)


def best(what: Callable[[], object], rounds: int = 3, times: int = 1) -> Spent:
    """What the quickest of some rounds took, for one time each."""
    spent = []
    for _ in range(rounds):
        begun = now()
        for _ in range(times):
            what()
        ended = now()
        spent.append(Spent((ended.wall - begun.wall) / times, (ended.computing - begun.computing) / times))
    return Spent(min(one.wall for one in spent), min(one.computing for one in spent))


def zip_of(folder: Path, kind: str) -> Path:
    path = folder / f"{kind}.zip"
    content = CONTENTS[kind](AN_HOUR)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(FILES):
            archive.writestr(f"activities/{number}.{kind}", content)
    return path


def read_all(path: Path, watch: Watch) -> int:
    with open_bundle(path, watch) as bundle:
        return sum(1 for part in recognise(bundle, watch) for _ in KINDS[part.kind].load().read(part.files, {}, watch))


def read_again_and_again(path: Path, watch: Watch) -> None:
    while True:
        read_all(path, watch)


def fitdecode_alone(content: bytes) -> None:
    from fitdecode import CrcCheck, ErrorHandling, FitReader

    with FitReader(
        io.BytesIO(content), processor=None, check_crc=CrcCheck.DISABLED, error_handling=ErrorHandling.IGNORE
    ) as reader:
        for _ in reader:
            pass


@pytest.mark.parametrize("kind", CONTENTS)
def test_a_zip_of_many_files(tmp_path: Path, kind: str) -> None:
    path = zip_of(tmp_path, kind)
    content = CONTENTS[kind](AN_HOUR)
    parse = parser_of(kind)
    alone = {"our parser": best(lambda: parse(io.BytesIO(content)), times=20)}
    if kind == "fit":
        alone["fitdecode, all off"] = best(lambda: fitdecode_alone(content), times=5)
    counts: list[int] = []
    took = best(lambda: counts.append(read_all(path, Watch())))
    assert counts[-1] == FILES
    print(f"\n{kind}: {FILES} files of an hour in {took.wall:.2f} s, {1000 * took.wall / FILES:.2f} ms each")
    for name, one in alone.items():
        wall, computing = took.wall / (one.wall * FILES / cores()), took.computing / (one.computing * FILES)
        print(f"  {name}: {1000 * one.computing:.2f} ms; goal 1.2; clock {wall:.2f}, computing {computing:.2f}")


@pytest.mark.parametrize("kind", CONTENTS)
def test_stopping(tmp_path: Path, kind: str) -> None:
    path = zip_of(tmp_path, kind)
    watch = Watch()
    stopped: list[float] = []

    def stop() -> None:
        stopped.append(time.perf_counter())
        watch.stop()

    timer = threading.Timer(0.4, stop)
    timer.start()
    with pytest.raises(Cancelled):
        read_again_and_again(path, watch)
    print(f"\n{kind}: stopped after {time.perf_counter() - stopped[0]:.3f} s (goal 0.5)")
    timer.join()
