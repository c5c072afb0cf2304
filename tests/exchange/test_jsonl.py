"""JSON lines: lossless both ways, and one bad line refuses the file in words."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import InvalidValue, JournalError, NotThere
from sciatica_journal.domain.plain import Record, from_plain, to_plain
from sciatica_journal.exchange.files.containers import open_bundle
from sciatica_journal.exchange.journal import jsonl
from sciatica_journal.exchange.journal.jsonl import HEADER, read, read_lines, write
from sciatica_journal.exchange.recognise import recognise
from sciatica_journal.exchange.watch import Watch

from .reading import in_file
from .records import TODAY, objects, other_objects

DAY = '{"type":"day","date":"2026-03-01","stress":3}'


def line(**values: Any) -> str:
    return json.dumps(values)


def unique(plain: list[dict[str, Any]]) -> list[Record]:
    return list({(record.TYPE, record.key): record for record in map(from_plain, plain)}.values())


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(objects)
def test_what_was_written_reads_back_the_same_and_writes_the_same_bytes(plain: list[dict[str, Any]]) -> None:
    records = unique(plain)
    lines = list(write(records))
    again = read("\n".join(lines).split("\n"), TODAY)
    assert {(r.TYPE, r.key): to_plain(r) for r in again} == {(r.TYPE, r.key): to_plain(r) for r in records}
    assert list(write(reversed(again))) == lines
    assert all(len(text.splitlines()) == 1 for text in lines)


@given(other_objects)
def test_an_unknown_type_keeps_every_key_and_value(plain: dict[str, Any]) -> None:
    (record,) = read([json.dumps(plain)])
    assert json.loads(list(write([record]))[1]) == plain


def test_the_header_never_varies() -> None:
    assert list(write([])) == [HEADER] == ['{"type":"journal","format":1,"program":"sciatica-journal"}']


def test_the_order_is_by_date_then_type_then_start_then_id() -> None:
    day = "2026-03-01"
    shuffled: list[dict[str, Any]] = [
        {"type": "moon", "id": "e"},
        {"type": "moment", "id": "m", "date": day},
        {"type": "run", "id": "b", "date": day, "start": f"{day}T07:00:00+01:00"},
        {"type": "run", "id": "z", "date": day},
        {"type": "run", "id": "a", "date": day, "start": f"{day}T07:00:00+01:00"},
        {"type": "day", "date": day, "stress": 1},
        {"type": "reflection", "id": "r", "date": day},
        {"type": "run", "id": "y", "date": "2026-02-28"},
    ]
    written = [json.loads(text) for text in write(map(from_plain, shuffled))][1:]
    assert [(item["type"], item.get("id")) for item in written] == [
        ("run", "y"), ("day", None), ("run", "z"), ("run", "a"), ("run", "b"), ("reflection", "r"), ("moment", "m"),
        ("moon", "e"),
    ]  # fmt: skip


def test_the_example_of_the_format_is_written_as_it_was_read() -> None:
    example = (
        '{"type":"run","id":"r1","date":"2026-03-01","start":"2026-03-01T07:10:00+01:00","kind":"run",'
        '"distance_km":5.8,"duration_min":38.0,"surface":"track","effort":4,"pain_before":2,"pain_during":3,'
        '"pain_after":2,"response":"settled","heart_rate":148,"ascent_m":40,"title":"Läuferin [L5-S1]"}'
    )
    assert list(write(read([example])))[1] == example


def test_bom_crlf_blank_lines_and_a_missing_header_are_tolerated() -> None:
    assert (
        read([f"\ufeff{HEADER}\r\n", f"{DAY}\r\n", "\r\n", "\n", ""])
        == read([DAY])
        == [Day(date(2026, 3, 1), stress=3)]
    )


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ("{", "not JSON"),
        ("{} trailing", "not JSON"),
        ("[1]", "no JSON object"),
        ("{}", "no type"),
        ('{"type":"day"}', "no date"),
        ('{"type":"day","date":"2026-02-30"}', "a date that exists"),
        ('{"type":"day","date":"2026-11-23","stress":1}', "in the future"),
        ('{"type":"day","date":"2026-03-01","stress":NaN}', "NaN is not a number"),
        ('{"type":"day","date":"2026-03-01","x":-Infinity}', "-Infinity is not a number"),
        ('{"type":"day","date":"2026-03-01","x":1e400}', "too large"),
        ('{"type":"day","date":"2026-03-01","x":' + "9" * 10_000 + "}", "too many digits"),
        ('{"type":"day","date":"2026-03-01","sleep_hours":' + "9" * 400 + "}", "too large"),
        ('{"type":"day","date":"2026-03-01","x":' + "[" * 100_000, "nested too deeply"),
        ('{"type":"day","date":"2026-03-01","x":' + "[" * 60 + "]" * 60 + "}", "nested too deeply"),
        ('{"type":"day","date":"2026-03-01","stress":1,"stress":2}', "twice"),
        ('{"type":"day","date":"2026-03-01","stress":11}', "from 0 to 10"),
        ('{"type":"reflection","date":"2026-03-01","kept":false,"text":"gone"}', "has no text"),
        ('{"type":"journal","format":2}', "newer program"),
        ('{"type":"journal","format":"1"}', "whole number"),
        ('{"type":"examination","date":20260301}', "a date such as"),
        ('{"type":"day","date":"2026-03-01","stress":4}', "there twice"),
    ],
)
def test_one_bad_line_refuses_the_file_and_is_named(bad: str, words: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        read([HEADER, DAY, bad, DAY], TODAY)
    assert caught.value.message.startswith("line 3: ")
    assert words in str(caught.value)
    assert len(str(caught.value)) < 600


def test_a_record_that_is_there_twice_counts_once_and_another_under_its_id_is_refused() -> None:
    run = {"type": "run", "id": "r", "date": "2026-03-01"}
    assert len(read([line(**run), line(**run)])) == 1
    with pytest.raises(InvalidValue, match=r"line 2: the id 'r' is there twice.*line 1"):
        read([line(**run), line(**run, effort=3)])
    assert len(read([line(**run), line(**(run | {"type": "moment"}))])) == 2


def test_two_lines_about_one_day_are_united_where_they_do_not_contradict() -> None:
    (day,) = read([DAY, line(type="day", date="2026-03-01", mood=5, x=1)])
    assert day == Day(date(2026, 3, 1), stress=3, mood=5, extra={"x": 1})


def test_the_same_id_in_two_unknown_types_is_two_records() -> None:
    assert len(read([line(type="moon", id="1"), line(type="weekly", id="1")])) == 2


@pytest.mark.parametrize("kind", ["appointment", "moon"])
def test_what_is_no_day_run_reflection_or_moment_may_lie_ahead(kind: str) -> None:
    assert len(read([line(type=kind, date="2027-01-05")], TODAY)) == 1


def test_a_care_record_of_another_shape_is_carried_along() -> None:
    plain = {"type": "examination", "id": "e", "date": "2026-03-01", "neurological": "partly"}
    (record,) = read([line(**plain)])
    assert record.TYPE == "other"
    assert json.loads(list(write([record]))[1]) == plain


def test_lone_surrogates_become_visible_everywhere() -> None:
    (day,) = read(['{"type":"day","date":"2026-03-01","note":"a\\ud800b","\\udfff":["\\udc00"],"ok":"\\ud83c\\udfc3"}'])
    assert to_plain(day) == {
        "type": "day", "date": "2026-03-01", "note": "a\ufffdb", "\ufffd": ["\ufffd"], "ok": "🏃",
    }  # fmt: skip


def test_the_records_of_the_documentation_are_read() -> None:
    formats = Path(__file__).parents[2] / "docs" / "formats.md"
    shown = formats.read_text(encoding="utf-8").partition("## JSON lines")[2].partition("(Here each")[0]
    lines = (
        "".join(line[4:] for line in shown.splitlines() if line.startswith("    ")).replace("}{", "}\n{").split("\n")
    )
    assert [record.TYPE for record in read(line.replace('"start":"...",', "") for line in lines)] == [
        "day", "run", "reflection", "moment",
    ]  # fmt: skip


def test_a_missing_id_is_derived_from_the_content() -> None:
    run = line(type="run", date="2026-03-01", distance_km=5)
    assert read([run])[0].key == read([run])[0].key != read([line(type="run", date="2026-03-02")])[0].key


def test_bytes_that_are_no_utf8_are_refused_with_their_line() -> None:
    content = DAY.encode() + b'\n{"type":"day","date":"2026-03-02","note":"K\xfc"}\n'
    with pytest.raises(InvalidValue, match="line 2: This is not UTF-8"):
        read_lines(in_file(content), Watch())


def test_more_than_the_limit_is_refused_also_where_it_has_no_line_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MOST_BYTES", 100)
    assert len(read_lines(in_file(DAY.encode()), Watch())) == 1
    for content in (DAY.encode() + b"\n" * 100, b" " * 101):
        with pytest.raises(InvalidValue, match="more than"):
            read_lines(in_file(content), Watch())


@pytest.mark.parametrize(("name", "words"), [("empty.jsonl", "is empty"), ("/dev/zero", "not a plain file")])
def test_what_is_no_plain_file_with_content_is_refused(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "empty.jsonl").touch()
    with pytest.raises(InvalidValue, match=words):
        open_bundle(tmp_path / name, Watch())
    with pytest.raises(NotThere):
        open_bundle(tmp_path / "missing", Watch())


def parts_at(path: Path) -> list[str]:
    with open_bundle(path, Watch()) as bundle:
        return [part.kind for part in recognise(bundle)]


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04zip", b"SQLite format 3\x00", "{}".encode("utf-16"), b"<kml></kml>", b"date,mood\n", b"\x00"],
)
def test_other_kinds_of_files_are_refused_in_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "export.jsonl"
    path.write_bytes(content)
    with pytest.raises(JournalError, match=r"export\.jsonl"):
        parts_at(path)


def test_json_lines_are_recognised_by_their_content(tmp_path: Path) -> None:
    path = tmp_path / "holiday.txt"
    path.write_text(f"\ufeff\n {DAY}\n", encoding="utf-8")
    assert parts_at(path) == ["jsonl"]
