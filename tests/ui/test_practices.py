"""The practices on Today: the list of all, the cautions of the deep ones, two columns, what asks back, enough."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sciatica_journal.domain.practices.deep_writing import NEXT_DAY
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.services.entries.reflections import keep_reflection
from sciatica_journal.services.guide import practice_gates
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.flags import raise_signs
from sciatica_journal.services.safety.profile import Profile, save_profile
from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.dialogs.practice_deep import DeepCautionsDialog
from sciatica_journal.ui.dialogs.practice_list import PracticeListDialog
from sciatica_journal.ui.screens.today.columns import TwoColumns
from sciatica_journal.ui.widgets.page_view import PageView
from sciatica_journal.ui.widgets.rating_row import RatingRow
from sciatica_journal.ui.widgets.writing import WritingArea
from tests.given import EVE, TODAY
from tests.ui.harness import Clock, opened, screen_text, settle, today, until, with_journal, written


def examined(session: Session) -> None:
    save_profile(session, Profile(examined=EVE))


def agreed(session: Session) -> None:
    examined(session)
    practice_gates.agree_to_deep(session)


def reflections(folder: Path, clock: Clock, days_ago: int = 0) -> list[Reflection]:
    day = TODAY - timedelta(days=days_ago)
    return with_journal(folder, clock, lambda session: session.readable().reflections(day, day))


async def take(app: JournalApp, pilot: Pilot[None], ident: str) -> None:
    """Open the list and take a practice from it."""
    await pilot.press("R")
    await until(lambda: isinstance(app.screen, PracticeListDialog), 3)
    dialog = app.screen
    assert isinstance(dialog, PracticeListDialog)
    dialog.leave(ident)
    await settle(app, pilot)
    await pilot.pause()


async def test_the_list_names_all_27_and_says_why_some_are_closed(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 40)) as (app, pilot):
        await pilot.press("R")
        await until(lambda: isinstance(app.screen, PracticeListDialog), 3)
        await pilot.pause()
        text = screen_text(app)
        assert text.count("closed: after an examination") == 5
        assert text.count("closed: cautions first") == 5
        assert text.count(" min  ") == 17
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert "Prediction check is closed now: after an examination." in screen_text(app)
        await pilot.press("up", "v")
        await until(lambda: bool(app.screen.query(PageView)), 3)
        await pilot.press("escape", "enter")
        await settle(app, pilot)
        practice = today(app).reflecting.practice
        assert practice is not None
        assert practice.id == "pain_free_minutes"


async def test_while_a_flag_is_open_the_list_says_so(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, agreed)
    async with opened(tmp_path, clock, (80, 40)) as (app, pilot):
        await app.journal.call(raise_signs, ["saddle"])
        await pilot.press("R")
        await until(lambda: isinstance(app.screen, PracticeListDialog), 3)
        await pilot.pause()
        assert screen_text(app).count("closed: a red flag is open") == 11


async def test_a_flag_that_comes_up_takes_a_practice_away_that_is_not_begun(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, examined)
    async with opened(tmp_path, clock) as (app, pilot):
        await take(app, pilot, "evidence_sheet")
        await app.journal.call(raise_signs, ["saddle"])
        await pilot.press("escape", "f1")
        await pilot.press("escape")
        await settle(app, pilot)
        practice = today(app).reflecting.practice
        assert practice is not None
        assert not practice.hidden_by_flags
        assert not app.screen.query(TwoColumns)


async def test_the_deep_ones_open_after_their_cautions_were_read_to_the_end(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, examined)
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await take(app, pilot, "pick_one")
        await until(lambda: isinstance(app.screen, DeepCautionsDialog), 3)
        await pilot.press("y")
        assert isinstance(app.screen, DeepCautionsDialog), "what was not in view is not agreed to"
        await pilot.press("end", "y")
        await settle(app, pilot)
        assert today(app).focused is app.screen.query_one("#before")
        assert "leave it alone today" in screen_text(app)
        assert await app.journal.call(practice_gates.agreed_on) == TODAY
        await pilot.press("R")
        await until(lambda: isinstance(app.screen, PracticeListDialog), 3)
        await pilot.press("w")
        await settle(app, pilot)
        assert await app.journal.call(practice_gates.agreed_on) is None


async def test_who_leaves_the_cautions_is_back_at_the_list(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        await take(app, pilot, "pick_one")
        await until(lambda: isinstance(app.screen, DeepCautionsDialog), 3)
        await pilot.press("escape")
        await until(lambda: isinstance(app.screen, PracticeListDialog), 3)
        assert await app.journal.call(practice_gates.agreed_on) is None


async def test_deep_writing_is_finished_only_with_a_rating(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, agreed)
    async with opened(tmp_path, clock, (100, 60)) as (app, pilot):
        await take(app, pilot, "pick_one")
        await pilot.press("2", "i")
        app.screen.query_one("#reflection_text", WritingArea).insert("the meeting")
        await pilot.pause()
        await today(app).reflecting.finish()
        assert today(app).focused is app.screen.query_one("#after")
        await pilot.press("8")
        await settle(app, pilot)
        await today(app).reflecting.finish()
        await settle(app, pilot)
        assert "name five things you see" in " ".join(screen_text(app).split()).replace("│ ", "")
    (kept,) = reflections(tmp_path, clock)
    assert (kept.practice, kept.before, kept.after, kept.text) == ("pick_one", 2, 8, "the meeting")


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20), (40, 12)])
async def test_the_evidence_sheet_needs_both_columns(tmp_path: Path, clock: Clock, size: tuple[int, int]) -> None:
    with_journal(tmp_path, clock, examined)
    async with opened(tmp_path, clock, size) as (app, pilot):
        await take(app, pilot, "evidence_sheet")
        columns = app.screen.query_one(TwoColumns)
        assert today(app).focused is columns.place_for()
        columns.place_for().insert("follows my walks")
        await written(app, pilot)
        await today(app).reflecting.finish()
        second = columns.place_for(columns.titles[1])
        assert today(app).focused is second
        assert today(app).reflecting.sitting is not None, "not finished with one side empty"
        second.insert("gone on holiday")
        await written(app, pilot)
        await today(app).reflecting.finish()
        await settle(app, pilot)
        assert not app.screen.query(TwoColumns)
        assert app.screen.query_one("#reflection_text", WritingArea).display
    (kept,) = reflections(tmp_path, clock)
    assert kept.text == f"{columns.titles[0]}\nfollows my walks\n\n{columns.titles[1]}\ngone on holiday"
    assert kept.minutes is not None


async def test_two_columns_stand_side_by_side_or_stacked(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, examined)
    async with opened(tmp_path, clock, (120, 36)) as (app, pilot):
        await take(app, pilot, "evidence_sheet")
        columns = app.screen.query_one(TwoColumns)
        left, right = (columns.place_for(title).region for title in columns.titles)
        assert (left.y, left.right < right.x) == (right.y, True)
        await pilot.resize_terminal(44, 40)
        await settle(app, pilot)
        left, right = (columns.place_for(title).region for title in columns.titles)
        assert (left.x, left.bottom <= right.y) == (right.x, True)


async def test_what_is_begun_in_two_columns_is_there_again_and_is_let_go_from_both(
    tmp_path: Path, clock: Clock
) -> None:
    with_journal(tmp_path, clock, examined)
    async with opened(tmp_path, clock) as (app, pilot):
        await take(app, pilot, "evidence_sheet")
        columns = app.screen.query_one(TwoColumns)
        for title, words in zip(columns.titles, ("first secret", "second secret"), strict=True):
            columns.place_for(title).insert(words)
        await written(app, pilot)
    async with opened(tmp_path, clock) as (app, pilot):
        columns = app.screen.query_one(TwoColumns)
        assert [columns.place_for(title).text for title in columns.titles] == ["first secret", "second secret"]
        await pilot.press("ctrl+l")
        await settle(app, pilot)
        assert columns.place_for().text == "first secret", "it can be read until one leaves"
    (bare,) = reflections(tmp_path, clock)
    assert (bare.kept, bare.text, bare.practice) == (False, None, "evidence_sheet")
    assert not any(b"secret" in path.read_bytes() for path in tmp_path.glob("journal.db*"))


async def test_the_last_keys_in_a_column_count_too(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        await take(app, pilot, "two_columns")
        await pilot.press("x", "y")
    assert [one.text for one in reflections(tmp_path, clock)] == ["What happened\nxy\n\nWhat I felt\n"]


async def test_a_guess_of_yesterday_is_asked_back_once(tmp_path: Path, clock: Clock) -> None:
    guess = Reflection("g", EVE, practice="prediction_check", minutes=1.0, before=6, text="I expect a six")
    with_journal(tmp_path, clock, lambda session: keep_reflection(session, guess))
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await pilot.press("e")
        assert "Prediction check, yesterday: you expected 6. How bad was it?" in screen_text(app)
        row = next(row for row in app.screen.query(RatingRow) if row.field == "asked:g")
        row.focus()
        await pilot.press("1", "0")
        await settle(app, pilot)
        assert row.value == 10, "the row stays while the answer is typed"
    assert [one.after for one in reflections(tmp_path, clock, 1)] == [10]
    async with opened(tmp_path, clock) as (app, pilot):
        assert "yesterday: you expected" not in screen_text(app)


async def test_deep_writing_rests_with_one_calm_sentence(tmp_path: Path, clock: Clock) -> None:
    def seed(session: Session) -> None:
        agreed(session)
        for ident, ago, extra in (("a", 5, {NEXT_DAY: 8}), ("b", 1, {})):
            day = TODAY - timedelta(days=ago)
            keep_reflection(
                session, Reflection(ident, day, practice="pick_one", minutes=9.0, before=2, after=8, extra=extra)
            )

    with_journal(tmp_path, clock, seed)
    async with opened(tmp_path, clock, (120, 40)) as (app, pilot):
        next(row for row in app.screen.query(RatingRow) if row.field == "asked:b").focus()
        await pilot.press("9")
        await settle(app, pilot)
        assert "Deep writing rests until Wed 18 Mar." in screen_text(app)
        await pilot.press("R")
        await until(lambda: isinstance(app.screen, PracticeListDialog), 3)
        await pilot.pause()
        assert "a therapist or your doctor" in screen_text(app)


async def test_after_plenty_of_writing_the_page_stays_open(tmp_path: Path, clock: Clock) -> None:
    def seed(session: Session) -> None:
        for number in range(3):
            keep_reflection(session, Reflection(str(number), TODAY, practice="name_it", minutes=1.0, text="x"))

    with_journal(tmp_path, clock, seed)
    async with opened(tmp_path, clock) as (app, pilot):
        assert "Enough for today" in screen_text(app)
        await pilot.press("n", "i")
        app.screen.query_one("#reflection_text", WritingArea).insert("one more line")
        await written(app, pilot)
    assert [(one.practice, one.text) for one in reflections(tmp_path, clock)][3:] == [(None, "one more line")]


@pytest.mark.parametrize("size", [(40, 12), (20, 5)])
async def test_list_and_cautions_bear_tiny_terminals(tmp_path: Path, clock: Clock, size: tuple[int, int]) -> None:
    async with opened(tmp_path, clock, size) as (app, pilot):
        await pilot.press("R")
        await until(lambda: isinstance(app.screen, PracticeListDialog), 3)
        await pilot.press("end")
        await pilot.pause()
        assert "What I'd say" in screen_text(app)
        await pilot.press("enter")
        await until(lambda: isinstance(app.screen, DeepCautionsDialog), 3)
        await pilot.press("end", "y")
        await settle(app, pilot)
        practice = today(app).reflecting.practice
        assert practice is not None
        assert practice.is_deep
