"""What came of a red flag, whom to call, and what is held back while one is open."""

from dataclasses import replace
from pathlib import Path

from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.services.care.records import care_records
from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.flags import evaluate_text, open_notices, raise_signs
from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.dialogs.outcome import OutcomeDialog
from sciatica_journal.ui.dialogs.run import RunDialog
from sciatica_journal.ui.screens.emergency import EmergencyScreen
from sciatica_journal.ui.widgets.tick_row import TickRow
from sciatica_journal.ui.widgets.top_bar import TopBar
from sciatica_journal.ui.widgets.writing import WritingArea
from tests.ui.harness import Clock, opened, press, screen_text, settle, shows, with_journal, words

SMALL = (80, 24)


def weak(session: Session) -> None:
    raise_signs(session, ["weakness"])


def two(session: Session) -> None:
    raise_signs(session, ["saddle", "weakness"])


async def open_triggers(app: JournalApp) -> list[str]:
    return [notice.trigger for notice in await app.journal.call(open_notices)]


async def test_the_same_day_tier_goes_with_one_key_and_stays_in_the_bar(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, weak)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        assert "DOCTOR TODAY" in screen_text(app)
        assert "No running until you have" in words(app)
        await press(app, pilot, "enter")
        for key in ("T", "H", "G"):
            await press(app, pilot, key)
            assert "! OPEN, F2: doctor today, no running until then" in screen_text(app), key
        await press(app, pilot, "T", "a")
        assert shows(app, RunDialog)
        assert "No running until you have been seen." in screen_text(app)


async def test_the_most_urgent_tier_comes_first(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, two)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        assert "EMERGENCY" in screen_text(app)
        assert "weakness" not in screen_text(app).lower()
        await press(app, pilot, *"seen", "enter")
        assert "DOCTOR TODAY" in screen_text(app)
        await press(app, pilot, "enter")
        assert app.screen is app.today_screen


async def test_an_outcome_of_one_flag_leads_past_no_other(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, two)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        await press(app, pilot, "ctrl+o")
        assert shows(app, OutcomeDialog)
        ticks = list(app.screen.query("#outcome-flags TickRow"))
        assert len(ticks) == 2
        ticks[0].focus()
        await press(app, pilot, "space")
        app.screen.query_one("#outcome").focus()
        await press(app, pilot, "m", "ctrl+s")
        assert shows(app, EmergencyScreen)
        assert "EMERGENCY" in screen_text(app), "the flag that was not ticked is still to be acknowledged"
        assert await open_triggers(app) == ["saddle"]


async def test_what_one_was_told_can_be_kept_as_an_examination(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, weak)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        await press(app, pilot, "ctrl+o", "t")
        app.screen.query_one(WritingArea).text = "walk only [/x]"
        app.screen.query_one("#keep").focus()
        await press(app, pilot, "space")
        assert not app.screen.query_one("#run").display, "nothing is asked that would not be kept"
        await press(app, pilot, "space")
        app.screen.query_one("#run").focus()
        await press(app, pilot, "n", "ctrl+s")
        assert await open_triggers(app) == []
        [found] = await app.journal.call(care_records, Examination)
        assert (found.told, found.green_light) == ("walk only [/x]", "not_yet")
        await settle(app, pilot)
        assert app.today_screen.query_one(TopBar).flag_text == ""


async def test_went_away_stays_open_and_says_so(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, weak)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        await press(app, pilot, "ctrl+o", "w")
        assert "does not close a red flag" in words(app)
        await press(app, pilot, "ctrl+s")
        assert shows(app, EmergencyScreen)
        assert await open_triggers(app) == ["weakness"]


async def test_a_warning_of_words_let_go_is_kept_only_if_asked(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        app.answer_notices(await app.journal.call(evaluate_text, "wiping feels numb"))
        await settle(app, pilot)
        await press(app, pilot, "y")
        assert "without your words" in screen_text(app)
        assert await open_triggers(app) == []
        await press(app, pilot, "down", "down", "enter")
        assert await open_triggers(app) == ["saddle"]
        await press(app, pilot, "up", "up", *"seen", "enter")
        [notice] = await app.journal.call(open_notices)
        assert "wiping" not in " ".join(notice.because)


async def test_words_to_let_go_are_heard_at_a_pause(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock) as (app, pilot):
        today = app.today_screen
        await press(app, pilot, "ctrl+l")
        today.reflecting.write("wiping feels numb")
        sitting = today.reflecting.sitting
        assert sitting is not None
        assert not sitting.reflection.kept
        await today.reflecting.letting_go._check(sitting.reflection.id, "wiping feels numb")
        await settle(app, pilot)
        assert shows(app, EmergencyScreen)
        await press(app, pilot, "n", "enter")
        await today.reflecting.letting_go._check(sitting.reflection.id, "wiping feels numb and more")
        await settle(app, pilot)
        assert app.screen is today, "the same words are asked about once"
        assert await open_triggers(app) == []


async def test_the_crisis_screen_shows_own_contacts_and_the_countrys_lines(tmp_path: Path, clock: Clock) -> None:
    def heavy(session: Session) -> None:
        session.paths.settings.write_text('region = "GB"\n[contacts]\n"Anna [/x]" = "0660 1"\n', encoding="utf-8")
        session.settings = replace(session.settings, region="GB")
        change_day(session, session.today(), {"note": "I want to end it all"})

    with_journal(tmp_path, clock, heavy)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        shown = screen_text(app)
        assert "Anna [/x]: 0660 1" in shown
        assert "Samaritans: 116 123" in shown
        assert "call 999 or 112 now" in shown
        assert not app.screen.query("Input")
        await press(app, pilot, "n", "enter")
        app.open_page("support")
        await settle(app, pilot)
        assert "Anna [/x]: 0660 1" in screen_text(app)


async def test_the_bar_names_no_thoughts(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, lambda session: raise_signs(session, ["crisis"]))
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        await press(app, pilot, "enter")
        assert "! OPEN, F2: people to talk to" in screen_text(app)
        assert "ending" not in screen_text(app)


async def test_what_was_closed_by_mistake_opens_again(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, weak)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        await press(app, pilot, "ctrl+o", "m", "ctrl+s")
        assert await open_triggers(app) == []
        await press(app, pilot, "f2", "o")
        assert "mistaken entry)" in words(app)
        assert isinstance(app.focused, TickRow)
        await press(app, pilot, "space", "ctrl+s")
        assert await open_triggers(app) == ["weakness"]
        assert shows(app, EmergencyScreen), "it is answered as a new one"
