"""`trial`: how it stands, begun, tossed, answered and stopped, in words and as one JSON document."""

import subprocess
import sys
from pathlib import Path

import pytest

from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.services.care.records import save_care
from tests.given import TODAY, window

from .conftest import Cli

START = ("trial", "start", "road", "trail", "--both-safe")


@pytest.fixture
def cleared(home: Path) -> None:
    """A journal of a person who may run."""
    with window(home) as session:
        save_care(session, Examination("x", TODAY, green_light="yes"))


def test_without_a_journal_it_says_what_a_trial_is_and_makes_none(cli: Cli, home: Path) -> None:
    ran = cli("trial")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("No coin-flip trial yet.")
    assert 'trial start "road" "trail"' in ran.out
    assert list(cli("trial", "--json").json) == ["trial", "words"]
    assert not home.exists()


@pytest.mark.usefixtures("cleared")
def test_it_is_begun_tossed_answered_and_stopped(cli: Cli) -> None:
    begun = cli(*START, "--draws", "24", "--json")
    assert (begun.code, begun.err) == (0, "")
    assert begun.json["trial"]["options"] == ["road", "trail"]
    assert (begun.json["trial"]["planned"], begun.json["state"], begun.json["today"]) == (24, "open", None)
    assert "seed" not in begun.out
    shown = cli("trial")
    assert "road or trail: draw 0 of 24." in shown.out
    assert "You can toss the coin today" in shown.out
    assert cli("trial").out == shown.out
    drawn = cli("trial", "draw")
    assert "Today the coin says: " in drawn.out
    refused = cli("trial", "refuse", "--json").json
    assert (refused["today"]["answered"], refused["refused"], refused["closed"]) == ("refused", 1, "drawn")
    assert "You accepted." in cli("trial", "accept").out
    assert max(map(len, drawn.out.splitlines())) <= 80
    stopped = cli("trial", "stop", "--why", "enough", "--json").json
    assert (stopped["state"], stopped["stop"], stopped["result"]["verdict"]) == ("stopped", "person", "too_few")
    assert "You stopped it on Wed 4 Mar" in cli("trial").out


@pytest.mark.usefixtures("cleared")
def test_what_does_not_go_is_refused_in_one_line(cli: Cli) -> None:
    for argv, code, words in (
        (("start", "road", "trail"), 2, "both safe for you"),
        (("start", "road"), 2, "compares two"),
        (("start", "road", "trail", "--both-safe", "--draws", "10"), 2, "20 to 200"),
        (("start", "road", "no gabapentin", "--both-safe"), 2, "A coin does not decide about medicine"),
        (("start", "rest", "run", "--both-safe", "--runs", "neither"), 2, "reads as running"),
        (("draw", "now"), 2, "nothing to do with 'now'"),
        (("draw", "--draws", "20"), 2, "go with `trial start`"),
        (("draw", "--why", "x"), 2, "goes with `trial stop`"),
        (("toss",), 2, "toss"),
        (("draw",), 1, "No coin-flip trial is under way"),
        (("accept",), 1, "Nothing is drawn today"),
        (("stop",), 1, "No coin-flip trial is under way"),
    ):
        ran = cli("trial", *argv)
        assert (ran.code, ran.out) == (code, "")
        assert words in ran.err.splitlines()[-1]
    assert cli("trial", "--json").json["trial"] is None


def test_running_that_is_not_open_is_no_trial(cli: Cli) -> None:
    ran = cli(*START)
    assert (ran.code, ran.out) == (2, "")
    assert "running is open to you" in ran.err


@pytest.mark.usefixtures("cleared")
def test_words_that_raise_a_flag_are_answered_and_begin_nothing(cli: Cli) -> None:
    ran = cli("trial", "start", "road", "trail until foot drop", "--both-safe")
    assert (ran.code, ran.out) == (2, "")
    assert "foot" in ran.err.lower()
    assert cli("trial", "--json").json["trial"] is None


def test_it_loads_no_screen_and_no_engine(home: Path) -> None:
    code = (
        "import sys; from sciatica_journal.cli.main import main; main(['trial']); "
        "print(sorted({'textual', 'rich', 'numpy', 'sqlite_utils'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.endswith("[]\n")
