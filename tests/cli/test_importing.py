"""import: what it says, what it asks, and that it can be stopped at any moment."""

import io
import json
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

from sciatica_journal.cli.main import main
from sciatica_journal.cli.progress import progress_line
from sciatica_journal.services.exchange.watching import Watch
from tests.given import Clock

from .conftest import Cli

DAYS = "".join(
    f'{{"type":"day","date":"2025-{1 + n // 28:02}-{1 + n % 28:02}","stress":{n % 10}}}\n' for n in range(300)
)


def days_in(folder: Path) -> Path:
    path = folder / "days.jsonl"
    path.write_text(DAYS)
    return path


def test_the_text_is_short_and_verbose_lists_all(cli: Cli, tmp_path: Path) -> None:
    path = days_in(tmp_path)
    lines = cli("import", str(path), "--dry-run").out.splitlines()
    assert lines == [
        "days.jsonl: 300 new, 0 merged, 0 skipped (dry run, nothing was changed).",
        "  new: 300 days, not in the journal yet",
        "    2025-01-01 stress",
        "    2025-01-02 stress",
        "    2025-01-03 stress",
        "    and 297 more",
    ]
    assert len(cli("import", str(path), "--dry-run", "--verbose").out.splitlines()) == 302


def test_json_is_one_document_with_every_item_and_why(cli: Cli, tmp_path: Path) -> None:
    path = days_in(tmp_path)
    cli("log", "4", "--date", "2025-01-01")
    done = cli("import", str(path), "--json").json
    assert set(done) == {
        "files", "new", "merged", "skipped", "refused", "left_out", "totals", "items", "questions", "backup", "flags",
    }  # fmt: skip
    assert (done["totals"]["new"], done["merged"], done["questions"]) == (299, 1, [])
    assert done["items"][0] == {
        "action": "merged", "type": "day", "date": "2025-01-01", "key": "2025-01-01", "why": "fills what is empty",
        "label": "stress",
    }  # fmt: skip


