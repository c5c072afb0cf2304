"""`path`: today's step with why, the mirror and the surfaces, in words and as JSON."""

import subprocess
import sys
from pathlib import Path

from sciatica_journal.services.ladder.moving import start
from tests.given import window

from .conftest import Cli


def test_without_a_journal_it_says_what_there_is_and_makes_none(cli: Cli, home: Path) -> None:
    ran = cli("path")
    assert (ran.code, ran.err) == (0, "")
    assert "The ladders: Walk first, run next; Twenty minutes." in ran.out
    assert "not validated" in ran.out
    assert not home.exists()


def test_it_tells_todays_step_and_the_surfaces_in_the_persons_unit(cli: Cli, home: Path) -> None:
    cli("log", "walked 40 min 2 km on a trail; walked 20 min on grass")
    (home / "settings.toml").write_text('units = "mi"\n')
    with window(home) as session:
        start(session, "walk-first")
    ran = cli("path")
    assert ran.code == 0
    assert "Today: walk 15 minutes." in ran.out
    assert "Step 1 of 13: walk 15 minutes. Greens on this step: ○ ○ (0 of 2)." in ran.out
    assert ran.out.splitlines()[-3:] == [
        "surface  outings  min   mi  settled  lingering  flared",
        "trail          1   40  1.2        0          0       0",
        "grass          1   20    -        0          0       0",
    ]
    assert max(map(len, ran.out.splitlines())) <= 80
    read = cli("path", "--json").json
    assert read["today"] == {
        "proposal": "do", "reasons": ["greens_left"],
        "step": {"id": "w1", "title": "walk 15 minutes", "minutes": 15.0, "kind": "walk"},
    }  # fmt: skip
    assert (read["ladder"]["number"], read["ladder"]["history"]) == (1, [])
    assert read["surfaces"][0]["km"] == 2.0


def test_limits_of_the_green_light_are_told_as_they_were_noted(cli: Cli) -> None:
    cli("log", "weak left")
    cli("redflags", "--outcome", "seen-treated", "--running", "limits", "--limits", "10 min,\n[flat](x)")
    assert cli("path").out.startswith("Running, within limits.\n  10 min, [flat](x)\n")


def test_a_bad_ladder_of_ones_own_is_told_and_the_rest_works(cli: Cli, home: Path) -> None:
    (home / "ladders").mkdir(parents=True)
    (home / "ladders" / "mine.toml").write_text("title = [")
    ran = cli("path", "--json")
    assert (ran.code, len(ran.json["ladders"])) == (0, 2)
    assert "ladders/mine.toml" in ran.err


def test_it_loads_no_screen(home: Path) -> None:
    code = (
        "import sys; from sciatica_journal.cli.main import main; main(['path']); "
        "print(sorted({'textual', 'rich', 'numpy'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.endswith("[]\n")
