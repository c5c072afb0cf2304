"""Many files in processes of their own: in order, each for itself, and stopped at once."""

import io
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import pytest

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.recordings import parallel, worker_process
from sciatica_journal.exchange.recordings.parallel import parsed
from sciatica_journal.exchange.recordings.tracks import Track
from sciatica_journal.exchange.recordings.worker_process import Result, Worker
from sciatica_journal.exchange.watch import Cancelled, Watch
from tests.exchange.recordings import fit_outing, gpx_outing, session


def in_file(name: str, content: bytes, error: Exception | None = None) -> InFile:
    @contextmanager
    def opened() -> Iterator[BinaryIO]:
        if error is not None:
            raise error
        yield io.BytesIO(content)

    return InFile(name, len(content), opened)


@pytest.fixture(autouse=True)
def _two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_cores", lambda: 2)


def metres(result: Result) -> float | None:
    assert isinstance(result, list), result
    assert isinstance(result[0], Track)
    return result[0].metres


def test_files_come_back_in_order_and_spoilt_ones_are_refused_alone() -> None:
    files = [in_file(f"{n}.fit", fit_outing(2, [session(metres=n * 100 + 1)])) for n in range(100)]
    files[3] = in_file("3.fit", b"no FIT file, but bytes of some length")
    files[5] = in_file("5.fit", b"", InvalidValue("5.fit is damaged."))
    found = list(parsed("fit", files, Watch()))
    assert [file.name for file, _ in found] == [file.name for file in files]
    for number, (_, result) in enumerate(found):
        if number in (3, 5):
            assert isinstance(result, InvalidValue)
        else:
            assert metres(result) == number + 0.01


def test_a_file_that_kills_its_process_is_refused_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    kill = "import os; from sciatica_journal.exchange.readers import gpx; old = gpx.parse\n"
    kill += "def parse(stream):\n d = stream.read()\n if b'KILL' in d: os._exit(9)\n"
    kill += " import io; return old(io.BytesIO(d))\ngpx.parse = parse\n"
    start, _, rest = worker_process._CODE.partition("from sciatica_journal")
    monkeypatch.setattr(worker_process, "_CODE", f"{start}\n{kill}\nfrom sciatica_journal{rest}")
    files = [in_file(f"{n}.gpx", gpx_outing(5, name="KILL" if n == 4 else "run")) for n in range(12)]
    results = [result for _, result in parsed("gpx", files, Watch())]
    assert isinstance(results[4], InvalidValue)
    assert all(isinstance(result, list) for number, result in enumerate(results) if number != 4)


def test_memory_is_bounded_where_the_system_can(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("resource")
    hog = "from sciatica_journal.exchange.readers import gpx\n"
    hog += "def parse(stream):\n bytearray(2 << 30)\ngpx.parse = parse\n"
    start, _, rest = worker_process._CODE.partition("from sciatica_journal")
    monkeypatch.setattr(worker_process, "_CODE", f"{start}\n{hog}\nfrom sciatica_journal{rest}")
    worker = Worker("gpx")
    result = worker.parse(in_file("1.gpx", gpx_outing(5)))
    worker.close()
    assert isinstance(result, InvalidValue)
    assert "memory" in result.message


def test_where_processes_cannot_be_started_files_are_parsed_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_process, "_CODE", "raise SystemExit(1)")
    files = [in_file(f"{n}.fit", fit_outing(2)) for n in range(10)]
    assert all(metres(result) == 10123.0 for _, result in parsed("fit", files, Watch()))


@pytest.mark.parametrize("after", [0, 3])
def test_it_stops_within_half_a_second_and_leaves_no_process(after: int) -> None:
    slow = gpx_outing(1500)
    watch = Watch()
    results = parsed("gpx", [in_file(f"{n}.gpx", slow) for n in range(400)], watch)
    for _ in range(after):
        next(results)
    timer = threading.Timer(0.15, watch.stop)
    timer.start()
    begun = time.monotonic()
    with pytest.raises(Cancelled):
        list(results)
    assert time.monotonic() - begun < 1.5, "0.5 s, and what a busy machine adds"
    timer.join()
    assert not [thread for thread in threading.enumerate() if "_work" in thread.name]
    assert not _children()


def _children() -> list[str]:
    lists = Path("/proc/self/task").glob("*/children")
    found = [path.read_text() for path in lists]
    return [child for child in " ".join(found).split() if _is_worker(child)]


def _is_worker(child: str) -> bool:
    try:
        return b"sciatica_journal.exchange.recordings.worker" in Path(f"/proc/{child}/cmdline").read_bytes()
    except OSError:
        return False


def test_few_files_are_parsed_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_process, "_CODE", "raise AssertionError")
    files = [in_file(f"{n}.fit", fit_outing(2)) for n in range(7)]
    assert len(list(parsed("fit", files, Watch()))) == 7
