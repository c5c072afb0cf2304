"""What the doctor's sheet costs after ten years of days. Printed, not asserted. Goal: under 1 s.

`python -m pytest tests/benchmarks/test_sheet.py -m benchmark -n 0 -s`
"""

import os
import re
import shutil
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sciatica_journal.domain.care.background import Background
from sciatica_journal.domain.care.check import Check
from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.question import Question
from sciatica_journal.domain.care.treatment import Treatment
from sciatica_journal.domain.kinds import BACKGROUND_ID
from sciatica_journal.exchange.sheet.html import sheet_html
from sciatica_journal.services.care.records import save_care
from sciatica_journal.services.journal.paths import HOME_VARIABLE, paths_in
from sciatica_journal.services.journal.session import open_session
from tests.benchmarks.scale import LAST_DAY, build_journal
from tests.domain.sheet.given import ago, days_of, sheet_of

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]
DAYS = 3650
ROUNDS = 7


@pytest.fixture(scope="module")
def ten_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sheet")
    build_journal(folder / "journal.db", DAYS, 2000, 2000)
    session = open_session(paths_in(folder))
    weekly = (LAST_DAY - timedelta(days=n) for n in range(0, DAYS, 7))
    save_care(session, *(Check(f"c{day}", day, answers={"saddle": "no", "weak": "no"}, calf_raises_left=12)
                         for day in weekly))  # fmt: skip
    session.close()
    return folder


@pytest.mark.skipif(shutil.which("chromium") is None, reason="needs a browser")
@pytest.mark.parametrize("letters", [3, 30, 300])
def test_a_full_page_prints_on_one_a4(tmp_path: Path, letters: int) -> None:
    """However much is noted, the browser prints one page."""
    words = ("pain in the Left leg " * 20)[:letters]
    told = Background(BACKGROUND_ID, ago(9), worry=words, medicines=words, scans=words, work=words)
    care: dict[str, Any] = {"background": told,
            "examinations": [Examination(f"e{n}", ago(n), who=words, told=words, scan=words) for n in range(8)],
            "questions": [Question(f"q{n}", ago(n), words) for n in range(12)],
            "treatments": [Treatment(f"t{n}", ago(n), what=words) for n in range(12)]}  # fmt: skip
    days = days_of(lambda place: {"leg_left": place % 7, "pain_worst": 4, "function": 5, "numb": "left"})
    page, printed = tmp_path / "sheet.html", tmp_path / "sheet.pdf"
    page.write_text(sheet_html(sheet_of(days=days, **care)), encoding="utf-8")
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={printed}",
                    "--no-pdf-header-footer", page.as_uri()], check=True, capture_output=True, timeout=60)  # fmt: skip
    assert len(re.findall(rb"/Type\s*/Page\b", printed.read_bytes())) == 1


@pytest.mark.parametrize("first", [None, "2016-03-04"])
@pytest.mark.parametrize("ending", [None, ".html", ".md"])
def test_the_whole_command(ten_years: Path, tmp_path: Path, first: str | None, ending: str | None) -> None:
    """Goal: under 1 s, from starting Python to the file."""
    words = ["sheet", "--to", LAST_DAY.isoformat(), *(["--from", first] if first else [])]
    costs = []
    for number in range(ROUNDS):
        target = ["-o", str(tmp_path / f"{number}{ending}")] if ending else []
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "sciatica_journal", *words, *target], check=True, capture_output=True,
                       env={**os.environ, HOME_VARIABLE: str(ten_years)})  # fmt: skip
        costs.append(time.perf_counter() - start)
    print(f"\nsheet {first or 'default':10} {ending or 'text':5} {sorted(costs)[ROUNDS // 2] * 1000:7.0f} ms", end="")
