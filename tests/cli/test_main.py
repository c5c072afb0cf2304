"""The frame: help, version, unknown commands, and failures that nobody foresaw."""

import stat
from pathlib import Path

import pytest

from sciatica_journal import __version__
from sciatica_journal.cli.commands import COMMANDS

from .conftest import Cli


def test_version(cli: Cli) -> None:
    ran = cli("--version")
    assert (ran.code, ran.out, ran.err) == (0, f"sciatica-journal {__version__}\n", "")


def test_help_names_every_command(cli: Cli) -> None:
    ran = cli("--help")
    assert ran.code == 0
    assert all(f"  {name} " in ran.out for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_without_a_journal(cli: Cli, home: Path, name: str) -> None:
    ran = cli(name, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"usage: sciatica-journal {name}")
    assert ran.err == ""
    assert not home.exists()


@pytest.mark.parametrize("words", [("shw",), ("-x",), ("",), ("show", "--nonsense"), ("show", "a", "b"), ("search",)])
def test_what_is_not_understood_is_one_line(cli: Cli, home: Path, words: tuple[str, ...]) -> None:
    ran = cli(*words)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith("sciatica-journal: ")
    assert ran.err.count("\n") == 1
    assert not home.exists()


def test_without_a_terminal_the_app_says_what_to_do(cli: Cli, home: Path) -> None:
    ran = cli()
    assert ran.code == 2
    assert "terminal" in ran.err
    assert "log" in ran.err
    assert ran.err.count("\n") == 1
    assert not home.exists()


def test_an_unforeseen_error_is_one_line_and_a_private_note(
    cli: Cli, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.mkdir()

    def fail(*_: object) -> None:
        secret = "the words of the person"
        raise ZeroDivisionError(len(secret))

    monkeypatch.setattr("sciatica_journal.services.journal.session.Session.today", fail)
    ran = cli("show")
    crash = home / "crash.txt"
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert str(crash) in ran.err
    assert "Traceback" not in ran.err
    assert "ZeroDivisionError" in crash.read_text()
    assert "23" not in crash.read_text().splitlines()[-1], "a message may quote what the person wrote"
    assert stat.S_IMODE(crash.stat().st_mode) == 0o600
    assert [path.name for path in home.iterdir()] == ["crash.txt"]


def test_ctrl_c_is_quiet(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("sciatica_journal.services.journal.session.Session.today", interrupt)
    ran = cli("show")
    assert (ran.code, ran.out, ran.err) == (130, "", "")


def test_problems_of_the_settings_are_told_and_stop_nothing(cli: Cli, home: Path) -> None:
    home.mkdir()
    (home / "settings.toml").write_text('units = "furlongs"\n')
    ran = cli("keys")
    assert ran.code == 0
    assert "furlongs" in ran.err
