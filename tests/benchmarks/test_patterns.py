"""What `patterns --json` costs over 5, 10 and 20 years with 30 factors: CPU time of the whole process.

`python -m pytest tests/benchmarks/test_patterns.py -m benchmark -n 0 -s`
"""

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]
LENGTHS = (1825, 3650, 7300)
FACTORS = 30
ROUNDS = 5
MOST_SECONDS = 1.0
"""For ten years on an idle machine."""
MOST_FOR_TWICE = 2.3
SURFACES = ("road", "trail", "track")


def diary_lines(days: int) -> list[str]:
    """A diary of so many days up to June 2025, a fifth of them not written, as JSON lines."""
    chance = np.random.default_rng(days)
    lines = [json.dumps({"type": "journal", "format": 1})]
    pain = 0.0
    for number in range(days):
        day = (date(2025, 6, 1) - timedelta(days=days - number)).isoformat()
        pain = 0.5 * pain + chance.normal(0, 1.3)
        if chance.random() < 0.2:
            continue
        morning, stress, mood = (
            int(np.clip(round(value), 0, 10)) for value in chance.normal([4 + pain, 4, 6], [0, 2, 2])
        )
        factors = {f"factor {name}": float(chance.poisson(2)) for name in range(FACTORS)}
        lines.append(
            json.dumps({"type": "day", "date": day, "pain_morning": morning, "pain_worst": min(morning + 1, 10),
                        "stress": stress, "mood": mood, "sleep_hours": round(float(chance.normal(14, 2))) / 2,
                        "feelings": ["proud"] if chance.random() < 0.3 else [], "factors": factors})
        )  # fmt: skip
        if chance.random() < 0.45:
            lines.append(
                json.dumps({"type": "run", "id": f"run-{number}", "date": day, "kind": "run", "response": "settled",
                            "distance_km": round(float(chance.uniform(3, 9)), 2),
                            "surface": SURFACES[int(chance.integers(3))]})
            )  # fmt: skip
    return lines


def seconds(folder: Path, *words: str) -> float:
    """The CPU time of the command line, the process's own."""
    before = os.times()
    home = os.environ | {"SCIATICA_JOURNAL_HOME": str(folder)}
    subprocess.run([sys.executable, "-m", "sciatica_journal", *words], env=home, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def test_patterns_of_many_years(tmp_path: Path) -> None:
    best = {}
    for days in LENGTHS:
        folder = tmp_path / str(days)
        folder.mkdir()
        file = folder / "diary.jsonl"
        file.write_text("\n".join(diary_lines(days)), encoding="utf-8")
        seconds(folder, "import", str(file))
        best[days] = min(seconds(folder, "patterns", "--json") for _ in range(ROUNDS))
        print(f"\n{days:,} days: {best[days]:.2f} s CPU", end="")
    shortest, middle, longest = (best[days] for days in LENGTHS)
    print(f"; for twice the days {middle / shortest:.2f} and {longest / middle:.2f} times")
    assert middle < MOST_SECONDS
    assert middle < MOST_FOR_TWICE * shortest
    assert longest < MOST_FOR_TWICE * middle
