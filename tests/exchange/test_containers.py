"""Files, folders and ZIPs that are named to be imported."""

import gzip
import os
import sys
from pathlib import Path

import pytest

from sciatica_journal.domain.errors import InvalidValue, JournalError, NotThere
from sciatica_journal.exchange.files import budgets, containers, disk_files
from sciatica_journal.exchange.files.containers import open_bundle
from sciatica_journal.exchange.watch import Cancelled, Watch
from tests.exchange.opening import archive, contents, left_out, zipped


def test_a_plain_file_is_its_own_bundle(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"one,two\n")
    assert contents(path) == {"a.csv": b"one,two\n"}


def test_gzip_is_unpacked_wherever_it_is_and_its_ending_not_shown(tmp_path: Path) -> None:
    path = tmp_path / "run.fit.gz"
    path.write_bytes(gzip.compress(b"content"))
    assert contents(path) == {"run.fit": b"content"}
    assert contents(archive(tmp_path, ("a/run.gpx.gz", gzip.compress(b"points"))))["a/run.gpx"] == b"points"


def test_a_folder_is_read_whole_without_links_hidden_files_and_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "b" / "c").mkdir(parents=True)
    (tmp_path / "b" / "c" / "x.gpx").write_bytes(b"x")
    (tmp_path / "a.csv").write_bytes(b"a")
    (tmp_path / ".DS_Store").write_bytes(b"hidden")
    (tmp_path / "__MACOSX").mkdir()
    (tmp_path / "__MACOSX" / "y.gpx").write_bytes(b"y")
    (tmp_path / "empty.csv").touch()
    (tmp_path / "round").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    assert contents(tmp_path) == {"a.csv": b"a", "b/c/x.gpx": b"x"}
    told = " ".join(left_out(tmp_path))
    assert "round: It is a link" in told
    assert "pipe: It is not a plain file" in told
    assert "empty.csv: It is empty" in told


def test_a_large_folder_is_listed_and_one_beyond_the_bound_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(30):
        (tmp_path / f"{number}.txt").write_bytes(b"x")
    assert len(contents(tmp_path)) == 30
    monkeypatch.setattr(disk_files, "MOST_FILES", 20)
    with pytest.raises(InvalidValue, match="more than 20 files"):
        open_bundle(tmp_path, Watch())


def test_zips_in_zips_are_read_two_deep(tmp_path: Path) -> None:
    third = zipped([("deep.csv", b"deep")])
    second = zipped([("inner.csv", b"inner"), ("third.zip", third)])
    path = archive(tmp_path, ("outer.csv", b"outer"), ("sub/second.zip", second))
    assert contents(path) == {"outer.csv": b"outer", "sub/second.zip/inner.csv": b"inner"}
    assert "third.zip" in left_out(path)[0]
    with open_bundle(path, Watch()) as bundle:
        assert bundle.nested == ["sub/second.zip/"]


def test_a_zip_in_a_folder_is_read_and_a_broken_one_told(tmp_path: Path) -> None:
    archive(tmp_path, ("a.csv", b"a"))
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and no more")
    assert contents(tmp_path) == {"export.zip/a.csv": b"a"}
    assert "broken.zip" in left_out(tmp_path)[0]


def test_a_large_zip_in_a_zip_goes_through_a_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "_IN_MEMORY", 10)
    path = archive(tmp_path, ("second.zip", zipped([("inner.csv", b"inner")])))
    assert contents(path) == {"second.zip/inner.csv": b"inner"}
    assert [one.name for one in tmp_path.iterdir()] == ["export.zip"]


def test_a_file_has_a_bound_by_its_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(budgets._MOST_BYTES, "fit", 100)
    path = tmp_path / "a.fit"
    path.write_bytes(b"x" * 101)
    with pytest.raises(InvalidValue, match=r"a\.fit holds more than"):
        contents(path)


def test_a_file_that_changes_while_it_is_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"x" * 200_000)
    bundle = open_bundle(path, Watch())
    with bundle.files[0].open() as stream:
        stream.read(10)
        path.write_bytes(b"y" * 200_001)
        with pytest.raises(InvalidValue, match="changed while"):
            stream.read()


def test_an_archive_that_changes_is_told(tmp_path: Path) -> None:
    path = archive(tmp_path, ("a.csv", b"a"))
    with open_bundle(path, Watch()) as bundle:
        with path.open("ab") as file:
            file.write(b"more")
        with pytest.raises(InvalidValue, match="changed while"):
            bundle.files[0].head()


def test_what_is_not_there_or_holds_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotThere):
        open_bundle(tmp_path / "none", Watch())
    with pytest.raises(InvalidValue, match="holds no files"):
        open_bundle(tmp_path, Watch())
    (tmp_path / "a").touch()
    with pytest.raises(InvalidValue, match="is empty"):
        open_bundle(tmp_path / "a", Watch())


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"x")
    path.chmod(0)
    with pytest.raises(JournalError, match="cannot be read"):
        contents(path)


def test_a_gzip_that_is_cut_off_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(os.urandom(1000))[:-100])
    with pytest.raises(InvalidValue, match="cut off"):
        contents(path)


def test_a_stopped_watch_stops_listing_and_reading(tmp_path: Path) -> None:
    archive(tmp_path, ("a.csv", b"a"))
    watch = Watch()
    with open_bundle(tmp_path, watch) as bundle:
        watch.stop()
        with pytest.raises(Cancelled):
            bundle.files[0].head()
    with pytest.raises(Cancelled):
        open_bundle(tmp_path, watch)


def test_bytes_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"x" * 1000)
    watch = Watch()
    with open_bundle(tmp_path, watch) as bundle:
        assert watch.bytes_total == 1000
        with bundle.files[0].open() as stream:
            stream.read()
    assert watch.bytes_read == 1000


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_names_that_are_no_text_are_shown(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\x1b.csv")).write_bytes(b"x")
    (name,) = contents(tmp_path)
    assert name.encode().decode().isprintable()
