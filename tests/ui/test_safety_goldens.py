"""The screens of safety as plain text, compared with what was looked at and found right.

`UPDATE_GOLDENS=1 python -m pytest tests/ui/test_safety_goldens.py -n 0` writes them anew; read the difference.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.flags import raise_signs
from tests.ui.golden import golden
from tests.ui.harness import Clock, opened, screen_text, settle, with_journal
from tests.ui.test_safety_check import told


def weak(session: Session) -> None:
    change_day(session, session.today(), {"weak": "left"})
    raise_signs(session, ["weakness"])


def heavy(session: Session) -> None:
    session.paths.settings.write_text('region = "GB"\n[contacts]\nAnna = "0660 1"\n', encoding="utf-8")
    session.settings = replace(session.settings, region="GB")
    change_day(session, session.today(), {"note": "I want to end it all"})


SCREENS: dict[str, tuple[Callable[[Session], None], list[str]]] = {
    "check": (told, ["K"]),
    "checks-over-time": (told, ["K", "0", "y", "y", "y", "y", "2", "0", "down", "1", "8", "ctrl+s"]),
    "doctor-today": (weak, []),
    "outcome": (weak, ["ctrl+o", "t"]),
    "flag-open": (weak, ["enter", "a"]),
    "crisis": (heavy, []),
}
SIZES = ((80, 24), (60, 20))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
async def test_screen(name: str, size: tuple[int, int], tmp_path: Path, clock: Clock) -> None:
    write, keys = SCREENS[name]
    with_journal(tmp_path, clock, write)
    async with opened(tmp_path, clock, size) as (app, pilot):
        app.theme = "journal-dark"
        for key in keys:
            await pilot.press(key)
            await settle(app, pilot)
        seen = screen_text(app) + "\n"
    assert seen == golden(f"safety-{name}-{size[0]}x{size[1]}", seen)
