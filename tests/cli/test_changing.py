"""undo, redo, edit and reflect."""

import stat
from pathlib import Path

import pytest

from .conftest import Cli


@pytest.fixture(autouse=True)
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "runtime"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    return folder


def use_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    editor = tmp_path / "my editor"
    editor.write_text(f"#!/bin/sh\n{script}\n")
    editor.chmod(0o700)
    monkeypatch.setenv("EDITOR", f"'{editor}'")


def test_undo_and_redo(cli: Cli) -> None:
    cli("log", "pain 4")
    undone = cli("undo", "--json")
    assert (undone.code, undone.json) == (0, {"change": "quick line", "date": "2026-03-04"})
    assert cli("show").code == 1
    assert cli("redo").out == "Done again: quick line, Wed 4 Mar 2026.\n"
    assert cli("show", "--json").json["day"]["pain_worst"] == 4
    assert (cli("redo").code, cli("redo").out) == (1, "")


def test_edit_saves_the_note_and_leaves_no_file(
    cli: Cli, tmp_path: Path, runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli("log", "first [/x]")
    use_editor(tmp_path, monkeypatch, 'stat -c %a "$1" "$(dirname "$1")" > "$0.modes"; echo second >> "$1"')
    assert cli("edit").code == 0
    assert cli("show", "--json").json["day"]["note"] == "first [/x]second"
    assert (tmp_path / "my editor.modes").read_text().split() == ["600", "700"]
    assert list(runtime.iterdir()) == []


def test_edit_of_a_past_day_and_an_unchanged_note(
    cli: Cli, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_editor(tmp_path, monkeypatch, "true")
    assert cli("edit").code == 0
    assert not home.exists()
    use_editor(tmp_path, monkeypatch, 'printf "word\\n" > "$1"')
    assert cli("edit", "-3d").code == 0
    assert cli("show", "-3d", "--json").json["day"]["note"] == "word"
    use_editor(tmp_path, monkeypatch, ': > "$1"')
    cli("edit", "-3d")
    assert cli("show", "-3d").code == 1


@pytest.mark.parametrize(
    "script", ['echo lost >> "$1"; exit 3', 'printf "lost\\377" > "$1"', 'yes lost | head -c 5000000 > "$1"']
)
def test_when_editing_fails_the_file_stays(
    cli: Cli, tmp_path: Path, runtime: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    use_editor(tmp_path, monkeypatch, script)
    ran = cli("edit")
    (kept,) = runtime.rglob("*.md")
    assert ran.code == 2
    assert str(kept) in ran.err
    assert ran.err.count("\n") == 1
    assert b"lost" in kept.read_bytes()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert cli("show").code == 1


def test_an_editor_that_fails_on_an_untouched_note_leaves_no_file(
    cli: Cli, tmp_path: Path, runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli("log", "mine")
    use_editor(tmp_path, monkeypatch, "exit 1")
    ran = cli("edit")
    assert (ran.code, ran.err) == (2, "sciatica-journal: The editor ended with code 1; nothing was saved.\n")
    assert list(runtime.iterdir()) == []


def test_what_another_window_wrote_meanwhile_is_kept(
    cli: Cli, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli("log", "first")
    journal = home / "journal.db"
    use_editor(tmp_path, monkeypatch, f"test -f '{journal}' && echo mine >> \"$1\"")
    monkeypatch.setattr("sciatica_journal.cli.edit.view_day", _view_then_write(cli))
    ran = cli("edit")
    assert ran.code == 0
    note = cli("show", "--json").json["day"]["note"]
    assert all(word in note for word in ("first", "mine", "theirs"))


def _view_then_write(cli: Cli):  # type: ignore[no-untyped-def]  # stands in for view_day
    from sciatica_journal.services.entries.days import change_day, view_day

    def view(session, day):  # type: ignore[no-untyped-def]  # stands in for view_day
        seen = view_day(session, day)
        change_day(session, day, {"note": "first theirs"})
        return seen

    return view


@pytest.mark.parametrize("editor", ["", "   ", "/nonexistent/editor", "'unclosed"])
def test_without_an_editor_nothing_is_left_behind(
    cli: Cli, runtime: Path, monkeypatch: pytest.MonkeyPatch, editor: str
) -> None:
    monkeypatch.setenv("EDITOR", editor)
    ran = cli("edit")
    assert ran.code == 2
    assert "EDITOR" in ran.err
    assert list(runtime.iterdir()) == []


def test_a_reflection_is_kept_with_its_ratings(cli: Cli) -> None:
    ran = cli("reflect", "-", "--practice", "kind_coach", "--before", "3", "--after", "6", stdin="[/x] dear me\n")
    assert ran.code == 0
    assert "club-mate" in ran.out
    (kept,) = cli("show", "--json").json["reflections"]
    assert (kept["practice"], kept["before"], kept["after"], kept["text"]) == ("kind_coach", 3, 6, "[/x] dear me")
    assert cli("search", "dear").code == 0


def test_words_that_are_let_go_are_nowhere(cli: Cli, home: Path) -> None:
    ran = cli("reflect", "-", "--let-go", "--before", "3", "--json", stdin="unrepeatable words, want to die\n")
    assert ran.json["kept"] is False
    assert ran.json["flags"] == ["crisis"]
    assert "findahelpline.com" in ran.err
    (kept,) = cli("show", "--json").json["reflections"]
    assert "text" not in kept
    assert kept["before"] == 3
    assert not any(b"unrepeatable" in path.read_bytes() for path in home.rglob("*") if path.is_file())


def test_the_practice_is_todays_unless_named(cli: Cli) -> None:
    today = cli("reflect", "-", "--json", stdin="word").json["practice"]
    assert cli("reflect", "-", "--json", stdin="word").json["practice"] == today
    unknown = cli("reflect", "-", "--practice", "nonsense", stdin="word")
    assert unknown.code == 1
    assert "kind_coach" in unknown.err


@pytest.mark.parametrize("words", [["--before", "11"], ["--after", "-1"], ["--before", "x"], ["file"]])
def test_a_reflection_out_of_range_is_refused_before_writing(cli: Cli, home: Path, words: list[str]) -> None:
    ran = cli("reflect", "-", *words, stdin="word")
    assert (ran.code, ran.out) == (2, "")
    assert not home.exists()


def test_nothing_written_keeps_nothing(cli: Cli, home: Path) -> None:
    assert cli("reflect", "-", stdin=" \n").code == 0
    assert cli("reflect").code == 2
    assert not home.exists()
