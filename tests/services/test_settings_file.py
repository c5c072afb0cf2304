"""The settings file: never a reason to stop, never overwritten without its comments and other lines."""

import os
import stat
import tomllib
from pathlib import Path
from time import perf_counter

import pytest

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.domain.settings import Settings
from sciatica_journal.services.settings.settings_file import LARGEST, load_settings, save_settings

OWN = """# my settings
units = "mi"   # I think in miles
colour = "blue"

[keys]
undo = "z"
"""


def test_a_missing_file_is_no_problem(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.toml") == (Settings(), ())
    assert load_settings(tmp_path / "no" / "settings.toml") == (Settings(), ())


@pytest.mark.parametrize(
    "content",
    [b"units = ", b"\xff\xfe\x00", b"\x00" * 50, b"a = " + b"[" * 5000, b"a = " + b"1" * 5000, b"[[[", b"x" * 100_000,
     b'units = "mi"\nunits = "km"', b"day = 2026-02-30"],
    ids=range(9),
)  # fmt: skip
def test_what_is_no_toml_is_told_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    found, problems = load_settings(path)
    assert found == Settings()
    assert len(problems) == 1
    assert problems[0].startswith("settings: ")
    assert problems[0].endswith("The defaults are used.")
    assert len(problems[0].splitlines()) == 1
    with pytest.raises(JournalError) as caught:
        save_settings(path, {"theme": "nord"})
    assert caught.value.hint
    assert path.read_bytes() == content
    assert [item.name for item in tmp_path.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize("size", [LARGEST + 1, 50_000_000])
def test_a_file_far_too_large_is_not_read(tmp_path: Path, size: int) -> None:
    path = tmp_path / "settings.toml"
    with path.open("wb") as file:
        file.write(b'units = "mi"\n')
        file.truncate(size)
    began = perf_counter()
    found, (problem,) = load_settings(path)
    assert found == Settings()
    assert f"{size:,} bytes" in problem
    with pytest.raises(JournalError, match="too large"):
        save_settings(path, {"theme": "nord"})
    assert perf_counter() - began < 0.5
    assert path.stat().st_size == size


def test_a_file_full_of_unknown_names_is_read_soon_and_told_in_few_lines(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('units = "mi"\n' + "".join(f"n{number} = 1\n" for number in range(4993)))
    began = perf_counter()
    found, problems = load_settings(path)
    assert perf_counter() - began < 1
    assert found == Settings(units="mi")
    assert len(problems) == 4
    assert problems[-1] == "settings: and 4,990 more unknown names were ignored."


@pytest.mark.parametrize("deep", ["theme.{} = 1", "[{}]", "x = {{ {} = 1 }}"])
def test_a_name_nested_without_end_does_not_slow_the_start(tmp_path: Path, deep: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("# a comment" + "." * 200 + "\n" + deep.format(".".join(["a"] * 30_000)))
    began = perf_counter()
    found, (problem,) = load_settings(path)
    assert perf_counter() - began < 0.5
    assert found == Settings()
    assert problem == "settings: line 2 of settings.toml has too many dots. The defaults are used."


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()
    found, problems = load_settings(tmp_path / "settings.toml")
    assert found == Settings()
    assert "cannot be read" in problems[0]
    with pytest.raises(JournalError):
        save_settings(tmp_path / "settings.toml", {"theme": "nord"})


def test_saving_keeps_comments_unknown_lines_and_tables(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(OWN)
    save_settings(path, {"theme": "nord", "units": "km"})
    text = path.read_text()
    for kept in ("# my settings", "# I think in miles", 'colour = "blue"', '[keys]\nundo = "z"'):
        assert kept in text
    assert tomllib.loads(text) == {"units": "km", "colour": "blue", "theme": "nord", "keys": {"undo": "z"}}
    found, problems = load_settings(path)
    assert (found.theme, found.units, found.keys) == ("nord", "km", {"undo": "z"})
    assert problems == ("settings: colour is unknown and was ignored.",)


def test_a_new_file_is_private_and_whole(tmp_path: Path) -> None:
    path = tmp_path / "a" / "settings.toml"
    save_settings(path, {"theme": 'say "112" [L5]'})
    assert load_settings(path)[0].theme == 'say "112" [L5]'
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert list(path.parent.iterdir()) == [path]


def test_a_link_to_a_file_kept_elsewhere_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "dotfiles.toml", tmp_path / "settings.toml"
    real.write_text(OWN)
    link.symlink_to(real)
    save_settings(link, {"theme": "nord"})
    assert link.is_symlink()
    assert load_settings(real)[0].theme == "nord"


def test_a_byte_order_mark_is_no_problem(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xef\xbb\xbfunits = 'mi'\n")
    assert load_settings(path) == (Settings(units="mi"), ())
    save_settings(path, {"mode": "light"})
    assert load_settings(path) == (Settings(units="mi", mode="light"), ())


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(OWN)

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(JournalError, match="No space left"):
        save_settings(path, {"theme": "nord"})
    assert path.read_text() == OWN
    assert [item.name for item in tmp_path.iterdir()] == ["settings.toml"]
