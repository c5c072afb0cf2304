"""The pages of Patterns as plain text, compared with what was looked at and found right."""

from pathlib import Path

from tests.ui.golden import golden
from tests.ui.harness import Clock, opened, screen_text, settle
from tests.ui.patterns import views
from tests.ui.patterns.conftest import Service
from tests.ui.patterns.test_screen import go

PAGES = {
    "full": (views.FULL, ((120, 36), (60, 20), (40, 12))),
    "flagged": (views.FLAGGED, ((80, 24),)),
    "few": (views.FEW, ((80, 24),)),
    "empty": (views.EMPTY, ((60, 20),)),
}


async def test_each_page_in_each_size(tmp_path: Path, clock: Clock, service: Service) -> None:
    seen: dict[str, str] = {}
    async with opened(tmp_path, clock, (120, 36)) as (app, pilot):
        screen = await go(app, pilot)
        for name, (page, sizes) in PAGES.items():
            for size in sizes:
                await pilot.resize_terminal(*size)
                await screen.show(page)
                screen.action_to_end(-1)
                await settle(app, pilot)
                seen[f"patterns-{name}-{size[0]}x{size[1]}"] = screen_text(app) + "\n"
    for name, text in seen.items():
        assert text == golden(name, text), name
    assert service.worked == 1
