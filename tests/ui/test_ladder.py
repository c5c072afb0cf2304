"""The ladder in Path: begun, done, answered, up and down, closed; by key and by mouse."""

from datetime import timedelta
from pathlib import Path

from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.care.override import Override
from sciatica_journal.domain.ladder.move import LadderMove
from sciatica_journal.domain.run import Run
from sciatica_journal.services.care.records import care_records, save_care
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.ladder.view import ladder_view
from sciatica_journal.storage.flags import raise_flag
from sciatica_journal.storage.history import changing
from sciatica_journal.ui.dialogs.care.override import OverrideDialog
from sciatica_journal.ui.dialogs.help import HelpDialog
from sciatica_journal.ui.dialogs.pick import PickDialog
from sciatica_journal.ui.screens.path.ledgers import LedgerDialog
from sciatica_journal.ui.screens.path.screen import PathScreen
from tests.given import TODAY, SetClock
from tests.ui.dialogs import NASTY, shown, still, typed
from tests.ui.harness import Clock, opened, screen_text, settle, until, with_journal
from tests.ui.path import go, row

WALKS = (
    (19, "w1", "settled"), (17, "w1", "lingering"), (15, "w1", "settled"), (12, "w2", "settled"), (10, "w2", "flared"),
    (7, "w1", "settled"), (5, "w1", "settled"), (3, "w2", "settled"),
)  # fmt: skip


def nearly_on_step_three(session: Session) -> None:
    """One amber and one red on the way; the outing of yesterday waits for its answer."""
    first = TODAY - timedelta(days=20)
    save_care(session, LadderMove("m", first, ladder="walk-first", step="w1", move="start"))
    with changing(session.writer(), "walks", session.now(), session.window) as change:
        for ago, step, response in (*WALKS, (1, "w2", None)):
            day = TODAY - timedelta(days=ago)
            change.put(
                Run(f"r{ago}", day, kind="walk", surface="grass", duration_min=30.0, distance_km=2.5,
                    ladder="walk-first", step=step, response=response)
            )  # fmt: skip


def allowed(session: Session) -> None:
    save_care(session, Examination("e", TODAY - timedelta(days=30), neurological=True, green_light="yes"))
    save_care(session, LadderMove("m", TODAY, ladder="walk-first", step="r1", move="start"))


async def test_to_step_three_with_an_amber_and_a_red_behind(tmp_path: Path) -> None:
    clock = SetClock()
    with_journal(tmp_path, clock, nearly_on_step_three)
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await go(app, pilot)
        assert "First the answer" in screen_text(app)
        await pilot.press("y")
        await still(app, pilot)
        assert shown(app) is PickDialog
        await pilot.press("s")
        await settle(app, pilot)
        seen = screen_text(app)
        assert "Rest today." in seen
        assert "Step 3 of 13: walk 30 minutes, briskly." in seen
        assert "● green: settled by the next morning" in seen
        here = (await app.journal.call(ladder_view)).position
        assert here is not None
        assert [one.colour for one in here.history].count("amber") == [one.colour for one in here.history].count("red")
        clock.now += timedelta(days=2)
        await pilot.press("T", "P")
        await settle(app, pilot)
        assert "Today: walk 30 minutes, briskly." in screen_text(app)
        await pilot.press("o")
        await settle(app, pilot)
        assert "Today's outing is done." in screen_text(app)
        await pilot.press("u")
        await settle(app, pilot)
        assert "Today: walk 30 minutes, briskly." in screen_text(app)


async def test_begin_go_up_with_a_reason_leave_and_come_back(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 40)) as (app, pilot):
        screen = await go(app, pilot)
        await pilot.click(row(screen, "ladder-choose"))
        await still(app, pilot)
        assert "not validated" in " ".join(screen_text(app).split())
        await pilot.press("enter")
        await settle(app, pilot)
        assert "Step 1 of 13" in screen_text(app)
        await pilot.press("f")
        await still(app, pilot)
        assert shown(app) is OverrideDialog
        await typed(app, pilot, f"rested {NASTY}", "<enter>")
        await settle(app, pilot)
        assert "Step 2 of 13" in screen_text(app)
        moves = await app.journal.call(care_records, LadderMove)
        assert [(one.move, one.why) for one in moves] == [("forward", f"rested {NASTY}"), ("start", None)]
        await pilot.press("b")
        await settle(app, pilot)
        assert "Step 1 of 13" in screen_text(app)
        await pilot.press("b", "g")
        await still(app, pilot)
        assert "you are here" in screen_text(app)
        await pilot.press("escape", "l")
        await still(app, pilot)
        await pilot.press("end", "enter")
        await settle(app, pilot)
        assert "choose a ladder" in screen_text(app)
        await pilot.press("u")
        await settle(app, pilot)
        assert "Step 1 of 13" in screen_text(app)


async def test_a_step_on_a_rest_day_takes_a_reason_that_is_kept_with_the_run(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, allowed)
    async with opened(tmp_path, clock, (80, 40)) as (app, pilot):
        await go(app, pilot)
        await pilot.press("o")
        await settle(app, pilot)
        await pilot.press("o")
        await still(app, pilot)
        assert shown(app) is OverrideDialog
        await pilot.press("enter")
        await still(app, pilot)
        assert "One line is enough" in " ".join(screen_text(app).split())
        await typed(app, pilot, "the sun", "<enter>")
        await settle(app, pilot)
        await until(lambda: shown(app) is PathScreen, 5)
        (override,) = await app.journal.call(care_records, Override)
        assert (override.what, override.why) == ("red_verdict", "the sun")
        runs = await app.journal.call(lambda session: session.readable().runs(TODAY, TODAY))
        assert override.run in {run.id for run in runs}
        assert {(run.ladder, run.step, run.kind) for run in runs} == {("walk-first", "r1", "run_walk")}


async def test_an_open_flag_closes_it_and_running_waits_for_the_green_light(tmp_path: Path, clock: Clock) -> None:
    with_journal(
        tmp_path, clock,
        lambda s: save_care(s, LadderMove("m", TODAY, ladder="walk-first", step="r1", move="start")),
    )  # fmt: skip
    async with opened(tmp_path, clock, (80, 40)) as (app, pilot):
        screen = await go(app, pilot)
        assert "Walking only: walk 30 minutes, briskly." in screen_text(app)
        await app.journal.call(lambda s: raise_flag(s.writer(), "weakness", "S", TODAY, s.now()))
        await screen.reload()
        await pilot.press("d")
        await settle(app, pilot)
        assert "Closed for now." in screen_text(app)
        assert shown(app) is PathScreen
        assert not await app.journal.call(lambda session: session.readable().runs(TODAY, TODAY))


async def test_pages_and_words_fit(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, nearly_on_step_three)
    async with opened(tmp_path, clock, (60, 20)) as (app, pilot):
        screen = await go(app, pilot)
        assert "how was the leg" in screen_text(app)
        seen = []
        for name in ("pushed", "surfaces"):
            screen.set_focus(row(screen, name))
            await pilot.press("enter")
            await until(lambda: shown(app) is LedgerDialog, 10)
            await still(app, pilot)
            seen.append(" ".join(screen_text(app).split()))
            await pilot.press("escape")
            await until(lambda: shown(app) is PathScreen, 10)
        assert "No run against a caution so far." in seen[0]
        assert "grass" in seen[1]
        assert "settled" in seen[1]
        await pilot.press("g")
        await still(app, pilot)
        await pilot.press("f1")
        await until(lambda: shown(app) is HelpDialog, 10)
        assert "A ladder leads from walking" in screen_text(app)
