"""The reader: links, the way back, search, and the place remembered."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sciatica_journal.services.guide.reading import reading_state, remember_position
from sciatica_journal.services.safety.flags import raise_signs
from sciatica_journal.ui.dialogs.address import AddressDialog
from sciatica_journal.ui.dialogs.contents import ContentsDialog
from sciatica_journal.ui.screens.emergency import EmergencyScreen
from sciatica_journal.ui.screens.guide.reader import ReaderScreen
from sciatica_journal.ui.screens.guide.trail import Stop, Trail
from sciatica_journal.ui.screens.today.screen import TodayScreen
from sciatica_journal.ui.widgets.markdown_blocks import read_markdown
from sciatica_journal.ui.widgets.page_view import PageView
from tests.ui.harness import Clock, opened, screen_text, session_in, settle, with_journal

SMALL = (80, 24)


async def test_f2_opens_the_red_flags_and_escape_comes_back(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        await pilot.press("i", "f2")
        await settle(app, pilot)
        shown = screen_text(app)
        assert "Red flags" in shown
        assert "Not reviewed by a clinician" in shown
        assert "What to do" in shown
        await pilot.press("escape")
        await settle(app, pilot)
        assert isinstance(app.screen, TodayScreen)
        assert app.screen.focused is not None
        assert app.screen.focused.id == "reflection_text"


async def test_the_support_page_has_own_contacts_its_review_and_its_sources(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        app.journal.session.settings = replace(app.journal.session.settings, contacts={"Anna": "0660 1"})
        app.open_page("support")
        await settle(app, pilot)
        assert "Not reviewed by a clinician" in screen_text(app)
        assert "Anna: 0660 1" in screen_text(app)
        await pilot.press("end")
        await settle(app, pilot)
        assert "Sources" in screen_text(app)


async def test_f2_shows_what_is_still_open_over_the_page(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        await app.journal.call(raise_signs, ["bladder"])
        await pilot.press("f2")
        await settle(app, pilot)
        assert isinstance(app.screen, EmergencyScreen)
        assert isinstance(app.screen_stack[-2], ReaderScreen)


async def test_links_are_followed_and_the_way_back_is_kept(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        app.open_page("what-sciatica-is")
        await settle(app, pilot)
        await pilot.press("tab", "enter")
        await settle(app, pilot)
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        assert reader.trail.here.slug == "red-flags"
        await pilot.press("b")
        await settle(app, pilot)
        assert reader.trail.here.slug == "what-sciatica-is"
        await pilot.press("f")
        await settle(app, pilot)
        assert reader.trail.here.slug == "red-flags"
        assert "Red flags" in screen_text(app)


async def test_a_click_on_a_link_follows_it(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        app.open_page("what-sciatica-is")
        await settle(app, pilot)
        lines = screen_text(app).splitlines()
        row = next(number for number, line in enumerate(lines) if "go to Red flags" in line)
        await pilot.click(offset=(lines[row].index("Red flags") + 2, row))
        await settle(app, pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.trail.here.slug == "red-flags"


async def test_a_web_address_is_shown_whole_and_goes_nowhere(tmp_path: Path, clock: Clock) -> None:
    address = "https://example.org/" + "a-long-path/" * 8 + "[x]"
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        app.open_page("start-here")
        await settle(app, pilot)
        app.screen.query_one(PageView).show(read_markdown(f"See [this](<{address}>)."))
        await pilot.press("tab", "enter")
        await settle(app, pilot)
        assert isinstance(app.screen, AddressDialog)
        shown = "".join(line.strip(" │╭╮╰╯─") for line in screen_text(app).splitlines())
        assert address.replace("[x]", "%5Bx%5D") in shown


async def test_the_place_and_the_end_are_remembered(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        app.open_page("start-here")
        await settle(app, pilot)
        await pilot.press("space", "space")
        await pilot.press("escape")
        await settle(app, pilot)
        kept = await app.journal.call(reading_state)
        assert kept.positions["start-here"] > 0
        assert not kept.read
        app.open_page("start-here")
        await settle(app, pilot)
        assert app.screen.query_one(PageView).position == kept.positions["start-here"]
        await pilot.press("end", "escape")
        await settle(app, pilot)
    session = session_in(tmp_path, clock)
    assert reading_state(session).read == {"start-here"}
    session.close()


async def test_the_place_is_kept_when_one_goes_elsewhere_or_leaves_at_once(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        app.open_page("start-here")
        await settle(app, pilot)
        await pilot.press("space")
        app.go_to("today")
        await settle(app, pilot)
        first = (await app.journal.call(reading_state)).positions["start-here"]
        assert first > 0
        app.open_page("start-here")
        await settle(app, pilot)
        await pilot.press("space", "ctrl+q")
        await settle(app, pilot)
    session = session_in(tmp_path, clock)
    assert reading_state(session).positions["start-here"] > first
    session.close()


async def test_a_page_that_was_read_begins_at_its_top(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, lambda session: remember_position(session, "start-here", 40, True))
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        app.open_page("start-here")
        await settle(app, pilot)
        assert app.screen.query_one(PageView).position == 0


async def test_words_are_found_and_their_number_told(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        app.open_page("red-flags")
        await settle(app, pilot)
        await pilot.press("slash")
        await pilot.press(*"leg")
        await pilot.pause()
        view = app.screen.query_one(PageView)
        number, count = view.step_hit(0)
        assert (number, f"1 of {count}" in screen_text(app)) == (1, True)
        await pilot.press("enter", "n", "n", "N")
        await pilot.pause()
        assert f"2 of {count}" in screen_text(app)
        await pilot.press("slash", "escape")
        await pilot.pause()
        assert "Find" not in screen_text(app).splitlines()[-2]
        assert isinstance(app.screen, ReaderScreen)


async def test_the_contents_lead_to_a_heading(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        app.open_page("red-flags")
        await settle(app, pilot)
        await pilot.press("c")
        await pilot.pause()
        assert isinstance(app.screen, ContentsDialog)
        await pilot.press("down", "down", "enter")
        await settle(app, pilot)
        view = app.screen.query_one(PageView)
        assert round(view.scroll_y) == view.headings[2].line


async def test_a_resize_keeps_what_was_at_the_top(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        app.open_page("red-flags")
        await settle(app, pilot)
        view = app.screen.query_one(PageView)
        view.go_to_line(view.headings[3].line)
        await pilot.resize_terminal(60, 20)
        await settle(app, pilot)
        assert round(view.scroll_y) == view.headings[3].line
        for size in ((40, 12), (20, 5), (120, 36)):
            await pilot.resize_terminal(*size)
            await settle(app, pilot)
        assert round(view.scroll_y) == view.headings[3].line


async def test_an_unknown_page_is_told_in_words(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        app.open_page("nowhere")
        await settle(app, pilot)
        assert "There is no page 'nowhere'." in screen_text(app)
        await pilot.press("escape")
        await settle(app, pilot)
        assert isinstance(app.screen, TodayScreen)


@given(st.lists(st.sampled_from(["a", "b", "c", "back", "forward"]), max_size=20))
def test_a_trail_goes_back_the_way_it_came(steps: list[str]) -> None:
    trail, model, at = Trail((Stop("start"),)), ["start"], 0
    for step in steps:
        if step == "back":
            trail, at = trail.back(), max(0, at - 1)
        elif step == "forward":
            trail, at = trail.forward(), min(len(model) - 1, at + 1)
        elif step != model[at]:
            trail, model = trail.follow(step), [*model[: at + 1], step]
            at += 1
        assert [stop.slug for stop in trail.stops] == model
        assert (trail.here.slug, trail.at) == (model[at], at)


def test_a_trail_keeps_where_each_page_was_left() -> None:
    trail = Trail((Stop("a"),)).leaving(7).follow("b").leaving(3).back()
    assert trail.here == Stop("a", 7)
    assert trail.forward().here == Stop("b", 3)
