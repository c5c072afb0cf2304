"""The run card: the rest of the form behind a key, the jump in distance, the morning after from everywhere."""

from datetime import date, timedelta
from pathlib import Path

from sciatica_journal.domain.run import Run
from sciatica_journal.services.entries.runs import save_run
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.running.mornings import runs_of as runs_on
from sciatica_journal.ui.dialogs.morning import MorningDialog
from sciatica_journal.ui.dialogs.run import RunDialog
from tests.given import TODAY, Clock, window
from tests.ui.dialogs import asked, form, run_form, still, typed
from tests.ui.harness import opened, screen_text, settle, with_journal

EVE, EARLIER = TODAY - timedelta(days=1), TODAY - timedelta(days=4)


def two_runs(session: Session) -> None:
    for day in (EARLIER, EVE):
        save_run(session, Run(f"r-{day}", day, kind="run", distance_km=4.0, shoes="Pegasus"), day)


def run_on(folder: Path, day: date) -> Run:
    with window(folder) as session:
        return runs_on(session, day)[0]


async def test_the_rest_of_the_card_is_one_key_away(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        answers = await asked(app, pilot, run_form())
        assert "^o more: what you expected" in screen_text(app)
        assert "Shoes" not in screen_text(app)
        await pilot.press("ctrl+o", "6")
        app.screen.query_one("#slope").focus()
        await pilot.press("l", "enter")
        await typed(app, pilot, "Pegasus", "<enter>")
        await pilot.press("o", "ctrl+s")
        await still(app, pilot)
    (run,) = answers
    assert (run.expected, run.slope, run.shoes, run.company) == (6, "left_low", "Pegasus", "others")


async def test_closed_again_the_line_says_what_is_held(tmp_path: Path, clock: Clock) -> None:
    async with opened(tmp_path, clock, (60, 20)) as (app, pilot):
        await asked(app, pilot, run_form(shoes="[/x]", company="alone"))
        assert app.screen.has_class("-more")
        await pilot.press("ctrl+o")
        await still(app, pilot)
        assert "^o more: shoes [/x] · alone" in screen_text(app)


async def test_a_jump_is_told_while_typing_and_shoes_are_offered(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, two_runs)
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await pilot.press("a", "6")
        await still(app, pilot)
        assert "6 km is 1.5 times your longest run in 30 days" in screen_text(app)
        dialog = form(app)
        dialog.query_one("#kind").focus()
        await pilot.press("w")
        await still(app, pilot)
        assert "longest run" not in screen_text(app)
        assert dialog.shoes == ("Pegasus",)


async def test_after_s_one_key_says_how_far_down_it_was(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, two_runs)
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await pilot.press("s", "Y")
        await still(app, pilot)
        assert isinstance(app.screen, MorningDialog)
        assert app.screen.state() == {"response": "settled", "furthest": "", "hours": ""}
        await pilot.press("2", "down", "6", "ctrl+s")
        await settle(app, pilot)
        assert "furthest then buttock · settled after 6 h" in screen_text(app)
        await pilot.press("y", "enter")
        await still(app, pilot)
        assert isinstance(app.screen, MorningDialog)
    run = run_on(tmp_path, EVE)
    assert (run.response, run.response_furthest, run.settle_hours) == ("settled", 2, 6.0)


async def test_an_earlier_run_without_an_answer_has_one_quiet_row(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, two_runs)
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        assert "Sat 28 Feb, 4 km run: the morning after?" in screen_text(app)
        app.today_screen.query_one("#open-waiting").focus()
        await pilot.press("delete", "enter")
        await still(app, pilot)
        assert "4 days after this run: an answer from memory" in screen_text(app)
        await pilot.press("f", "ctrl+s")
        await settle(app, pilot)
        assert "Earlier" not in screen_text(app)
    assert run_on(tmp_path, EARLIER).response == "flared"


async def test_history_and_path_take_the_answer_too(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, two_runs)
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await pilot.press("P")
        await settle(app, pilot)
        assert "2 runs of the last week without an answer" in screen_text(app)
        app.screen.query_one("#open-morning").focus()
        await pilot.press("enter")
        await still(app, pilot)
        await pilot.press("l", "ctrl+s")
        await settle(app, pilot)
        await pilot.press("H", "left", "left", "left", "left", "y")
        await settle(app, pilot)
        assert isinstance(app.screen, MorningDialog)
        await pilot.press("s", "ctrl+s")
        await settle(app, pilot)
    assert (run_on(tmp_path, EVE).response, run_on(tmp_path, EARLIER).response) == ("lingering", "settled")


async def test_the_form_of_an_earlier_run_asks_for_its_morning(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, two_runs)
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await asked(app, pilot, RunDialog(run_on(tmp_path, EVE), "km", new=False))
        assert "The morning after" in screen_text(app)
        await pilot.press("escape")
        await asked(app, pilot, run_form())
        assert "The morning after" not in screen_text(app)
