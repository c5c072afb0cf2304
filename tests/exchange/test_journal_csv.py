"""Our own CSV files: everything that they hold comes back, and what a spreadsheet made of them is told in words."""

import io
from contextlib import nullcontext
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sciatica_journal.domain.plain import Record, from_plain, to_plain
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.found import Found, Refused
from sciatica_journal.exchange.journal.csv_cells import guarded, read_cell, unguarded, written
from sciatica_journal.exchange.readers.journal_csv import is_mine, read
from sciatica_journal.exchange.watch import Watch
from tests.domain.valid_care_records import care_records
from tests.exchange.exported import csv_files

from .records import objects, texts


def in_file(name: str, content: bytes) -> InFile:
    return InFile(name, len(content), lambda: nullcontext(io.BytesIO(content)))


def files_of(records: list[Record]) -> list[InFile]:
    return [in_file(name, "".join(lines).encode()) for name, lines in csv_files(records).items()]


def read_back(files: list[InFile]) -> list[Found]:
    return list(read(files, {}, Watch()))


def by_key(records: list[Any]) -> dict[tuple[str, str], dict[str, Any]]:
    return {(record.TYPE, record.key): to_plain(record) for record in records}


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=25)
@given(objects, st.lists(care_records, max_size=2))
def test_all_that_was_written_comes_back(plain: list[dict[str, Any]], care: list[Record]) -> None:
    records = [*map(from_plain, plain), *care]
    kept = {(record.TYPE, record.key): record for record in records}
    files = files_of(list(kept.values()))
    assert is_mine(files)
    assert by_key(read_back(files)) == by_key(list(kept.values()))


def test_a_file_that_an_earlier_version_wrote_without_the_stride_is_read() -> None:
    plain = {"type": "run", "id": "r", "date": "2026-03-01", "shoes": "grey", "step": "w1", "stride": "limp", "x": 1}
    (now,) = [file for file in files_of([from_plain(plain)]) if file.base == "runs.csv"]
    with now.open() as stream:
        written_now = stream.read().decode()
    earlier = in_file("runs.csv", written_now.replace(',"stride"', "").replace(',"limp"', "").encode())
    assert is_mine([earlier])
    assert list(by_key(read_back([now])).values()) == [plain]
    assert list(by_key(read_back([earlier])).values()) == [{k: v for k, v in plain.items() if k != "stride"}]
    assert not is_mine([in_file("runs.csv", written_now.replace(',"shoes"', "").encode())])


@given(texts)
def test_the_apostrophe_comes_off_again(text: str) -> None:
    for said in (text, f"'{text}", f"''={text}", f"-{text}"):
        assert unguarded(guarded(said)) == said
        assert not guarded(said).startswith(("=", "-", "+", "@"))


@pytest.mark.parametrize(
    ("column", "value", "cell"),
    [
        ("feelings", ["proud", "[sad]"], "proud; [sad]"),
        ("feelings", ["a; b"], '["a; b"]'),
        ("feelings", ["[1]"], '["[1]"]'),
        ("factors", {"=coffee": -2.0}, "=coffee=-2.0"),
        ("factors", {"a; b": 1}, '{"a; b": 1}'),
        ("spots", [{"region": "calf", "intensity": 4, "qualities": ["dull"]}], "calf 4 dull"),
        ("extra", {"x": [1], "y": "z"}, "x=[1]; y=z"),
        ("extra", {"x": "1"}, '{"x": "1"}'),
        ("uneventful", False, "false"),
    ],
)
def test_a_cell_is_plain_where_it_reads_back_and_json_where_not(column: str, value: Any, cell: str) -> None:
    assert written(value, "day", column) == cell
    assert read_cell(guarded(cell), "day", column) == value


def test_what_a_spreadsheet_made_of_a_row_is_refused_alone() -> None:
    lines = "".join(csv_files([from_plain({"type": "day", "date": "2026-03-01", "sleep_hours": 7.5})])["days.csv"])
    header, row = lines.splitlines()
    rows = (
        header, row.replace('"7.5"', '"7,5"'), row.replace("2026-03-01", "1.3.26"), '"2026-03-02"',
        row.replace('"7.5"', '"nan"'), row.replace('"7.5"', '"lots"'), "",
    )  # fmt: skip
    first, *others = read_back([in_file("days.csv", b"\xef\xbb\xbf" + "\r\n".join(rows).encode())])
    assert to_plain(first) == {"type": "day", "date": "2026-03-01", "sleep_hours": 7.5}  # type: ignore[arg-type]  # a day
    assert [one.place for one in others if isinstance(one, Refused)] == [f"days.csv, line {n}" for n in (3, 4, 5, 6)]


@pytest.mark.parametrize(
    "content", [b"", b"date,mood\r\n", b"\xff\xfeda\x00", b"Activity ID,Activity Date\r\n", b'"unclosed', b"\x00"]
)
def test_other_files_are_not_ours(content: bytes) -> None:
    assert not is_mine([in_file("x.csv", content), in_file("days.txt", content)])
