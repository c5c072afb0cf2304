"""What a bundle is made of."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.files.containers import open_bundle
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.readers.registry import KINDS, Kind
from sciatica_journal.exchange.recognise import Part, recognise
from sciatica_journal.exchange.watch import Cancelled, Watch
from tests.exchange.readers.tables import strava_header, strava_row, table
from tests.exchange.recordings import fit_outing, gpx_outing, tcx_lap, tcx_outing


def parts(path: Path) -> tuple[list[tuple[str, list[str]]], list[str]]:
    with open_bundle(path, Watch()) as bundle:
        found = [(part.kind, [file.name for file in part.files]) for part in recognise(bundle)]
        return found, [f"{one.place}: {one.why}" for one in bundle.left_out]


def test_files_are_told_apart_by_content_and_read_together_by_kind(tmp_path: Path) -> None:
    (tmp_path / "1.bin").write_bytes(gpx_outing())
    (tmp_path / "2.csv").write_bytes(fit_outing())
    (tmp_path / "3").write_bytes(b" \n" + tcx_outing(tcx_lap(1, 1)))
    (tmp_path / "4.fit").write_bytes(gpx_outing())
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    found, left = parts(tmp_path)
    assert found == [("fit", ["2.csv"]), ("gpx", ["1.bin", "4.fit"]), ("tcx", ["3"])]
    assert left == ["photo.jpg: It is a picture. Pictures are not imported."]


def test_looking_at_what_files_are_is_no_progress(tmp_path: Path) -> None:
    for name in ("1.gpx", "2.gpx"):
        (tmp_path / name).write_bytes(gpx_outing())
    watch = Watch()
    with open_bundle(tmp_path, watch) as bundle:
        recognise(bundle, watch)
        assert watch.bytes_read == 0 < watch.bytes_total


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"SQLite format 3\x00", "is a database"),
        (b"%PDF-1.4", "is a PDF"),
        (b"\n <!DOCTYPE html><html>", "is a web page"),
        (b"\x00\x01\x02", "is of no kind"),
        ("one".encode("utf-16"), "is not UTF-8"),
    ],
)
def test_a_single_file_of_no_kind_is_refused_in_words(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(content)
    with pytest.raises(InvalidValue, match=rf"^export\.csv {why}"):
        parts(path)


def test_a_folder_with_nothing_of_any_kind_is_refused_in_words(tmp_path: Path) -> None:
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).write_bytes(b"\xff\xd8\xff")
    with pytest.raises(InvalidValue, match=r"None of the 2 files in .* can be imported"):
        parts(tmp_path)


def whole_export(files: Sequence[InFile]) -> bool:
    return any(file.base == "whole.csv" for file in files)


def test_an_export_of_several_files_is_one_part_also_beside_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = type("Whole", (), {"is_mine": staticmethod(whole_export)})
    kinds = {name: Kind("missing", kind.label, whole=True) for name, kind in KINDS.items() if kind.whole}
    kinds |= {name: KINDS[name] for name in ("fit", "gpx", "tcx")}
    monkeypatch.setattr("sciatica_journal.exchange.recognise.KINDS", kinds)
    monkeypatch.setattr(Kind, "load", lambda kind, old=Kind.load: module if kind.module == "missing" else old(kind))
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.writestr("whole.csv", "x")
        archive.writestr("activities/1.gpx", gpx_outing())
    (tmp_path / "loose.gpx").write_bytes(gpx_outing())
    found, _ = parts(tmp_path)
    assert found == [("strava", ["export.zip/whole.csv", "export.zip/activities/1.gpx"]), ("gpx", ["loose.gpx"])]
    assert parts(tmp_path / "export.zip")[0] == [("strava", ["whole.csv", "activities/1.gpx"])]


@pytest.mark.parametrize("name", ["activities.csv", "strava 2022.csv"])
def test_exports_of_several_programs_in_a_folder_are_each_taken(tmp_path: Path, name: str) -> None:
    """What Strava leaves beside its table is still Strava's: recordings, and tables of no kind."""
    (tmp_path / name).write_bytes(table(strava_header(), strava_row({12: "activities/9.gpx"})))
    (tmp_path / "words.txt").write_text("[2020-06-28 18:22] Ran by the river.\n")
    (tmp_path / "more.jsonl").write_text('{"type":"day","date":"2026-03-01","pain_worst":4}\n')
    (tmp_path / "shoes.csv").write_text("Shoe Name,Shoe Brand\nBlue,Some\n")
    (tmp_path / "activities").mkdir()
    (tmp_path / "activities" / "9.gpx").write_bytes(gpx_outing())
    found, left = parts(tmp_path)
    assert {kind for kind, _ in found} - {"gpx"} == {"strava", "jrnl", "jsonl"}
    assert name in dict(found)["strava"]
    whole = name == "activities.csv"
    assert ("gpx" in dict(found)) == (not whole)
    assert [one.split(":")[0] for one in left] == ([] if whole else ["shoes.csv"])


def test_what_is_of_no_kind_beside_a_strava_export_is_told_but_what_strava_packed_is_not(tmp_path: Path) -> None:
    folder = tmp_path / "downloads"
    for name in ("shoes.csv", "profile (1).csv", "media/1.jpg", "bank.csv", "paper.pdf"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"%PDF-1.4" if name.endswith("pdf") else b"A,B\n1,2\n")
    (folder / "activities.csv").write_bytes(table(strava_header(), strava_row({})))
    found, left = parts(folder)
    assert [kind for kind, _ in found] == ["strava"]
    assert [one.split(":")[0] for one in left] == ["bank.csv", "paper.pdf"]
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.write(folder / "activities.csv", "activities.csv")
        archive.writestr("a_table_new_in_2027.csv", "A,B\n")
    assert parts(tmp_path / "export.zip")[1] == []


@pytest.mark.parametrize("first", ["[Content_Types].xml", "mimetype"])
def test_a_table_saved_by_an_office_program_is_told_as_that(tmp_path: Path, first: str) -> None:
    path = tmp_path / "Activities.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(first, "application/x")
        archive.writestr("xl/sheet1.xml", "<x/>")
    told = r"Activities\.xlsx is a document of an office program"
    with pytest.raises(InvalidValue, match=told):
        parts(path)
    with pytest.raises(InvalidValue, match=told):
        parts(tmp_path)


def test_a_reader_may_look_at_more_than_the_beginning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bytes] = []

    def is_mine(files: Sequence[InFile]) -> bool:
        with files[0].open() as stream:
            seen.append(stream.read())
        return True

    module = type("Curious", (), {"is_mine": staticmethod(is_mine)})
    monkeypatch.setattr(Kind, "load", lambda _: module)
    monkeypatch.setattr("sciatica_journal.exchange.recognise.KINDS", {"fit": KINDS["fit"]})
    path = tmp_path / "long"
    path.write_bytes(bytes(range(256)) * 1000)
    assert parts(path)[0] == [("fit", ["long"])]
    assert seen == [path.read_bytes()]


def test_recognising_stops_when_it_is_stopped(tmp_path: Path) -> None:
    (tmp_path / "1.gpx").write_bytes(gpx_outing())
    with open_bundle(tmp_path, Watch()) as bundle:
        watch = Watch()
        watch.stop()
        with pytest.raises(Cancelled):
            recognise(bundle, watch)
        assert isinstance(recognise(bundle)[0], Part)
