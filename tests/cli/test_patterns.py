"""`patterns`: the contract of its JSON, and what it says in words."""

import json
from pathlib import Path

import pytest

from sciatica_journal.services.patterns.lines import page_lines
from sciatica_journal.services.patterns.view import Group, PatternsView
from sciatica_journal.services.patterns.words import pattern_words
from tests.given import window
from tests.insight.diaries import diary

from .conftest import Cli

KEYS = {"factor", "lag", "outcome", "effect", "ci_low", "ci_high", "n", "verdict", "certainty", "needs_days", "words"}


def test_without_a_journal_the_answer_is_empty_and_none_is_made(cli: Cli, home: Path) -> None:
    ran = cli("patterns", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == {
        "days": 0, "days_with_pain": 0, "findings": [], "paired": None, "split": None, "trend": {}, "refused": [],
    }  # fmt: skip
    assert cli("patterns").code == 0
    assert [json.loads(cli(command, "--json").out) for command in ("trends", "map")] == [{}, None]
    assert "not enough days" in cli("trends").out
    assert "not enough days" in cli("map").out
    assert not home.exists()


def test_it_answers_the_running_question_first(cli: Cli, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with window(home) as session:
        store = session.writer()
        with store.transaction():
            for records in diary(7, 200, run_effect=1.5, factors=1):
                for record in records:
                    store.put(record)
    page = json.loads(cli("patterns", "--json").out)
    assert page["days"] == page["days_with_pain"] > 100
    assert all(set(finding) >= KEYS for finding in page["findings"])
    (running,) = [
        one for one in page["findings"] if (one["factor"], one["lag"], one["outcome"]) == ("run", 1, "pain_morning")
    ]
    assert (running["verdict"], running["needs_days"]) == ("raises", 0)
    assert running["ci_low"] <= running["effect"] <= running["ci_high"]
    assert set(page["trend"]) == {"28", "90", "all"}
    lines = [line for line in cli("patterns").out.splitlines() if line.startswith("- ")]
    assert lines[0].startswith("- Running, for you: ")
    assert "because" not in "\n".join(lines)
    assert json.loads(cli("trends", "--json").out) == page["trend"]
    assert cli("trends").out.splitlines()[-1].strip() in cli("patterns").out
    with monkeypatch.context() as patch:
        patch.setattr("sciatica_journal.insight.page.answer", lambda _: 1 / 0)
        assert cli("trends").code == 0, "trends ask no other question: those take seconds in a long journal"
    found = json.loads(cli("map", "--json").out)
    assert sum(cell["n"] for row in found["cells"] for cell in row) > 50
    assert cli("map").out in cli("patterns").out


def test_what_is_silent_does_not_drown_what_speaks() -> None:
    many = Group("Cannot tell yet", tuple(f"[L5-S1] {number}" for number in range(500)))
    few = Group("Not enough days yet", tuple(f"few {number}" for number in range(9)))
    lines = page_lines(PatternsView("", silent=(many, few)), pattern_words())
    assert sum("[L5-S1]" in line for line in lines) == 8
    assert any("492" in line and "--json" in line for line in lines)
    assert sum("few" in line for line in lines) == 9
