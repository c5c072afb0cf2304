"""The search of History through the real app: as you type, by keys, in words where nothing is found."""

from pathlib import Path

from textual.widgets import Input

from sciatica_journal.domain.care.question import Question
from sciatica_journal.domain.dates import day_title
from sciatica_journal.services.care.records import save_care
from sciatica_journal.services.history.searching import CLOSE, OPEN
from sciatica_journal.services.journal.session import Session
from sciatica_journal.ui.screens.history.preview import DayPreview
from sciatica_journal.ui.screens.history.results import HIT_STYLE, marked
from sciatica_journal.ui.screens.path.screen import PathScreen
from sciatica_journal.ui.screens.path.section import CareRow
from tests.ui.harness import Clock, day_of, opened, screen_text, settle, today, with_journal
from tests.ui.past import history, search_for, write_some


async def test_search_as_you_type_shows_only_the_newest_words(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, write_some)
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("slash")
        await settle(app, pilot)
        assert isinstance(app.focused, Input)
        for words in ("s", "st", "sta", "zzz", "stairs"):
            app.screen.query_one(Input).value = words
        results = await search_for(app, pilot, "stairs")
        assert [hit.date.isoformat() for hit in results.hits] == ["2026-03-02", "2026-03-01", "2026-02-10"]
        assert "3 found, newest first. ↓ choose" in screen_text(app)
        await pilot.press("down", "down", "enter")
        await settle(app, pilot)
        assert today(app).day == day_of("2026-03-01")


async def test_escape_leaves_the_search_and_then_history(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, write_some)
    async with opened(tmp_path, clock, size=(80, 24)) as (app, pilot):
        screen = await history(app, pilot)
        await pilot.press("slash")
        await search_for(app, pilot, "stairs")
        assert not screen.query_one("#calendar-pane").display
        await pilot.press("escape")
        await settle(app, pilot)
        assert screen.calendar.has_focus
        await pilot.press("escape")
        await settle(app, pilot)
        assert app.screen is today(app)


async def test_escape_and_a_click_leave_the_search_whatever_key_leaves_history(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "settings.toml").write_text('[keys]\nleave_history = "x"\n')
    async with opened(tmp_path, clock) as (app, pilot):
        screen = await history(app, pilot)
        for leave in (pilot.press("escape"), pilot.click("#key-bar", offset=(2, 0))):
            await pilot.press("slash")
            assert isinstance(app.focused, Input)
            await leave
            await settle(app, pilot)
            assert screen.calendar.has_focus
        await pilot.press("x")
        await settle(app, pilot)
        assert app.screen is today(app)


async def test_the_first_day_found_is_shown_and_left_again_without_choosing_it(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, write_some)
    async with opened(tmp_path, clock, size=(80, 24)) as (app, pilot):
        screen = await history(app, pilot)
        before = screen.chosen
        await pilot.press("slash")
        results = await search_for(app, pilot, "stairs")
        assert screen.chosen == results.hits[0].date != before
        assert screen.query_one(DayPreview).border_title == day_title(results.hits[0].date)
        await search_for(app, pilot, "quokka")
        assert screen.chosen == before
        await search_for(app, pilot, "stairs")
        await pilot.press("escape")
        await settle(app, pilot)
        assert screen.chosen == before


async def test_what_is_not_there_is_said_in_words(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        await history(app, pilot)
        assert "Nothing written yet." in screen_text(app)
        await pilot.press("slash")
        await search_for(app, pilot, "calf")
        assert "Nothing written yet." in screen_text(app)
    with_journal(tmp_path, clock, write_some)
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("slash")
        await settle(app, pilot)
        await search_for(app, pilot, "[/quokka]")
        assert "No hit for '[/quokka]'" in screen_text(app)


def test_hits_are_highlighted_and_never_markup() -> None:
    content = marked(f"see [{OPEN}L5{CLOSE}-S1] and [/x] {OPEN}L5{CLOSE}")
    assert content.plain == "see [L5-S1] and [/x] L5"
    assert [(span.start, span.end, span.style) for span in content.spans] == [(5, 7, HIT_STYLE), (21, 23, HIT_STYLE)]


async def test_what_is_found_of_ones_care_is_named_and_opens_path(tmp_path: Path, clock: Clock) -> None:
    def write(session: Session) -> None:
        save_care(session, Question("q", day_of("2026-03-02"), text="May I run on [grass]?"),
                  *(Question(f"q{n}", day_of("2026-03-01"), text=f"Question {n}") for n in range(9)))  # fmt: skip

    with_journal(tmp_path, clock, write)
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("slash")
        await search_for(app, pilot, "grass")
        assert "question to ask" in screen_text(app)
        await pilot.press("down")
        await settle(app, pilot)
        assert "Question to ask: May I run on [grass]?" in " ".join(screen_text(app).split())
        await pilot.press("enter")
        await settle(app, pilot)
        assert isinstance(app.screen, PathScreen)
        assert isinstance(app.focused, CareRow)
        assert app.focused.key == "q"
