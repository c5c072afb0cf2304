"""What waits until Today is painted: the check of the file, the first launch, open red flags."""

from typing import TYPE_CHECKING

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.ui.warming import load_when_idle

if TYPE_CHECKING:
    from sciatica_journal.ui.app import JournalApp


async def begin_with(app: "JournalApp") -> None:
    """Check the journal, ask what the first launch asks or show what is still open, then load ahead."""
    from sciatica_journal.services.journal.beginning import begin

    try:
        beginning = await app.journal.call(begin)
    except JournalError as error:
        from sciatica_journal.ui.screens.trouble import TroubleScreen

        app.push_screen(TroubleScreen(error))
        return
    if beginning.first_launch:
        from sciatica_journal.ui.screens.welcome.screen import WelcomeScreen

        await app.push_screen(WelcomeScreen())
    if beginning.notices:  # after the welcome, so that they lie over it: the shell may have logged before
        app.flag_notices.show(beginning.notices)
        app.answer_notices(beginning.notices)
    for problem in beginning.problems:
        app.notify(problem, severity="warning", markup=False, timeout=12)
    load_when_idle(app)
    from sciatica_journal.ui.screens.today.watching import watch_today

    watch_today(app.today_screen)
    if not beginning.first_launch and not beginning.notices:
        await _go_on_timing(app)


async def _go_on_timing(app: "JournalApp") -> None:
    """Ask about a timed run that was not ended, where there is one."""
    from sciatica_journal.services.entries.drafting import TIMED_DRAFT, find_draft

    try:
        draft = await app.journal.call(find_draft, TIMED_DRAFT)
    except JournalError:
        return
    if draft is not None and len(app.screen_stack) == 1:
        from sciatica_journal.ui.screens.timed_run.screen import TimedRunScreen

        app.push_screen(TimedRunScreen(only_left=True))
