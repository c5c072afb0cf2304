"""Red flags on the screen: they stand before everything, and go only in the ways they may."""

from dataclasses import replace
from pathlib import Path

import pytest

from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.flags import evaluate_text, open_notices
from sciatica_journal.services.safety.profile import Profile, save_profile
from sciatica_journal.services.safety.telling import notices_for_signs
from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.dialogs.outcome import OutcomeDialog
from sciatica_journal.ui.screens.emergency import EmergencyScreen
from sciatica_journal.ui.screens.guide.reader import ReaderScreen
from sciatica_journal.ui.screens.today.screen import TodayScreen
from sciatica_journal.ui.widgets.writing import WritingArea
from tests.ui.flagged import certain, uncertain
from tests.ui.harness import Clock, opened, screen_text, session_in, settle, shows, with_journal, written

SMALL = (80, 24)


def crisis(session: Session) -> None:
    change_day(session, session.today(), {"note": "I want to end it all"})


def still_open(folder: Path, clock: Clock) -> list[tuple[str, bool]]:
    session = session_in(folder, clock)
    try:
        return [(notice.trigger, notice.certain) for notice in open_notices(session)]
    finally:
        session.close()


async def test_a_certain_sign_is_left_only_by_typing_a_word(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, certain)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        for key in ("escape", "enter", "ctrl+p", "f3", "ctrl+g", "f8", "n"):
            await pilot.press(key)
            await settle(app, pilot)
            assert shows(app, EmergencyScreen), key
        shown = screen_text(app)
        assert "EMERGENCY" in shown
        assert "112" in shown
        assert "numbness between the legs and trouble passing" in " ".join(shown.split())
        await pilot.press(*"Seen", "enter")
        await settle(app, pilot)
        assert shows(app, EmergencyScreen), "the n typed before was taken as part of the word"
        await pilot.press(*"calling", "enter")
        await settle(app, pilot)
        assert shows(app, TodayScreen)
    assert [trigger for trigger, _ in still_open(tmp_path, clock)] == ["saddle", "bladder"]


async def test_two_signs_for_the_same_day_are_asked_one_by_one_and_answered_with_one_page(
    tmp_path: Path, clock: Clock
) -> None:
    def weak(session: Session) -> None:
        change_day(session, session.today(), {"note": "foot drop on the left, and the left leg is weak"})

    with_journal(tmp_path, clock, weak)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        await pilot.press("y")
        await settle(app, pilot)
        assert "weaker than it was" in " ".join(screen_text(app).split())
        await pilot.press("u")
        await settle(app, pilot)
        assert "catches and new or growing weakness" in " ".join(screen_text(app).split())
        await pilot.press("enter")
        await settle(app, pilot)
        assert shows(app, TodayScreen)
    assert still_open(tmp_path, clock) == [("foot_drop", True), ("weakness", True)]


async def test_it_returns_at_the_next_start_until_an_outcome_is_recorded(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, certain)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        await pilot.press(*"seen", "enter")
        await settle(app, pilot)
        assert shows(app, TodayScreen)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        assert "EMERGENCY" in screen_text(app)
        await pilot.press("ctrl+o")
        await settle(app, pilot)
        await pilot.press("ctrl+s")
        await settle(app, pilot)
        assert shows(app, OutcomeDialog), "an outcome has to be chosen"
        await pilot.press("t")
        app.screen.query_one(WritingArea).text = "scan clear, [/x] walk only"
        await pilot.press("ctrl+s")
        await settle(app, pilot)
        assert shows(app, TodayScreen)
    assert still_open(tmp_path, clock) == []
    session = session_in(tmp_path, clock)
    rows = session.readable().rows("SELECT DISTINCT outcome, told FROM flag")
    assert [tuple(row) for row in rows] == [("seen_treated", "scan clear, [/x] walk only")]
    session.close()


async def test_the_outcome_can_be_recorded_from_the_red_flag_page(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, certain)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        await pilot.press("f2")
        await settle(app, pilot)
        assert shows(app, ReaderScreen)
        await pilot.press("o")
        await settle(app, pilot)
        await pilot.press("c", "ctrl+s")
        await settle(app, pilot)
        assert shows(app, ReaderScreen)
    assert still_open(tmp_path, clock) == []


async def ask_numb(app: JournalApp) -> str:
    shown = screen_text(app)
    action, question = shown.index("stop now and call 112"), shown.index("Is there any numbness")
    assert action < question, "what to do stands above the question"
    assert "[L5-S1]" not in shown or "“" in shown
    return shown


async def test_no_ends_it_without_saying_safe(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, uncertain)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        await ask_numb(app)
        await pilot.press("n")
        await settle(app, pilot)
        shown = " ".join(screen_text(app).split())
        assert "Nothing you logged today" in shown
        assert "press F2" in shown
        assert "safe" not in shown.lower()
        await pilot.press("enter")
        await settle(app, pilot)
        assert shows(app, TodayScreen)
    assert still_open(tmp_path, clock) == []


