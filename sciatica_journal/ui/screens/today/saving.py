"""Saving a day's fields: in the order they were set, without holding up the keys that come after."""

import asyncio
from collections.abc import Awaitable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from sciatica_journal.domain.day import RATINGS
from sciatica_journal.domain.errors import JournalError
from sciatica_journal.domain.labels import field_label
from sciatica_journal.domain.text import clean_or_none
from sciatica_journal.services.entries import days
from sciatica_journal.services.entries.days import DayView, Saved
from sciatica_journal.services.guide.screen_words import screen_words
from sciatica_journal.ui.journal_screen import start_worker

if TYPE_CHECKING:
    from sciatica_journal.ui.screens.today.enough import Repeats
    from sciatica_journal.ui.screens.today.screen import TodayScreen


class DaySaving:
    """Sends changes to the storage thread; while any is under way, older answers are not shown."""

    def __init__(self, screen: "TodayScreen") -> None:
        self.screen = screen
        self._sent: dict[str, Any] = {}
        self._under_way = 0
        self._repeats: Repeats | None = None

    def start(self, work: Awaitable[Saved]) -> None:
        """Run a save beside the screen's own messages."""
        start_worker(self.screen, partial(self._run, work), group="save")

    async def _run(self, work: Awaitable[Saved]) -> None:
        try:
            self.take(await work)
        except JournalError as error:
            self.screen.not_saved(error)
            await self.screen.reload()

    def save(self, changes: dict[str, Any], day: date, seen: dict[str, Any] | None = None) -> Awaitable[Saved]:
        """Hand fields of a day to the storage thread at once, with what this window last saw of them."""
        if seen is None:
            seen = {name: self.seen_of(name) for name in changes} if day == self.screen.day else {}
        self._notice_repeats(changes, seen, day)
        for name, value in changes.items():
            self._sent[name] = clean_or_none(value) if name in days.TEXTS else value
        self._under_way += 1
        future = self.screen.journal_app.journal.submit(days.change_day, day, changes, seen)
        return self._answer(asyncio.wrap_future(future))

    def _notice_repeats(self, changes: dict[str, Any], seen: dict[str, Any], day: date) -> None:
        """Say that it is enough where a rating is changed again and again."""
        if seen and not changes.keys().isdisjoint(RATINGS):
            from sciatica_journal.ui.screens.today.enough import Repeats

            self._repeats = self._repeats or Repeats()
            self._repeats.look(self.screen, changes, seen, day)

    async def _answer(self, answer: Awaitable[Saved]) -> Saved:
        try:
            return await asyncio.shield(answer)
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._sent.clear()

    def seen_of(self, name: str) -> Any:
        """Return what this window last sent of a field of the day, else what it shows of it."""
        shown = getattr(self.screen.view.day, name) if self.screen.view else None
        return self._sent.get(name, shown)

    def take(self, saved: Saved | None) -> None:
        """Show what was saved, tell of clashes with another window, answer safety notices first."""
        if saved is None:
            return
        screen = self.screen
        screen.state(f"● saved {saved.at:%H:%M}")
        if saved.clashes:
            named = ", ".join(map(field_label, saved.clashes)).capitalize()
            undo = screen.journal_app.with_keys("{undo}")
            said = screen_words("today")["clash"].format(fields=named, undo=undo)
            screen.notify(said, markup=False, severity="warning")
        self._show(saved.view)
        if saved.notices:
            screen.journal_app.answer_notices(saved.notices)

    def _show(self, view: DayView) -> None:
        """Show a view, but under no key that is at work: its row holds a value that is not told yet."""
        if not self._under_way and view.day.date == self.screen.day:
            self.screen.view = view
            self.screen.journal_app.key_order.afterwards(lambda: self.screen.call_next(self._show_latest, view))

    async def _show_latest(self, view: DayView) -> None:
        if not self._under_way and view is self.screen.view:
            await self.screen.show(view)
