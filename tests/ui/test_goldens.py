"""The screens as plain text, compared with what was looked at and found right.

`UPDATE_GOLDENS=1 python -m pytest tests/ui/test_goldens.py -n 0` writes them anew; read the difference.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from sciatica_journal.services.demo.journal import build_demo
from tests.ui.golden import golden
from tests.ui.harness import opened, screen_text, session_in, settle

SCREENS: dict[str, list[str]] = {
    "today": [],
    "today-three-days-ago": ["left_square_bracket", "left_square_bracket", "left_square_bracket"],
    "reflection": ["e"],
    "history": ["H"],
    "path": ["P"],
    "guide": ["G"],
    "red-flags": ["f2"],
    "run": ["a"],
    "quick-line": ["colon"],
    "go": ["ctrl+g"],
    "practices": ["R"],
}
SIZES = ((120, 36), (80, 24), (60, 20))


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("demo")
    session = session_in(folder, lambda: datetime.fromisoformat("2026-03-04T21:04:00+01:00"))
    build_demo(session)
    session.close()
    return (folder / "journal.db").read_bytes()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
async def test_screen(
    name: str, size: tuple[int, int], demo: bytes, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    (tmp_path / "journal.db").write_bytes(demo)
    (tmp_path / "settings.toml").write_text('theme = "journal-dark"\n')
    async with opened(tmp_path, clock, size, welcomed=False) as (app, pilot):
        for key in SCREENS[name]:
            await pilot.press(key)
            await settle(app, pilot)
        seen = screen_text(app) + "\n"
    assert seen == golden(f"{name}-{size[0]}x{size[1]}", seen)