@pytest.mark.parametrize("keys", [["u"], ["y"], ["down", "enter"]])
async def test_unsure_counts_as_yes(tmp_path: Path, clock: Clock, keys: list[str]) -> None:
    with_journal(tmp_path, clock, uncertain)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        await pilot.press(*keys)
        await settle(app, pilot)
        assert "Stop here." in screen_text(app)
        await pilot.press("escape")
        await settle(app, pilot)
        assert shows(app, EmergencyScreen)
        await pilot.press(*"seen", "enter")
        await settle(app, pilot)
        assert shows(app, TodayScreen)
    assert still_open(tmp_path, clock) == [("saddle", True)]


async def test_an_unanswered_question_stays_open(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, uncertain)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        await pilot.press("escape")
        await settle(app, pilot)
        assert shows(app, TodayScreen)
        assert "Nothing you logged" not in screen_text(app)
    assert still_open(tmp_path, clock) == [("saddle", False)]


async def test_a_crisis_shows_its_lines_and_asks_for_no_typing(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, crisis)
    async with opened(tmp_path, clock, (80, 36)) as (app, pilot):
        shown = screen_text(app)
        assert "are you having thoughts of ending your life?" in shown
        assert "findahelpline.com" in shown
        assert not app.screen.query("Input")
        await pilot.press("y")
        await settle(app, pilot)
        assert "findahelpline.com" in screen_text(app)
        await pilot.press("enter")
        await settle(app, pilot)
        assert shows(app, TodayScreen)
    assert still_open(tmp_path, clock) == [("crisis", True)]


async def test_what_was_let_go_leaves_nothing_in_the_file(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        notices = await app.journal.call(evaluate_text, "wiping feels numb")
        app.answer_notices(notices)
        await settle(app, pilot)
        await pilot.press("y")
        await settle(app, pilot)
        assert "Stop here." in screen_text(app)
        await pilot.press(*"seen", "enter")
        await settle(app, pilot)
        assert shows(app, TodayScreen)
    assert still_open(tmp_path, clock) == []


async def test_saving_a_sign_stops_what_one_does(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        app.today_screen.change({"note": "wiping feels numb"})
        await settle(app, pilot)
        assert shows(app, EmergencyScreen)


async def test_the_persons_own_number_is_named(tmp_path: Path, clock: Clock) -> None:
    def with_number(session: Session) -> None:
        session.paths.settings.write_text('emergency_number = "144"\n', encoding="utf-8")
        session.settings = replace(session.settings, emergency_number="144")
        certain(session)

    with_journal(tmp_path, clock, with_number)
    async with opened(tmp_path, clock, SMALL) as (app, _pilot):
        assert "call 144" in screen_text(app)


async def test_another_word_is_answered_with_the_words_there_are(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, certain)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        await pilot.press(*"ok", "enter")
        await settle(app, pilot)
        assert "Type seen or calling." in screen_text(app)
        assert "quick line" not in screen_text(app), "keys of other places do not work here"


async def test_what_was_said_of_a_sign_is_named_also_at_the_next_start(tmp_path: Path, clock: Clock) -> None:
    profile = Profile(signs={"both_legs": "new", "numb": "new"})

    def say(session: Session) -> None:
        save_profile(session, profile)
        assert notices_for_signs(session, profile)[0].because == ("both legs: new",)

    with_journal(tmp_path, clock, say)
    async with opened(tmp_path, clock, (80, 36), welcomed=False) as (app, _pilot):
        assert "You noted:  both legs: new" in screen_text(app)


async def test_a_journal_that_cannot_be_written_is_told_of_on_the_page(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, uncertain)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        await app.journal.call(lambda session: session.writer().connection.execute("PRAGMA query_only = 1"))
        await pilot.press("y")
        await settle(app, pilot)
        shown = screen_text(app)
        assert "✗" in shown
        assert "Stop here." in shown, "what to do is shown all the same"
        await app.journal.call(lambda session: session.writer().connection.execute("PRAGMA query_only = 0"))


async def test_the_screen_waits_for_a_pause_and_letters_answer_nothing(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        await pilot.press("N")
        app.screen.query_one("#note", WritingArea).insert("wiping feels numb ")
        await written(app, pilot)
        assert not app.query("#emergency-words")
        app.today_screen._wrote_at = 0.0
        app.flag_notices.answer_at_a_pause()
        await settle(app, pilot)
        assert isinstance(app.screen, EmergencyScreen)
        await pilot.press("n", "o", "n", "e")
        await settle(app, pilot)
        assert isinstance(app.screen, EmergencyScreen)
        assert app.screen._page == "question"
