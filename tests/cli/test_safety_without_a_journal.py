"""Safety words need no journal: they are given when it is damaged, and the page can always be read."""

from pathlib import Path

import pytest

from sciatica_journal.cli.main import main


@pytest.fixture
def damaged(home: Path) -> Path:
    home.mkdir()
    (home / "journal.db").write_bytes(b"no journal " * 200)
    return home


def test_a_sign_is_answered_although_nothing_can_be_saved(damaged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["log", "numb between my legs, cannot pee"]) == 2
    error = capsys.readouterr().err
    assert error.index("URGENT") < error.index("damaged or is not a journal")


def test_the_red_flag_page_opens(damaged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["redflags"]) == 0
    captured = capsys.readouterr()
    assert "EMERGENCY" in captured.out
    assert "cannot be read" in captured.err


@pytest.mark.parametrize("line", ["numb calf", "tingling", "weak knee"])
def test_a_sign_without_a_side_is_asked_about(home: Path, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["log", line]) == 0
    captured = capsys.readouterr()
    assert "?" in captured.err
    assert line in captured.out
