"""What an offer of Today opens or does when it is taken up."""

from typing import TYPE_CHECKING

from sciatica_journal.services.offers.offering import QuietLine
from sciatica_journal.services.tracking import rhythm
from sciatica_journal.services.tracking.words import tracking_words
from sciatica_journal.services.trial.today import DRAWN
from sciatica_journal.services.trial.today import IDS as TRIAL_LINES

if TYPE_CHECKING:
    from sciatica_journal.ui.app import JournalApp


async def take_offer(app: "JournalApp", line: QuietLine) -> None:
    """Open the page or dialog that was offered, or do what was offered."""
    if line.page is not None:
        app.open_page(line.page)
    elif line.id in TRIAL_LINES:
        _coin(app, line, "accepted")
    elif line.id == "light":
        await _light(app)
    elif line.id == "step_down":
        await _step_down(app)
    elif line.id == "season_end":
        from sciatica_journal.ui.dialogs.season import open_season

        open_season(app)
    elif line.id == "beliefs":
        from sciatica_journal.ui.dialogs.beliefs import open_beliefs

        open_beliefs(app)
    elif line.id == "measures":
        from sciatica_journal.ui.dialogs.measures.opening import open_weekly

        open_weekly(app)


def refuse_coin(app: "JournalApp", line: QuietLine) -> None:
    """Say that what the coin said was refused, where it was that."""
    if line.id in TRIAL_LINES:
        _coin(app, line, "refused")


def _coin(app: "JournalApp", line: QuietLine, answered: str) -> None:
    """Say what was done about the coin, and show what it says where it was just tossed."""
    from sciatica_journal.services.trial.words import trial_words

    screen = app.today_screen
    if line.id == DRAWN:
        screen.notify(app.with_keys(trial_words()["says"][f"answered_{answered}"]), markup=False, timeout=5)
    if screen.offers is not None and screen.view is not None:
        screen.offers.look(screen.view.day)


async def _light(app: "JournalApp") -> None:
    """Go into light mode at once."""
    from sciatica_journal.services.settings.changing_settings import change_settings
    from sciatica_journal.ui.applying_settings import apply_settings

    settings = await app.today_screen.ask(change_settings, "mode", "light")
    if settings is not None:
        await apply_settings(app, settings)
        app.notify(tracking_words("done")["light"], markup=False, timeout=8)


async def _step_down(app: "JournalApp") -> None:
    """Write less often from today on."""
    from sciatica_journal.domain.tracking.rhythm import step_down

    now = await app.today_screen.ask(rhythm.rhythm)
    smaller = step_down(now.name) if now is not None else None
    if smaller is not None:
        await app.today_screen.ask(rhythm.set_rhythm, smaller)
        app.notify(tracking_words("done")[smaller], markup=False, timeout=8)
