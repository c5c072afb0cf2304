"""History through the real app: the month, the list, the search, and the way back to Today."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.widgets import Static

from sciatica_journal.domain.care.holiday import Holiday
from sciatica_journal.domain.spot import Spot
from sciatica_journal.services.care.records import save_care
from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.journal.session import Session
from sciatica_journal.ui.screens.history.calendar import MonthCalendar
from sciatica_journal.ui.screens.history.day_list import DayList
from sciatica_journal.ui.screens.history.legend import entries, lines_of
from sciatica_journal.ui.screens.history.months import other_month
from sciatica_journal.ui.screens.history.preview import DayPreview
from tests.ui.harness import Clock, day_of, opened, screen_text, settle, today, with_journal
from tests.ui.past import TODAY, history, write_some


async def test_the_month_shows_digits_and_marks(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, write_some)
    async with opened(tmp_path, clock) as (app, pilot):
        await history(app, pilot)
        text = screen_text(app)
    assert "March 2026" in text
    assert " 2 7" in text
    assert " 3 ○" in text
    assert "»2f*" in text, "two runs, the worse of the answers, and the reflection"
    assert " 4◂" in text
    assert "settled" in text, "the legend"


async def test_a_gap_is_nothing_but_its_date(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, write_some)
    async with opened(tmp_path, clock) as (app, pilot):
        await history(app, pilot)
        calendar = app.screen.query_one(MonthCalendar)
        await pilot.press("pageup")
        await settle(app, pilot)
        texts = calendar._texts(day_of("2026-02-12"))
        style = calendar._style(day_of("2026-02-12"), 0)
        cleared = calendar._texts(day_of("2026-02-11"))
    assert [text.strip() for text in texts] == ["12", ""]
    assert style == "$foreground"
    assert cleared[0].strip() == "11", "a day that was cleared again is a gap"


async def test_a_holiday_from_the_journal_is_no_gap(tmp_path: Path, clock: Clock) -> None:
    def write(session: Session) -> None:
        save_care(session, Holiday("h", day_of("2026-02-20"), until=day_of("2026-03-02")))
        change_day(session, day_of("2026-02-28"), {"pain_worst": 2})

    with_journal(tmp_path, clock, write)
    async with opened(tmp_path, clock, size=(120, 36)) as (app, pilot):
        screen = await history(app, pilot)
        assert "holiday" not in screen_text(app), "the first note ended it"
        await pilot.press("pageup")
        await settle(app, pilot)
        texts = [screen.calendar._texts(day_of(f"2026-02-{day}"))[1].strip() for day in (19, 20, 27, 28)]
        assert texts == ["", "~", "~", ""]
        assert "~ holiday" in screen_text(app)
        screen.choose(day_of("2026-02-25"))
        await settle(app, pilot)
        assert "Nothing to write, and no gap" in screen_text(app)


async def test_keys_move_by_day_week_month_and_to_today(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        screen = await history(app, pilot)
        found = []
        for key in (
            "left",
            "up",
            "pageup",
            "pagedown",
            "right",
            "f3",
            "left_square_bracket",
            "home",
            "right",
            "pagedown",
        ):
            await pilot.press(key)
            await pilot.pause()
            found.append(screen.chosen.isoformat())
    assert found == [
        "2026-03-03", "2026-02-24", "2026-01-24", "2026-02-24", "2026-02-25", "2026-02-24", "2026-02-23",
        "2026-03-04", "2026-03-04", "2026-03-04",
    ]  # fmt: skip


def test_months_keep_the_day_where_they_can() -> None:
    assert other_month(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert other_month(date(2026, 1, 15), -1) == date(2025, 12, 15)
    assert other_month(date(2026, 12, 31), 2) == date(2027, 2, 28)


async def test_the_week_starts_as_set(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "settings.toml").write_text('week_starts = "sunday"\n')
    async with opened(tmp_path, clock) as (app, pilot):
        screen = await history(app, pilot)
        assert screen.calendar.weeks()[0][0] == date(2026, 3, 1), "a Sunday"
        assert screen_text(app).index(" Su ") < screen_text(app).index(" Mo ")


async def test_the_chosen_day_can_be_read_without_opening(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, write_some)
    async with opened(tmp_path, clock, size=(80, 24)) as (app, pilot):
        screen = await history(app, pilot)
        screen.choose(day_of("2026-03-02"))
        await settle(app, pilot)
        text = screen_text(app)
        assert "Worst pain     7 of 10" in text, "a line a fact"
        assert "[L5-S1] ached [/x]" in text
        screen.choose(day_of("2026-03-01"))
        await settle(app, pilot)
        assert "Sun 1 Mar 2026" in str(screen.query_one(DayPreview).border_title)
        read = str(screen.query_one("#history-preview-text", Static).content)
        assert "Run, 5.2 km, next morning settled" in read
        assert "kind words about stairs" in read


async def test_facts_share_lines_where_the_preview_is_low_and_places_have_names(tmp_path: Path, clock: Clock) -> None:
    spot = Spot("buttock_mid", "left", 4, ("pins_and_needles",))
    ratings = dict.fromkeys(("pain_worst", "stress", "mood", "energy", "function"), 2)
    with_journal(tmp_path, clock, lambda s: change_day(s, TODAY, {**ratings, "spots": (spot,)}))
    async with opened(tmp_path, clock, size=(80, 24)) as (app, pilot):
        await history(app, pilot)
        assert "Worst pain     2 of 10" in screen_text(app)
        await pilot.press("v")
        await settle(app, pilot)
        text = screen_text(app)
        assert "worst pain 2 of 10 · stress 2 of 10 · mood 2 of 10" in text
        assert "middle of buttock, left, 4 of 10, pins and needles" in text


async def test_the_list_has_its_own_legend_where_the_calendar_is_hidden(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, write_some)
    async with opened(tmp_path, clock, size=(80, 24)) as (app, pilot):
        await history(app, pilot)
        assert screen_text(app).count("on waking") == 1
        await pilot.press("v")
        await settle(app, pilot)
        text = screen_text(app)
        assert text.count("m on waking") == 1
        assert "= note, day, moment" in text


@pytest.mark.parametrize("light", [False, True])
@pytest.mark.parametrize("width", [10, 42, 60, 200])
def test_the_legend_breaks_between_its_entries(width: int, light: bool) -> None:
    found = entries(light)
    lines = [line.plain for line in lines_of(found, width)]
    assert "  ".join(lines) == "  ".join(" ".join(entry) for entry in found)
    assert all(len(line) <= width or "  " not in line for line in lines)
    assert len(lines_of(entries(light=False), 42)) == 3, "what fits below the calendar"


async def test_enter_opens_the_day_on_today(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, write_some)
    async with opened(tmp_path, clock) as (app, pilot):
        await history(app, pilot)
        await pilot.press("left", "left", "enter")
        await settle(app, pilot)
        assert app.screen is today(app)
        assert today(app).day == day_of("2026-03-02")


async def test_a_click_chooses_a_day_and_another_opens_it(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, write_some)
    async with opened(tmp_path, clock) as (app, pilot):
        screen = await history(app, pilot)
        width = screen.calendar.cell_width
        await pilot.click(MonthCalendar, offset=(width * 6 + 1, 2))
        await pilot.pause()
        assert screen.chosen == day_of("2026-03-01")
        await pilot.click(MonthCalendar, offset=(width * 6 + 1, 2))
        await settle(app, pilot)
        assert today(app).day == day_of("2026-03-01")


async def test_the_list_holds_every_recorded_day_newest_first(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, write_some)
    async with opened(tmp_path, clock) as (app, pilot):
        await history(app, pilot)
        days = app.screen.query_one(DayList)
        found = [days.day_of(number).isoformat() for number in range(days.count)]
        text = screen_text(app)
        await pilot.press("v", "down")
        await settle(app, pilot)
        assert app.screen.query_one(MonthCalendar).chosen == day_of("2026-03-02")
        await pilot.press("enter")
        await settle(app, pilot)
        assert today(app).day == day_of("2026-03-02")
    assert found == ["2026-03-03", "2026-03-02", "2026-03-01", "2026-02-20", "2026-02-10"]
    assert "7.2 km" in text
    assert "»   40:00" in text, "how long, where no distance is known"
    assert " 10m " in text, "only the pain on waking is known"
    assert "calf" in text
    assert "[bold]tight calf[/bold]"[:20] in text


async def test_a_move_paints_two_lines_again(tmp_path: Path, clock: Clock) -> None:
    def write_many(session: Session) -> None:
        for number in range(12):
            change_day(session, TODAY - timedelta(days=number), {"mood": 5})

    with_journal(tmp_path, clock, write_many)
    async with opened(tmp_path, clock) as (app, pilot):
        await history(app, pilot)
        days = app.screen.query_one(DayList)
        days.focus()
        await settle(app, pilot)
        painted: list[int] = []
        paint = days.render_line
        days.render_line = lambda y: painted.append(y) or paint(y)  # type: ignore[func-returns-value,method-assign]  # watched
        await pilot.press("down")
        await settle(app, pilot)
    assert sorted(set(painted)) == [0, 1]


async def test_lines_that_are_not_loaded_show_their_date_and_fill_in(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, write_some)
    async with opened(tmp_path, clock) as (app, pilot):
        await history(app, pilot)
        days = app.screen.query_one(DayList)
        assert not days.missing()
        days._loaded.clear()
        (bare,) = days.lines(1, 70)
        assert bare.plain == "Mon  2 Mar 2026"
        days.repaint()
        await settle(app, pilot)
        assert days.lines(1, 70)[0].plain.startswith("Mon  2 Mar 2026  7 ")


async def test_what_today_wrote_is_there_on_return(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, write_some)
    async with opened(tmp_path, clock) as (app, pilot):
        await history(app, pilot)
        app.go_to("today")
        await settle(app, pilot)
        await pilot.press("w", "9")
        await settle(app, pilot)
        await history(app, pilot)
        assert " 4◂9" in screen_text(app)
        assert app.screen.query_one(DayList).day_of(0) == TODAY
        await pilot.press("u")
        await settle(app, pilot)
        await settle(app, pilot)
        assert app.screen.query_one(DayList).day_of(0) == day_of("2026-03-03")


async def test_light_mode_shows_function_in_place_of_pain(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, lambda s: change_day(s, TODAY, {"function": 8, "pain_worst": 3}))
    (tmp_path / "settings.toml").write_text('mode = "light"\n')
    async with opened(tmp_path, clock) as (app, pilot):
        await history(app, pilot)
        assert " 4◂8" in screen_text(app)
        assert "0-10 could do" in screen_text(app)


async def test_shade_only_where_there_is_colour(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, write_some)
    async with opened(tmp_path, clock) as (app, pilot):
        app.theme = "journal-dark"
        screen = await history(app, pilot)
        assert " on $secondary 36%" in screen.calendar._style(day_of("2026-03-02"), 0)
        app.theme = "ansi-dark"
        await settle(app, pilot)
        assert " on " not in screen.calendar._style(day_of("2026-03-02"), 0)


async def test_it_stays_whole_in_every_size(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, write_some)
    async with opened(tmp_path, clock, size=(60, 20)) as (app, pilot):
        screen = await history(app, pilot)
        assert "March 2026" in screen_text(app)
        assert not screen.query_one("#list-pane").display
        assert "v other view" in screen_text(app)
        await pilot.press("v")
        await settle(app, pilot)
        assert screen.day_list.has_focus
        assert "Mon  2 Mar 2026" in screen_text(app)
        panes = {"": "#calendar-pane", "-listing": "#list-pane", "-searching": "#search-pane"}
        for width, height in ((40, 12), (20, 5), (200, 60), (100, 10), (70, 12), (60, 40)):
            await pilot.resize_terminal(width, height)
            for state in panes:
                screen.set_class(state == "-listing", "-listing")
                screen.set_class(state == "-searching", "-searching")
                await settle(app, pilot)
                region = screen.query_one(panes[state]).region
                assert 0 < region.width <= width, (width, height, state)
                assert region.height > 0, (width, height, state)
        assert screen.query_one(DayPreview).display
        assert screen.query_one(DayPreview).border_title, "the day is read where there is room for it"