@pytest.mark.parametrize("words", [["--answer", "unit"], ["--answer", "=km"], ["--from", "spreadsheet"]])
def test_words_that_are_refused(cli: Cli, tmp_path: Path, home: Path, words: list[str]) -> None:
    ran = cli("import", str(days_in(tmp_path)), *words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert not home.exists()


def test_csv_files_of_our_own_come_back(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cli("log", "pain 4; =1+1; ran 5k track effort 4; #coffee=2")
    first = cli("export").out
    cli("export", "--format", "csv", "-o", str(tmp_path / "csv"))
    monkeypatch.setenv("SCIATICA_JOURNAL_HOME", str(tmp_path / "second"))
    assert cli("import", str(tmp_path / "csv"), "--json").json["new"] == 2
    assert cli("import", str(tmp_path / "csv" / "runs.csv"), "--json").json["skipped"] == 1
    assert cli("export").out == first


@contextmanager
def interrupted_after(seconds: float) -> Iterator[None]:
    """Ctrl+C after so much time of the processor."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    former = signal.signal(signal.SIGVTALRM, interrupt)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, former)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no such timer")
@pytest.mark.parametrize("seconds", [0.005, 0.02, 0.05])
def test_ctrl_c_leaves_nothing_half_written(cli: Cli, tmp_path: Path, seconds: float) -> None:
    path = days_in(tmp_path)
    cli("log", "4", "--date", "2025-12-31")
    cli("import", str(path), "--dry-run")
    with interrupted_after(seconds):
        ran = cli("import", str(path))
    kept = len(cli("show", "2025-01-01..2025-12-30", "--json").json or [])
    assert (ran.code, kept) in ((130, 0), (130, 300), (0, 300))
    assert ran.err.count("\n") <= 1
    assert ran.code == 0 or ran.err == "" or ("nothing was imported" in ran.err) == (kept == 0)
    assert cli("check").code == 0


HEADER = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,x,y,Filename"


@pytest.fixture
def strava(tmp_path: Path) -> Path:
    """An export of one sport that is known and two that are not."""
    path = tmp_path / "activities.csv"
    rows = (f'{n},"Mar {n}, 2026, 3:53:35 PM",Nr {n},{sport},,1428,"3.32",,,' for n, sport in enumerate(SPORTS, 1))
    path.write_text("\n".join((HEADER, *rows)))
    return path


SPORTS = ("Run", "Moonwalk", "Run", "Snorkel")
ANSWERS = ("--answer", "sport.moonwalk=walk", "--answer", "sport.snorkel=Not on foot")


def test_what_a_file_does_not_say_is_asked_once(cli: Cli, strava: Path, home: Path) -> None:
    words = ("import", str(strava))
    ran = cli(*words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "--answer sport.moonwalk=VALUE" in ran.err
    assert "sport.snorkel" in ran.err
    assert not home.exists()
    dry = cli(*words, "--dry-run", "--json")
    assert (dry.code, dry.json["new"], [one["key"] for one in dry.json["questions"]]) == (
        2, 2, ["sport.moonwalk", "sport.snorkel"],
    )  # fmt: skip
    assert cli(*words, "--answer", "sport.moonwalk=dance").code == 2
    done = cli(*words, *ANSWERS, "--json").json
    assert (done["new"], done["left_out"], done["questions"]) == (3, 1, [])
    assert cli(*words, "--json").json["skipped"] == 3
    assert "  skipped: 2 runs, 1 walk, imported before" in cli(*words).out
    again = cli(*words, "--answer", "sport.snorkel=run", "--json").json
    assert (again["new"], again["skipped"], again["left_out"]) == (1, 3, 0)


class Typed(io.StringIO):
    """What is typed at a terminal."""

    def isatty(self) -> bool:
        """Return that it is one."""
        return True


def test_the_person_at_the_terminal_is_asked(
    cli: Cli, strava: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], clock: Clock
) -> None:
    monkeypatch.setattr("sys.stdin", Typed("dance\nwalk\nother\n"))
    assert main(["import", str(strava), "--keep-others", "--json"], clock=clock) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["totals"] == {"new": 4, "merged": 0, "skipped": 0, "refused": 0, "left_out": 0}
    assert "What is" in said.err
    assert "dance" in said.err
    assert cli("show", "2026-03-04", "--json").json["day"]["factors"] == {"snorkel_minutes": 24}
    monkeypatch.setattr("sys.stdin", Typed(""))
    assert main(["import", str(strava)], clock=clock) == 0


def test_an_answer_to_what_is_not_asked_is_refused_with_what_is(cli: Cli, strava: Path, home: Path) -> None:
    ran = cli("import", str(strava), *ANSWERS, "--answer", "sport.snorkle=run")
    assert (ran.code, home.exists()) == (2, False)
    assert "do not ask 'sport.snorkle'. They ask: sport.moonwalk, sport.snorkel." in ran.err
    assert cli("import", str(strava), *ANSWERS).code == 0
    assert "They leave no question open." in cli("import", str(strava), "--answer", "sport.x=run").err


def test_progress_tells_count_rate_and_time_left() -> None:
    watch = Watch()
    assert progress_line(watch, 0.2) == "Working. Ctrl+C stops it."
    watch.items, watch.bytes_total, watch.bytes_read = 1200, 4000, 1000
    assert progress_line(watch, 2.0) == "1,200 done, 600 a second, 25 %, 6 s left. Ctrl+C stops it."
    watch.items_total = 1600
    assert "75 %, 1 s left" in progress_line(watch, 2.0)


def test_a_dry_run_says_what_the_import_would_ask_and_keeps_nothing(cli: Cli, clock: Clock, tmp_path: Path) -> None:
    path = tmp_path / "signs.jsonl"
    day = clock().date().isoformat()
    path.write_text(
        f'{{"type":"day","date":"{day}","note":"can\'t pee"}}\n'
        '{"type":"day","date":"2020-01-01","note":"numb between my legs"}\n'
    )
    dry = cli("import", str(path), "--dry-run", "--json")
    assert dry.json["flags"] == ["bladder"]
    assert "URGENT: trouble passing urine" in dry.err
    assert json.loads(cli("redflags", "--json").out)["open"] == []
    assert "bladder" in cli("import", str(path), "--json").json["flags"]
