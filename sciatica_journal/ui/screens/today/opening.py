"""The first look into the journal: at once where it can be read, else with words that say what it waits for."""

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Final

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.services.entries import days
from sciatica_journal.services.entries.days import DayView
from sciatica_journal.ui.journal_screen import start_worker

if TYPE_CHECKING:
    from sciatica_journal.ui.screens.today.screen import TodayScreen
    from sciatica_journal.ui.screens.waiting import WaitingScreen

AT_ONCE: Final = 0.15
"""Seconds that the first paint waits for the day; after them the screen shows without it."""

LOOK_AGAIN: Final = 0.25
"""Seconds between two looks whether another program still holds the journal."""

UNUSUAL: Final = 1.0
"""Seconds after which a journal that nobody else holds is said to open slowly."""


class Opening:
    """Reads today's day for a Today screen, and hands a journal that cannot be read to the trouble screen."""

    def __init__(self, screen: "TodayScreen") -> None:
        self.screen = screen

    async def begin(self) -> None:
        """Show today's day now, or say soon what it waits for and show it later."""
        screen = self.screen
        screen.day = screen.journal_app.journal.session.today()
        screen.follows_today = True
        reading = asyncio.ensure_future(screen.journal_app.journal.call(days.view_day, screen.day))
        await asyncio.wait({reading}, timeout=AT_ONCE)
        if reading.done():
            await self._end(reading)
        else:
            start_worker(screen, partial(self._wait, reading), group="opening")

    async def _wait(self, reading: "asyncio.Future[DayView]") -> None:
        shown = await self._say_why(reading)
        await asyncio.wait({reading})
        if shown is not None:
            shown.end()
        await self._end(reading)

    async def _say_why(self, reading: "asyncio.Future[DayView]") -> "WaitingScreen | None":
        """Say what it waits for, anew where that changes, until the reading is done."""
        from sciatica_journal.services.journal.in_use import in_use_elsewhere
        from sciatica_journal.ui.screens.waiting import IN_USE, OPENING, WaitingScreen

        paths = self.screen.journal_app.journal.session.paths
        shown: WaitingScreen | None = None
        waited = AT_ONCE
        while not reading.done():
            in_use = await asyncio.to_thread(in_use_elsewhere, paths)
            if shown is not None:
                shown.say(IN_USE if in_use else OPENING)
            elif (in_use or waited >= UNUSUAL) and not reading.done():
                shown = WaitingScreen(IN_USE if in_use else OPENING)
                await self.screen.app.push_screen(shown)
            await asyncio.wait({reading}, timeout=LOOK_AGAIN)
            waited += LOOK_AGAIN
        return shown

    async def _end(self, reading: "asyncio.Future[DayView]") -> None:
        try:
            view = reading.result()
        except JournalError as error:
            from sciatica_journal.ui.screens.trouble import TroubleScreen

            self.screen.app.push_screen(TroubleScreen(error))
            return
        await self.screen.begin_day(view)
