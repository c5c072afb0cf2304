"""The demo says what it is on every place, in every size."""

from collections.abc import Iterator

import pytest

from sciatica_journal.services.demo.journal import open_demo
from sciatica_journal.services.journal.session import Session
from sciatica_journal.ui.app import JournalApp
from tests.ui.harness import Clock, screen_text, settle


@pytest.fixture
def demo(clock: Clock) -> Iterator[Session]:
    session = open_demo(clock)
    session.close()
    yield session
    session.close()


async def test_demo_stands_in_the_top_bar_of_every_place(demo: Session) -> None:
    app = JournalApp(demo)
    app.animation_level = "none"
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(app, pilot)
        for key in ("T", "H", "P", "G"):
            await pilot.press(key)
            await settle(app, pilot)
            assert "DEMO" in screen_text(app).splitlines()[0]
        for size in ((120, 36), (60, 20), (40, 12)):
            await pilot.resize_terminal(*size)
            await settle(app, pilot)
            assert "DEMO" in screen_text(app).splitlines()[0]
            assert screen_text(app).count("DEMO") == 1
    app.journal.close()
