"""Files, folders and ZIPs as a person names them: read away from the journal, each trouble told in words."""

import gzip
import io
from collections.abc import Callable
from datetime import time, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.domain.run import Run
from sciatica_journal.exchange.found import Refused
from sciatica_journal.exchange.watch import Cancelled, Watch
from sciatica_journal.services.exchange.candidates import AHEAD, Candidate, Reading, Terms
from sciatica_journal.services.exchange.reading_files import read_found
from tests.exchange.recordings import START, fit_outing, fit_time, session
from tests.given import TODAY

TERMS = Terms(TODAY, TODAY + AHEAD, None, time(3), {})
RUN = '{"type":"run","id":"a","date":"2026-03-01","distance_km":5}\n'
STRAVA = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,x,y,Filename\n"
    '1,"Mar 1, 2026, 3:53:35 PM",One,Run,,1428,"3.32",,,\n'
    '2,"Jun 1, 2026, 3:53:35 PM",Two [red],Run,,1428,"3.32",,,\n'
    "3,never,Three,Run,,1428,3.32,,,\n"
)


def write(folder: Path, **files: str) -> Path:
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_text(content, encoding="utf-8")
    return folder


def told(reading: Reading) -> list[str]:
    return [f"{one.place}: {one.why}" for one in reading.found if isinstance(one, Refused)]


def runs(reading: Reading) -> list[str]:
    return [one.record.id for one in reading.found if isinstance(one, Candidate) and isinstance(one.record, Run)]


def as_folder(folder: Path) -> Path:
    return folder


def as_zip(folder: Path) -> Path:
    path = folder.with_suffix(".zip")
    with ZipFile(path, "w") as packed:
        for file in folder.iterdir():
            packed.write(file, file.name)
    return path


@pytest.mark.parametrize("named", [as_folder, as_zip])
def test_one_bad_file_among_others_is_refused_alone(tmp_path: Path, named: Callable[[Path], Path]) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    write(folder, good_jsonl=RUN, bad_jsonl=RUN + '{"type":"day"}\n', notes_txt="hello")
    reading = read_found([named(folder)], TERMS)
    assert runs(reading) == ["a"]
    bad, notes = sorted(told(reading))
    assert bad == "bad.jsonl: line 2: The day has no date."
    assert notes.startswith("notes.txt: ")


def test_fit_files_in_a_folder_and_in_a_zip_are_the_same_outings_and_strange_names_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "watch"
    (folder / "deep").mkdir(parents=True)
    hours = [fit_outing(sessions=[session(start_time=fit_time(START + timedelta(days=n)))]) for n in range(3)]
    (folder / "a.fit").write_bytes(hours[0])
    (folder / "deep" / "b.FIT").write_bytes(hours[1])
    (folder / "deep" / "c.fit.gz").write_bytes(gzip.compress(hours[2]))
    path, inner = tmp_path / "watch.zip", io.BytesIO()
    with ZipFile(inner, "w") as packed:
        packed.writestr("b.FIT", hours[1])
    with ZipFile(path, "w") as packed:
        packed.writestr("a.fit", hours[0])
        packed.writestr("parts/inner.zip", inner.getvalue())
        packed.writestr("c.fit.gz", gzip.compress(hours[2]))
        for name in ("../up.fit", "/etc/abs.fit", "a/../../out.fit", "C:\\win.fit"):
            packed.writestr(name, hours[0])
    there = read_found([folder], TERMS)
    packed_found = read_found([path], TERMS)
    assert (len(runs(there)), told(there)) == (3, [])
    assert sorted(runs(packed_found)) == sorted(runs(there))
    assert len(told(packed_found)) == 4
    assert {file.name for file in tmp_path.iterdir()} == {"watch", "watch.zip"}


def test_a_row_that_cannot_be_is_named_with_its_file(tmp_path: Path) -> None:
    reading = read_found([write(tmp_path, activities_csv=STRAVA) / "activities.csv"], TERMS)
    assert runs(reading) == ["strava-1"]
    future, never = told(reading)
    assert future.startswith("activities.csv, item 2 (Two [red]): 2026-06-0")
    assert never.startswith("activities.csv, line 4: ")


def test_a_file_that_is_all_there_is_raises_what_is_wrong(tmp_path: Path) -> None:
    write(tmp_path, bad_jsonl=RUN + '{"type":"day"}\n', notes_txt="hello", ahead_jsonl=RUN.replace("2026", "2027"))
    for name, why in (
        ("bad.jsonl", "bad.jsonl, line 2"), ("notes.txt", "of no kind"), ("ahead.jsonl", "line 1.*future"),
        ("missing", "not there"),
    ):  # fmt: skip
        with pytest.raises(JournalError, match=why):
            read_found([tmp_path / name], TERMS)


def test_what_files_are_said_to_be_counts(tmp_path: Path) -> None:
    write(tmp_path, good_jsonl=RUN)
    assert runs(read_found([tmp_path / "good.jsonl"], TERMS, "jsonl")) == ["a"]
    with pytest.raises(JournalError):
        read_found([tmp_path / "good.jsonl"], TERMS, "strava")
    with pytest.raises(JournalError, match="Kinds: strava, "):
        read_found([tmp_path / "good.jsonl"], TERMS, "spreadsheet")


def test_reading_can_be_stopped_and_counts(tmp_path: Path) -> None:
    path = write(tmp_path, good_jsonl=RUN) / "good.jsonl"
    watch = Watch()
    read_found([path], TERMS, None, watch)
    assert (watch.items, watch.bytes_total) == (1, len(RUN))
    watch.stop()
    with pytest.raises(Cancelled):
        read_found([path], TERMS, None, watch)
