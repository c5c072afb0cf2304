"""The coin-flip trial on Today: one quiet line with two keys; the dialog that begins one; the panel of Patterns."""

from pathlib import Path

from sciatica_journal.domain.care.examination import Examination
from sciatica_journal.domain.trial.draw import Draw
from sciatica_journal.services.care.records import care_records, save_care
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.trial import actions
from sciatica_journal.services.trial.actions import Plan
from sciatica_journal.services.trial.view import trial_view
from sciatica_journal.ui.screens.patterns.trial_panel import TrialPanel
from tests.given import TODAY
from tests.ui.dialogs import said, still, typed
from tests.ui.harness import Clock, opened, screen_text, settle, with_journal
from tests.ui.test_quiet_line import put_safety_away, words

SEED = "00112233445566778899aabbccddeeff"
"""By it the first draw is b."""


def begun(session: Session) -> None:
    """A trial that was begun by a person who may run."""
    save_care(session, Examination("x", TODAY, green_light="yes"))
    actions.start(session, Plan("[road] /x", "trail", planned=20, safe=True), SEED)
    put_safety_away(session)


async def test_one_key_tosses_and_accepts_and_one_refuses_or_says_not_today(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, begun)
    async with opened(tmp_path, clock, (60, 20)) as (app, pilot):
        *_, above, keys, _ = screen_text(app).splitlines()
        assert above.strip().startswith("Coin: [road] /x or trail, both fine")
        assert "g toss   x not today" in keys
        await pilot.press("g")
        await settle(app, pilot)
        assert words(app) == "The coin says: trail"
        assert "g accept   x refuse" in screen_text(app).splitlines()[-2]
        await pilot.press("g")
        await settle(app, pilot)
        assert words(app) == ""
        assert await app.journal.call(lambda session: [d.answered for d in care_records(session, Draw)]) == ["accepted"]
        await pilot.press("u")
        await settle(app, pilot)
        assert words(app) == "The coin says: trail"
        await pilot.press("x")
        await settle(app, pilot)
        view = await app.journal.call(trial_view)
        assert view is not None
        assert (words(app), view.counts) == ("", (1, 0, 1))
        for _ in range(2):
            await pilot.press("u")
            await settle(app, pilot)
        assert words(app).startswith("Coin: ")
        await pilot.press("x")
        await settle(app, pilot)
        view = await app.journal.call(trial_view)
        assert view is not None
        assert (words(app), view.counts.drawn) == ("", 0)


async def test_a_trial_is_begun_in_patterns_only_with_the_word_that_both_are_safe(tmp_path: Path, clock: Clock) -> None:
    with_journal(tmp_path, clock, lambda session: save_care(session, Examination("x", TODAY, green_light="yes")))
    async with opened(tmp_path, clock, (80, 24)) as (app, pilot):
        await pilot.press("A")
        await settle(app, pilot)
        await pilot.press("t")
        await still(app, pilot)
        await typed(app, pilot, "road", "<enter>", "no ibuprofen", "<ctrl+s>")
        assert "A coin does not decide about medicine" in said(app)
        await typed(app, pilot, "<home>", "<ctrl+k>", "trail", "<ctrl+s>")
        assert "both safe for you" in said(app)
        await typed(app, pilot, "<space>", "<ctrl+s>")
        await settle(app, pilot)
        view = await app.journal.call(trial_view)
        assert view is not None
        assert (view.trial.option_a, view.trial.option_b, view.trial.planned) == ("road", "trail", 40)
        panel = app.screen.query_one(TrialPanel)
        assert panel.view == view
        assert "road or trail: draw 0 of 40." in panel.render().plain
        await pilot.press("t")
        await still(app, pilot)
        await pilot.press("enter")
        await still(app, pilot)
        assert "Today the coin says" in screen_text(app)
        await pilot.press("enter")
        await settle(app, pilot)
        view = await app.journal.call(trial_view)
        assert view is not None
        assert view.counts == (1, 1, 0)
