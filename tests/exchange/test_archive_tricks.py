"""The tricks that archives are up to."""

import gzip
import io
import os
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.files import budgets, zip_files
from sciatica_journal.exchange.files.containers import open_bundle
from sciatica_journal.exchange.watch import Watch
from tests.exchange.opening import archive, contents, left_out


@pytest.mark.parametrize("name", ["../out.csv", "a/../../out.csv", "/etc/out.csv", "C:\\out.csv", "..\\out.csv"])
def test_names_that_lead_out_of_an_archive_are_left_out(tmp_path: Path, name: str) -> None:
    path = archive(tmp_path, ("fine.csv", b"fine"), (name, b"bad"))
    assert contents(path) == {"fine.csv": b"fine"}
    assert len(left_out(path)) == 1


def test_names_with_control_characters_are_left_out_and_shown_without(tmp_path: Path) -> None:
    path = archive(tmp_path, ("fine.csv", b"fine"), ("\x1b[31mred\x07.csv", b"bad"))
    (told,) = left_out(path)
    assert told.isprintable()
    assert "control characters" in told


def test_members_without_a_name_are_passed_over(tmp_path: Path) -> None:
    path = archive(tmp_path, ("fine.csv", b"fine"), ("x", b"nameless"))
    path.write_bytes(path.read_bytes().replace(b"x", b"\0"))
    assert contents(path) == {"fine.csv": b"fine"}


def test_links_and_encrypted_members_are_left_out(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = archive(tmp_path, (link, b"/etc/passwd"), ("secret.csv", b"x"), ("fine.csv", b"fine"))
    data = bytearray(path.read_bytes())
    at = data.rfind(b"secret.csv") - 46
    data[at + 8] |= 1
    path.write_bytes(data)
    assert contents(path) == {"fine.csv": b"fine"}
    told = " ".join(left_out(path))
    assert "encrypted" in told
    assert "link" in told


def test_an_archive_of_nothing_but_secrets_says_so(tmp_path: Path) -> None:
    path = archive(tmp_path, ("secret.csv", b"x"))
    data = bytearray(path.read_bytes())
    data[data.rfind(b"secret.csv") - 46 + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(InvalidValue, match="encrypted"):
        open_bundle(path, Watch())


@pytest.mark.parametrize("name", ["zeros.csv", "zeros.gpx.gz"])
def test_bombs_are_stopped_by_what_comes_out_of_them(tmp_path: Path, name: str) -> None:
    zeros = b"\0" * 4_000_000
    path = archive(tmp_path, (name, gzip.compress(zeros) if name.endswith("gz") else zeros))
    with pytest.raises(InvalidValue, match="far more than it may"):
        contents(path)


def test_bombs_in_zips_in_zips_are_left_out(tmp_path: Path) -> None:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as inner:
        inner.writestr("zeros.csv", b"\0" * 4_000_000)
    path = archive(tmp_path, ("fine.csv", b"fine"), ("bomb.zip", stored.getvalue()))
    assert contents(path) == {"fine.csv": b"fine"}
    assert left_out(path) == ["bomb.zip: It unpacks to far more than it may. It is not an export and is not read."]


def test_a_plain_gzip_bomb_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "zeros.csv.gz"
    path.write_bytes(gzip.compress(b"\0" * 4_000_000))
    with pytest.raises(InvalidValue, match="far more than it may"):
        contents(path)


def test_what_a_member_claims_to_hold_is_not_believed(tmp_path: Path) -> None:
    path = archive(tmp_path, ("a.csv", b"a" * 1000))
    data = bytearray(path.read_bytes())
    struct.pack_into("<I", data, data.rfind(b"PK\x01\x02") + 24, 10)
    path.write_bytes(data)
    with pytest.raises(InvalidValue, match="damaged"):
        contents(path)


def test_all_members_together_have_a_budget(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budgets, "_FREE_IN_ALL", 5000)
    monkeypatch.setattr(budgets, "_HIGHEST_RATIO_IN_ALL", 0)
    path = archive(tmp_path, *((f"{number}.csv", b"x" * 1000) for number in range(8)))
    with pytest.raises(InvalidValue, match="far more than it may"):
        contents(path)


def test_members_that_lie_over_each_other_are_refused(tmp_path: Path) -> None:
    """CVE-2024-0450: many names for one member."""
    path = archive(tmp_path, ("a.csv", b"a" * 1000))
    data = path.read_bytes()
    begin = data.rfind(b"PK\x01\x02")
    end = data.rfind(b"PK\x05\x06")
    entry = data[begin:end]
    closing = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2, 2, 2 * len(entry), begin, 0)
    path.write_bytes(data[:begin] + entry * 2 + closing)
    with pytest.raises(InvalidValue, match="over each other"):
        open_bundle(path, Watch())


def test_too_many_names_are_refused_before_they_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archive(tmp_path, *((f"{number}.csv", b"x") for number in range(8)))
    monkeypatch.setattr(zip_files, "MOST_FILES", 5)
    with pytest.raises(InvalidValue, match="more than 5 files"):
        open_bundle(path, Watch())
    monkeypatch.setattr(zip_files, "MOST_FILES", 50)
    monkeypatch.setattr(zip_files, "_LARGEST_DIRECTORY", 100)
    with pytest.raises(InvalidValue, match="more than 50 files"):
        open_bundle(path, Watch())


@pytest.mark.parametrize("cut", [5, 40, 60, 100, -30, -10])
def test_a_zip_that_is_cut_off_is_told(tmp_path: Path, cut: int) -> None:
    path = archive(tmp_path, ("a.csv", os.urandom(100)))
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(InvalidValue):
        contents(path)
