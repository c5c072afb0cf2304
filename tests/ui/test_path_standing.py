"""Path and running: examined or not, overridden with a reason, held back by a flag; urgent words come first."""

from pathlib import Path

from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.known_sign import KnownSign
from sciatica_journal.domain.care.override import Override
from sciatica_journal.services.care.records import care_records, save_care
from sciatica_journal.services.entries.days import change_day, mark_uneventful, view_day
from sciatica_journal.services.safety.profile import Profile, save_profile
from sciatica_journal.storage.flags import raise_flag
from sciatica_journal.ui.dialogs.care.examination import ExaminationDialog
from sciatica_journal.ui.dialogs.care.examined import ExaminedDialog
from sciatica_journal.ui.dialogs.care.override import OverrideDialog
from sciatica_journal.ui.dialogs.fields import FormArea, FormLine
from sciatica_journal.ui.screens.emergency import EmergencyScreen
from sciatica_journal.ui.screens.guide.reader import ReaderScreen
from sciatica_journal.ui.screens.path.screen import PathScreen
from sciatica_journal.ui.screens.path.section import CareRow
from tests.given import EVE, TODAY
from tests.ui.dialogs import NASTY, shown, still, typed
from tests.ui.harness import Clock, opened, screen_text, settle, until, with_journal
from tests.ui.path import go, row, some_care


async def test_without_an_examination_today_works_and_path_says_what_comes_next(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (120, 36)) as (app, pilot):
        await app.journal.call(mark_uneventful, TODAY)
        await go(app, pilot)
        seen = screen_text(app)
        assert "Walking, for now." in seen
        assert "See a doctor" in seen
        for purpose in ("who looked", "what to ask next time", "what you tried", "asked once"):
            assert purpose in seen
        assert (await app.journal.call(view_day, TODAY)).day.uneventful is True


async def test_an_override_asks_why_and_can_be_taken_back(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 60)) as (app, pilot):
        screen = await go(app, pilot)
        await pilot.press("down", "enter")
        await still(app, pilot)
        assert shown(app) is OverrideDialog
        await pilot.press("ctrl+s")
        await still(app, pilot)
        assert "why do you go on" in screen_text(app)
        await typed(app, pilot, f"a race {NASTY}", "<enter>")
        await settle(app, pilot)
        assert shown(app) is PathScreen
        assert "on your own decision" in screen_text(app)
        assert f"a race {NASTY}" in screen_text(app)
        (logged,) = await app.journal.call(care_records, Override)
        assert logged.why == f"a race {NASTY}"
        row(screen, "take-back").focus()
        await pilot.press("enter")
        await settle(app, pilot)
        assert "Walking, for now." in screen_text(app)
        await pilot.press("u")
        await settle(app, pilot)
        assert "on your own decision" in screen_text(app)


async def test_an_open_flag_leaves_only_the_way_to_its_outcome(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        screen = await go(app, pilot)
        await app.journal.call(lambda s: raise_flag(s.writer(), "weakness", "S", TODAY, s.now()))
        await screen.reload()
        await settle(app, pilot)
        seen = screen_text(app)
        assert "Be seen first. No running until then." in seen
        assert [each.opens for each in screen.query("#path-standing CareRow").results(CareRow)] == ["outcome"]


async def test_after_a_new_examination_the_signs_are_asked_about(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, some_care)
    async with opened(tmp_path, clock, (80, 40)) as (app, pilot):
        screen = await go(app, pilot)
        row(screen, "e").focus()
        await pilot.press("a")
        await still(app, pilot)
        assert shown(app) is ExaminationDialog
        await typed(app, pilot, "<enter>", "Ines", "<enter>", "<y>", "<ctrl+s>")
        await still(app, pilot)
        await still(app, pilot)
        assert shown(app) is ExaminedDialog
        assert "numb, left, outer toes" in screen_text(app)
        await pilot.press("space", "ctrl+s")
        await settle(app, pilot)
        (sign,) = await app.journal.call(care_records, KnownSign)
        assert sign.examined == TODAY
        newest = (await app.journal.call(care_records, Examination))[0]
        assert (newest.date, newest.who, newest.neurological) == (TODAY, "Ines", True)


async def test_words_that_may_be_urgent_are_answered_before_anything_else(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 40)) as (app, pilot):
        await go(app, pilot)
        await pilot.press("q")
        await still(app, pilot)
        await typed(app, pilot, "Since today I am numb between the legs, is that bad?", "<ctrl+s>")
        await settle(app, pilot)
        assert shown(app) is EmergencyScreen


async def test_a_sign_told_at_the_first_launch_can_be_completed(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, lambda s: save_profile(s, Profile(signs={"numb": "known"})))
    async with opened(tmp_path, clock, (120, 36)) as (app, pilot):
        screen = await go(app, pilot)
        assert "numb · told at the start · not examined" in screen_text(app)
        row(screen, "told-numb").focus()
        await pilot.press("enter")
        await still(app, pilot)
        app.screen.query_one("#area", FormLine).value = "outer toes"
        await pilot.press("ctrl+s")
        await settle(app, pilot)
        (sign,) = await app.journal.call(care_records, KnownSign)
        assert (sign.sign, sign.area) == ("numb", "outer toes")
        assert "told at the start" not in screen_text(app)


async def test_what_came_of_an_examination_told_at_the_first_launch_has_its_day(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, lambda s: save_profile(s, Profile(examined=EVE)))
    async with opened(tmp_path, clock, (80, 40)) as (app, pilot):
        screen = await go(app, pilot)
        row(screen, "told-examination").focus()
        await pilot.press("enter")
        await still(app, pilot)
        await pilot.press("ctrl+s")
        await settle(app, pilot)
        (kept,) = await app.journal.call(care_records, Examination)
        assert kept.date == EVE


async def test_an_answer_about_running_goes_with_the_examination_that_lacks_it(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, lambda s: save_care(s, Examination("e", EVE, who="GP")))
    async with opened(tmp_path, clock, (80, 40)) as (app, pilot):
        await go(app, pilot)
        await pilot.press("enter")
        await still(app, pilot)
        assert shown(app) is ExaminationDialog
        app.screen.set_focus(app.screen.query_one("#running"))
        await pilot.press("y", "ctrl+s")
        await settle(app, pilot)
        assert "Running is allowed." in screen_text(app)
        assert "were not tested" in screen_text(app)


async def test_urgent_words_in_an_examination_come_before_the_question_about_signs(
    tmp_path: Path, clock: Clock
) -> None:
    with_journal(tmp_path, clock, some_care)
    async with opened(tmp_path, clock, (80, 40)) as (app, pilot):
        screen = await go(app, pilot)
        screen.action_add_to("examination")
        await still(app, pilot)
        app.screen.query_one("#exam_note", FormArea).text = "since yesterday numb between the legs"
        await pilot.press("ctrl+s")
        await settle(app, pilot)
        assert shown(app) is EmergencyScreen
        for key in ("n", "n", "n", "enter"):
            if shown(app) is EmergencyScreen:
                await pilot.press(key)
                await settle(app, pilot)
        await until(lambda: shown(app) is ExaminedDialog, 10)


async def test_a_crisis_leads_to_people_to_talk_to(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        screen = await go(app, pilot)
        await app.journal.call(change_day, TODAY, {"note": "I want to end my life"})
        await screen.reload()
        await settle(app, pilot)
        assert "Talking to someone comes first." in screen_text(app)
        assert "No running" not in screen_text(app)
        row(screen, "support").focus()
        await pilot.press("enter")
        await settle(app, pilot)
        assert shown(app) is ReaderScreen
