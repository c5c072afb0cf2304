"""Asking for the page: the diary is read on the storage thread, the answers are worked out apart from it."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from sciatica_journal.ui.apart import apart

if TYPE_CHECKING:
    from sciatica_journal.services.patterns.diary import Diary
    from sciatica_journal.services.patterns.page import Told
    from sciatica_journal.services.trial.view import TrialView
    from sciatica_journal.ui.journal_screen import JournalScreen

NOTICED_AFTER: Final = 0.15
"""Seconds of work before it is told that there is any."""


async def ask_diary(screen: "JournalScreen[None]", before: "Diary | None") -> "Diary | None":
    """Return the diary, `before` itself where nothing was written since; None where an error was told."""
    from sciatica_journal.services.patterns.diary import read_diary

    return await screen.ask(read_diary, before)


async def ask_trial(screen: "JournalScreen[None]") -> "TrialView | None":
    """Return the newest trial, with what it came to once it is over."""
    from sciatica_journal.services.trial.view import trial_view

    return await screen.ask(trial_view, with_result=True)


async def work_out(diary: "Diary", before: "Told | None", notice: Callable[[], None]) -> "Told":
    """Return the page of a diary, the first one of a long diary without its history. `notice` is called once it takes
    long enough to be felt."""
    work = asyncio.ensure_future(apart(partial(_told, diary, before)))
    try:
        done, _ = await asyncio.wait({work}, timeout=NOTICED_AFTER)
        if not done:
            notice()
        return await work
    finally:
        work.cancel()


def _told(diary: "Diary", before: "Told | None") -> "Told":
    from sciatica_journal.services.patterns.page import told  # loads numpy: here, on a thread of its own

    return told(diary, before, soon=True)
