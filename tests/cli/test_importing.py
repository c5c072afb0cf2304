"""import: what it says, what it asks, and that it can be stopped at any moment."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

from sciatica_journal.cli.progress import progress_line
from sciatica_journal.services.exchange.watching import Watch

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
    for name in ("days.csv", "runs.csv"):
        assert cli("import", str(tmp_path / "csv" / name), "--from", "journal-csv", "--json").json["new"] == 1
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


def test_progress_tells_count_rate_and_time_left() -> None:
    watch = Watch()
    assert progress_line(watch, 0.2) == "Working. Ctrl+C stops it."
    watch.items, watch.bytes_total, watch.bytes_read = 1200, 4000, 1000
    assert progress_line(watch, 2.0) == "1,200 done, 600 a second, 25 %, 6 s left. Ctrl+C stops it."
    watch.items_total = 1600
    assert "75 %, 1 s left" in progress_line(watch, 2.0)
