"""Render the pictures that README shows, out of the app itself, on the demo journal.

`.venv/bin/python docs/make_pictures.py` writes docs/pictures/*.svg. The demo is the same for the same
day, so the day is fixed here.
"""

import asyncio
import re
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sciatica_journal.services.demo.journal import build_demo
from sciatica_journal.services.journal.paths import paths_in
from sciatica_journal.services.journal.session import open_session
from sciatica_journal.ui.app import JournalApp

NOW = datetime(2026, 3, 4, 21, 4, tzinfo=UTC)
PICTURES = Path(__file__).parent / "pictures"

SHOTS: dict[str, tuple[str, tuple[int, int], list[str]]] = {
    "today": ("journal-dark", (120, 36), ["left_square_bracket", "left_square_bracket", "left_square_bracket"]),
    "today-light": ("journal-light", (120, 36), ["left_square_bracket"]),
    "history": ("journal-dark", (160, 36), ["H"]),
    "patterns": ("journal-dark", (120, 36), ["A"]),
    "path": ("journal-dark", (160, 48), ["P"]),
    "red-flags": ("journal-dark", (100, 30), ["f2"]),
    "line": ("journal-dark", (120, 36), ["colon"]),
}
TYPED = {"line": "pain 4, left calf tingling; ran 5k 32:10 track; long day"}


def without_fonts(picture: str) -> str:
    """Return the picture without the fonts it would load from elsewhere; any monospace font will do."""
    return re.sub(r"@font-face\s*{.*?}", "", picture, flags=re.DOTALL)


async def render(name: str, folder: Path) -> None:
    """Open the app on the folder's journal, press the keys and save the picture."""
    theme, size, keys = SHOTS[name]
    session = open_session(paths_in(folder), lambda: NOW)
    app = JournalApp(session)
    app.theme = theme
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.3)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.2)
        if name in TYPED:
            await pilot.press(*TYPED[name])
        if working := [worker for worker in app.workers if worker.group == "working"]:
            await app.workers.wait_for_complete(working)
        await pilot.pause(0.3)
        (PICTURES / f"{name}.svg").write_text(without_fonts(app.export_screenshot()), encoding="utf-8")
    app.journal.close()


def main() -> None:
    """Render all pictures."""
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        session = open_session(paths_in(Path(folder)), lambda: NOW)
        build_demo(session)
        session.close()
        for name in SHOTS:
            asyncio.run(render(name, Path(folder)))
            print(f"docs/pictures/{name}.svg")


if __name__ == "__main__":
    main()
