"""The thirty-second check, a new sign and the background, by keys."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sciatica_journal.domain.care.background import Background
from sciatica_journal.domain.care.check import Check
from sciatica_journal.domain.care.known_sign import KnownSign
from sciatica_journal.domain.kinds import BACKGROUND_ID
from sciatica_journal.services.care.records import care_records, find_care
from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.checking import note_background_asked
from sciatica_journal.services.safety.checks import save_check
from sciatica_journal.services.safety.flags import open_notices, raise_signs
from sciatica_journal.services.safety.telling import record_sign
from sciatica_journal.ui.app import JournalApp
from sciatica_journal.ui.dialogs.safety.background import BackgroundDialog
from sciatica_journal.ui.dialogs.safety.check import CheckDialog
from sciatica_journal.ui.dialogs.safety.check_result import CheckResultDialog
from sciatica_journal.ui.dialogs.safety.sign import SignDialog
from sciatica_journal.ui.screens.emergency import EmergencyScreen
from tests.given import EVE, TODAY
from tests.ui.harness import Clock, opened, press, screen_text, settle, shows, with_journal, words

WEEK_AGO = TODAY - timedelta(days=8)
SMALL = (80, 24)


def a_week(session: Session) -> None:
    change_day(session, WEEK_AGO, {"pain_worst": 4})
    save_check(session, Check("old", WEEK_AGO, heel_walk_left="yes", calf_raises_left=20, calf_raises_right=21))


def told(session: Session) -> None:
    a_week(session)
    note_background_asked(session)


async def check(app: JournalApp, pilot: Pilot[None]) -> CheckDialog:
    await press(app, pilot, "K")
    dialog = app.screen
    assert isinstance(dialog, CheckDialog)
    return dialog


async def test_no_to_all_is_one_key_and_is_not_chosen_before(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, told)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        dialog = await check(app, pilot)
        assert "call 112" in words(app).lower(), "what to do stands above the questions"
        assert all(row.value is None for row in dialog._rows)
        await press(app, pilot, "0", "y", "y", "y", "y", "2", "0", "down", "1", "2", "ctrl+s")
        assert shows(app, CheckResultDialog)
        shown = screen_text(app)
        assert "24 Feb" in shown
        assert "4 Mar" in shown
        assert "Calf raises R" in shown
        assert "count again tomorrow" in words(app)
        [now, _old] = await app.journal.call(care_records, Check)
        assert set(now.answers.values()) == {"no"}
        assert (now.heel_walk_left, now.calf_raises_left, now.calf_raises_right) == ("yes", 20, 12)
        await press(app, pilot, "enter")
        assert app.screen is app.today_screen
        assert "thirty-second" not in screen_text(app)


async def test_an_emergency_answer_comes_before_the_next_question(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, told)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        dialog = await check(app, pilot)
        await press(app, pilot, "n", "u")
        assert shows(app, EmergencyScreen)
        assert "trouble passing urine" in words(app)
        notices = await app.journal.call(open_notices)
        assert [(notice.trigger, notice.certain) for notice in notices] == [("bladder", True)]
        await press(app, pilot, *"seen", "enter")
        assert app.screen is dialog
        assert dialog.focused is not None
        assert dialog.focused.id == "bowel"
        await press(app, pilot, "0", "ctrl+s")
        assert "Still open: trouble passing urine" in words(app)
        [now, _old] = await app.journal.call(care_records, Check)
        assert (now.answers["saddle"], now.answers["bladder"], now.answers["bowel"]) == ("no", "unsure", "no")


async def test_a_heel_walk_that_fails_is_a_doctor_today(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, told)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        await check(app, pilot)
        await press(app, pilot, "0", "n")
        assert "DOCTOR TODAY" in screen_text(app)
        await press(app, pilot, "enter")
        assert shows(app, CheckDialog)


async def test_arrows_answer_nothing(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, told)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        dialog = await check(app, pilot)
        await press(app, pilot, "right", "left", "space")
        assert all(row.value is None for row in dialog._rows)


async def test_where_a_sign_is_known_stands_beside_its_question(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, told)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        sign = KnownSign("s", WEEK_AGO, sign="numb", side="left", area="outer [toes].", examined=EVE)
        await app.journal.call(record_sign, sign)
        await check(app, pilot)
        assert "Numbness in a leg or foot? Known: left, outer [toes]." in words(app)
        assert ".." not in words(app)


async def test_what_is_missing_is_said_once_and_sexual_items_never(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, told)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        await check(app, pilot)
        await press(app, pilot, "ctrl+s")
        assert "Answer what you can" in screen_text(app)
        await press(app, pilot, "n", "ctrl+s")
        shown = words(app)
        assert "Not answered yet: bladder, bowel, both legs" in shown
        assert "sexual" not in shown
        await press(app, pilot, "ctrl+s")
        assert shows(app, CheckResultDialog)
        assert "Not answered" in screen_text(app), "what was not asked is not said to be quiet"


async def test_after_the_first_check_the_background_is_asked_once(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, a_week)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        await check(app, pilot)
        await press(app, pilot, "0", "ctrl+s", "enter")
        assert shows(app, BackgroundDialog)
        await press(app, pilot, "enter", "y", "n", "y", "ctrl+s")
        found = await app.journal.call(find_care, Background, BACKGROUND_ID)
        assert found is not None
        assert (found.leg_worse, found.cancer, found.steroids) == (True, False, True)
        await press(app, pilot, "K", "0", "ctrl+s", "enter")
        assert app.screen is app.today_screen


async def test_a_new_sign_is_asked_since_when_and_examined(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        await press(app, pilot, "t", "l")
        assert "tingling, left: since when" in screen_text(app)
        await press(app, pilot, "K")
        assert shows(app, SignDialog)
        await press(app, pilot, *"yesterday", "enter", *"today", "enter", *"outer toes", "ctrl+s")
        [sign] = await app.journal.call(care_records, KnownSign)
        assert (sign.sign, sign.side, sign.date, sign.examined, sign.area) == (
            "tingling", "left", EVE, TODAY, "outer toes",
        )  # fmt: skip
        await settle(app, pilot)
        assert "since when" not in screen_text(app)


async def test_an_examination_before_it_began_is_refused(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        await press(app, pilot, "t", "l", "K", "enter", *"yesterday", "ctrl+s")
        assert shows(app, SignDialog)
        assert "before it began" in words(app)
        await press(app, pilot, "escape")
        await settle(app, pilot)
        assert "since when" not in screen_text(app), "it is asked once"


async def test_the_line_goes_by_delete(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, told)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        assert "The thirty-second check of the week" in screen_text(app)
        row = app.today_screen.query_one("SafetyRow")
        row.focus()
        await press(app, pilot, "delete")
        await settle(app, pilot)
        assert "thirty-second" not in screen_text(app)


async def test_an_appointment_is_a_quiet_line_and_no_screen(tmp_path: Path, clock: Clock) -> None:
    def book(session: Session) -> None:
        raise_signs(session, ["not_improving"])

    with_journal(tmp_path, clock, book)
    async with opened(tmp_path, clock, SMALL) as (app, pilot):
        assert app.screen is app.today_screen
        assert "Worth booking" in screen_text(app)
        await press(app, pilot, "K")
        assert "BOOK AN APPOINTMENT" in screen_text(app)
        await press(app, pilot, "enter")
        await settle(app, pilot)
        assert app.screen is app.today_screen
        assert "Worth booking" not in screen_text(app)


@pytest.mark.parametrize("size", [(60, 20), (40, 12), (20, 5)])
async def test_it_can_be_done_at_every_size(tmp_path: Path, clock: Clock, size: tuple[int, int]) -> None:
    with_journal(tmp_path, clock, told)
    async with opened(tmp_path, clock, size) as (app, pilot):
        await check(app, pilot)
        await press(app, pilot, "0", "ctrl+s")
        assert shows(app, CheckResultDialog)
        assert size[1] < 10 or "Nothing you noted in this check" in words(app)
        assert "safe" not in screen_text(app)
