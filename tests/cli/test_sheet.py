"""`sheet`: one page on standard output or as a file, its exit codes, and what it does not load."""

import subprocess
import sys
from pathlib import Path

import pytest

from sciatica_journal.exchange.sheet.text import columns

from .conftest import Cli


def test_without_a_journal_it_says_so_and_creates_nothing(cli: Cli, home: Path) -> None:
    ran = cli("sheet")
    assert (ran.code, ran.out) == (1, "")
    assert "Nothing is recorded from" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert not home.exists()


def test_nothing_is_written_where_nothing_is_recorded(cli: Cli, tmp_path: Path) -> None:
    assert cli("sheet", "-o", str(tmp_path / "a.html")).code == 1
    assert not (tmp_path / "a.html").exists()


def test_it_prints_text_in_eighty_columns(cli: Cli) -> None:
    cli("log", "pain 4, left calf tingling, ran 5k 32:10, stress 9, feeling ashamed")
    ran = cli("sheet")
    assert ran.code == 0
    assert ran.out.startswith("Back and leg pain, on one page\n")
    assert max(map(columns, ran.out.splitlines())) <= 80
    assert "Left leg: median calf of 1 day" in ran.out
    assert "ashamed" not in ran.out
    assert "Stress" not in ran.out


def test_private_items_are_added_by_name_and_others_left_out(cli: Cli) -> None:
    cli("log", "pain 4, stress 9, feeling ashamed, slept 6h")
    ran = cli("sheet", "--with", "feelings, stress", "--without", "sleep")
    assert ran.code == 0
    assert "ashamed (1 day)" in ran.out
    assert "Stress: median 9" in ran.out
    assert "Sleep" not in ran.out
    assert cli("sheet", "--without", "course,flags,checks,sleep").code == 1
    assert cli("sheet", "--with", "everything").code == 2
    assert cli("sheet", "--without", "everything").code == 2


@pytest.mark.parametrize("name", ["a.html", "a.md", "a.txt"])
def test_it_writes_a_new_file_and_refuses_another(cli: Cli, tmp_path: Path, name: str) -> None:
    cli("log", "pain 4")
    path = tmp_path / name
    ran = cli("sheet", "-o", str(path))
    assert ran.code == 0
    assert str(path) in ran.out
    kept = path.read_bytes()
    again = cli("sheet", "-o", str(path))
    assert (again.code, again.out) == (2, "")
    assert "exists already" in again.err
    assert path.read_bytes() == kept


@pytest.mark.parametrize("target", ["a.pdf", "a", "missing/a.html", ""])
def test_a_target_that_cannot_be_is_refused_in_one_line(cli: Cli, tmp_path: Path, target: str) -> None:
    cli("log", "pain 4")
    ran = cli("sheet", "-o", str(tmp_path / target) if target else "")
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_days_are_named_as_everywhere(cli: Cli) -> None:
    cli("log", "pain 4")
    assert "3 Feb 2026 to 3 Mar 2026" in cli("sheet", "--from", "-29d", "--to", "yesterday").err
    ran = cli("sheet", "--from=-29d", "--to", "today", "--json")
    assert (ran.json["from"], ran.json["to"], ran.json["days_logged"]) == ("2026-02-03", "2026-03-04", 1)
    assert cli("sheet", "--from", "2026-09-01").code == 2
    assert cli("sheet", "--from", "today", "--to", "yesterday").code == 2


def test_json_is_one_document_with_the_same_facts(cli: Cli) -> None:
    cli("log", "pain 4")
    ran = cli("sheet", "--json")
    course = next(one for one in ran.json["sections"] if one["item"] == "course")
    assert course["facts"][0]["label"] == "Worst pain"
    assert ran.json["left_out"] == []


def test_it_loads_neither_textual_nor_numpy(cli: Cli, home: Path) -> None:
    cli("log", "pain 4")
    code = (
        "import sys; from sciatica_journal.cli.main import main; main(['sheet', '--to', '2026-03-04']); "
        "print([name for name in ('textual', 'rich', 'numpy', 'sqlite_utils', 'tomlkit', 'markdown_it') "
        "if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip().endswith("[]")
    assert "Back and leg pain" in done.stdout
    assert home.exists()
