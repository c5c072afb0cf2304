"""Leaving the app: what is typed is written first, however it ends."""

import asyncio
from time import monotonic
from typing import TYPE_CHECKING, Final

from sciatica_journal.ui.journal_screen import JournalScreen
from sciatica_journal.ui.screens.place import PlaceScreen
from sciatica_journal.ui.screens.today.screen import TodayScreen
from sciatica_journal.ui.signals import end_even_without_terminal

if TYPE_CHECKING:
    from sciatica_journal.ui.app import JournalApp
    from sciatica_journal.ui.dialogs.drafts import DraftKeeper

UNSAVED_WITHIN: Final = 8.0
"""Seconds in which a second quit leaves although something could not be written."""

_UNREAD_SECONDS: Final = 0.05
"""How long what was typed just before a signal may still be on its way from the terminal."""

_AT_WORK_SECONDS: Final = 0.5
"""How long keys that were read are waited for before all is written without them."""


_WRITE_SECONDS: Final = 4.0
"""How long a signal waits for a journal that is locked: who sent it may soon kill."""


class Leaving:
    """The way out of the app. `is_writing` says that what is typed is being written for it."""

    def __init__(self, app: "JournalApp") -> None:
        self.app = app
        self.is_writing = False
        self._unsaved_too = False

    async def quit(self) -> None:
        """Write what is typed, then leave; if it cannot be written, only a second try leaves without it."""
        app = self.app
        self.is_writing = True
        written = await self._write()
        self.is_writing = False
        if app.flag_notices.unanswered:
            app.flag_notices.answer_at_a_pause()
            return
        if written or self._unsaved_too:
            app.exit()
            return
        self._unsaved_too = True
        app.set_timer(UNSAVED_WITHIN, self._stay)
        app.notify("Press the same key again to leave without it.", title="Not everything is saved.", markup=False)

    async def leave(self, code: int) -> None:
        """Write what is typed and end the process with an exit code, also where the terminal is gone."""
        if self._has_begun:
            await self.write_before_the_end()
        end_even_without_terminal(code)
        self.app.exit(return_code=code)

    @property
    def _has_begun(self) -> bool:
        """Whether a day is shown: before, a signal finds nothing to write, and not yet a screen to ask."""
        today = next(iter(self.app._screen_stacks.get("today", ())), None)
        return isinstance(today, TodayScreen) and today.view is not None

    async def write_before_the_end(self) -> None:
        """Write what is typed; what the journal does not take, or not soon, goes into a file of its own."""
        self.is_writing = True
        await self._hear_last_keys()
        try:
            written = await asyncio.wait_for(self._write(), _WRITE_SECONDS)
        except TimeoutError:
            written = False
        if not written:
            for keeper in self._keepers():
                keeper.keep_aside()
            await self.app.today_screen.keep_aside()

    async def _write(self) -> bool:
        """Write what is typed, in places and in forms. Returns whether all of it is on disk."""
        await self._flush_places()
        written = [await keeper.flush() for keeper in self._keepers()]
        return await self.app.today_screen.finish() and all(written)

    def _keepers(self) -> "list[DraftKeeper]":
        screens = (screen for screen in self.app.screen_stack if isinstance(screen, JournalScreen))
        return [screen.keeper for screen in screens if screen.keeper is not None]

    async def _hear_last_keys(self) -> None:
        """Let what was typed before the signal arrive: the signal overtakes it."""
        await asyncio.sleep(_UNREAD_SECONDS)
        until = monotonic() + _AT_WORK_SECONDS
        while self.app.key_order.is_at_work and monotonic() < until:
            await asyncio.sleep(0.005)

    async def _flush_places(self) -> None:
        for place in self.app.screen_stack:
            if isinstance(place, PlaceScreen):
                await place.flush()

    def _stay(self) -> None:
        self._unsaved_too = False
