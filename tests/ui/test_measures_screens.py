"""Roland-Morris, and how the measures look at every size."""

from pathlib import Path

import pytest

from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.measures.choices import take_rmdq
from sciatica_journal.services.measures.due import latest
from sciatica_journal.services.measures.forms import save_rmdq, save_week
from sciatica_journal.ui.dialogs.confirm import ConfirmDialog
from sciatica_journal.ui.dialogs.measures.hub import MeasuresDialog
from sciatica_journal.ui.dialogs.measures.rmdq import RmdqDialog
from sciatica_journal.ui.dialogs.measures.scale_row import ScaleRow
from sciatica_journal.ui.dialogs.measures.trend import TrendDialog
from tests.given import TODAY
from tests.ui.dialogs import said, shown, still
from tests.ui.golden import golden
from tests.ui.harness import Clock, opened, screen_text, until, with_journal
from tests.ui.measuring import IMPACT, hub, some_weeks, text_of, weekly


async def test_roland_morris_is_chosen_answered_and_dropped_with_the_reason(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await hub(app, pilot, "rmdq")
        assert shown(app) is ConfirmDialog
        await pilot.press("y")
        await still(app, pilot)
        assert shown(app) is RmdqDialog
        assert "today, because of your back" in screen_text(app)
        await pilot.press("ctrl+s")
        assert "a score of 0" in said(app)
        await pilot.press("space", "down", "x", "ctrl+s")
        await until(lambda: "score is 2 of 24" in text_of(app), 5)
        await still(app, pilot)
        assert shown(app) is MeasuresDialog
        seen = text_of(app)
        assert "left out: under 4 it cannot show change" in seen
        found = await app.journal.call(latest)
        assert sum(found["rmdq"].answers.values()) == 2


async def test_no_tick_is_a_score_once_it_is_confirmed(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await hub(app, pilot, "rmdq")
        await pilot.press("y")
        await still(app, pilot)
        await pilot.press("ctrl+s", "ctrl+s")
        await still(app, pilot)
        assert sum((await app.journal.call(latest))["rmdq"].answers.values()) == 0


async def test_within_a_month_roland_morris_shows_its_readings(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, lambda session: save_rmdq(session, TODAY, ["1", "2", "3", "4", "5"]))
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await hub(app, pilot, "rmdq")
        assert shown(app) is TrendDialog
        assert "Roland and Fairbank" in text_of(app)


async def test_what_today_offers_shows_all_where_only_roland_morris_is_due(tmp_path: Path, clock: Clock) -> None:
    def answered(session: Session) -> None:
        save_week(session, TODAY, {"impact": IMPACT})
        take_rmdq(session, wanted=True)

    with_journal(tmp_path, clock, answered)
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await weekly(app, pilot)
        await still(app, pilot)
        assert shown(app) is MeasuresDialog
        assert "Roland-Morris  due" in screen_text(app)


@pytest.mark.parametrize(("name", "row", "size"), [
    ("measures", "", (80, 24)), ("measures-week", "weekly", (60, 20)), ("measures-trend", "activities", (60, 20)),
])  # fmt: skip
async def test_screen(name: str, row: str, size: tuple[int, int], tmp_path: Path, clock: Clock) -> None:
    """As text, compared with what was looked at; UPDATE_GOLDENS=1 writes it anew."""
    with_journal(tmp_path, clock, some_weeks)
    (tmp_path / "settings.toml").write_text('theme = "journal-dark"\n')
    async with opened(tmp_path, clock, size) as (app, pilot):
        await hub(app, pilot, row)
        await still(app, pilot)
        seen = screen_text(app) + "\n"
    assert seen == golden(f"{name}-{size[0]}x{size[1]}", seen)


@pytest.mark.parametrize("size", [(120, 36), (60, 20), (20, 5)], ids=str)
async def test_every_size_holds_and_clicks_set_numbers(tmp_path: Path, clock: Clock, size: tuple[int, int]) -> None:
    with_journal(tmp_path, clock, some_weeks)
    async with opened(tmp_path, clock, size) as (app, pilot):
        await hub(app, pilot)
        await pilot.press("down", "up")
        await pilot.press("escape")
        await weekly(app, pilot)
        rows = list(app.screen.query(ScaleRow))
        for row in rows if size[1] >= 20 else ():
            app.screen.set_focus(row)
            await pilot.pause()
            lines = row.render().plain.split("\n")
            assert len(lines) == row.size.height
            assert max(map(len, lines)) <= row.content_size.width
            x = lines[-1].index("3") if "3" not in row.label else lines[-1].rindex("3")
            assert await pilot.click(row, offset=(x, len(lines) - 1))
            assert row.rating == 3
