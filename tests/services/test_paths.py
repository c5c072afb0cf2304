"""Where the files lie: by the one variable, else by the platform's own folders."""

import os
import pwd
from pathlib import Path

import pytest

from sciatica_journal.domain.errors import JournalUnusable
from sciatica_journal.services.journal.paths import HOME_VARIABLE, Paths, find_paths


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment in which nothing names a folder."""
    for name in list(os.environ):
        if name.startswith("XDG_") or name in ("HOME", HOME_VARIABLE):
            monkeypatch.delenv(name)
    return monkeypatch


def test_one_folder_holds_everything(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    bare.setenv(HOME_VARIABLE, str(tmp_path))
    assert find_paths() == Paths(
        tmp_path / "journal.db", tmp_path / "settings.toml", tmp_path / "backups", tmp_path / "crash.txt"
    )


def test_a_relative_folder_and_a_tilde_are_made_absolute(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    bare.setenv("HOME", str(tmp_path))
    bare.chdir(tmp_path)
    for written in ("j", "./j", "~/j", "  j "):
        bare.setenv(HOME_VARIABLE, written)
        assert find_paths().journal == tmp_path / "j" / "journal.db"


def test_the_platform_s_folders(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    bare.setenv(HOME_VARIABLE, "")
    for name in ("DATA", "CONFIG", "STATE"):
        bare.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    found = find_paths()
    assert found.journal == tmp_path / "DATA" / "sciatica-journal" / "journal.db"
    assert found.settings == tmp_path / "CONFIG" / "sciatica-journal" / "settings.toml"
    assert found.backups == tmp_path / "DATA" / "sciatica-journal" / "backups"
    assert found.crash == tmp_path / "STATE" / "sciatica-journal" / "crash.txt"


def test_without_home_the_account_s_folder_counts(bare: pytest.MonkeyPatch) -> None:
    home = Path(pwd.getpwuid(os.getuid()).pw_dir)
    assert home in find_paths().journal.parents


@pytest.mark.parametrize("written", ["", "~/j", "~nobody-of-that-name/j"])
def test_an_unknown_home_is_told(bare: pytest.MonkeyPatch, written: str) -> None:
    def unknown(_uid: int) -> None:
        raise KeyError("uid not found")

    bare.setattr(pwd, "getpwuid", unknown)
    bare.setenv(HOME_VARIABLE, written)
    with pytest.raises(JournalUnusable, match="home folder is unknown") as caught:
        find_paths()
    assert HOME_VARIABLE in caught.value.hint
