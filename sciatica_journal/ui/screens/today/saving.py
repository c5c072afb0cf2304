"""Saving a day's fields: in the order they were set, without holding up the keys that come after."""

from collections.abc import Awaitable
from typing import TYPE_CHECKING, Any

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.domain.text import clean_or_none
from sciatica_journal.services import days
from sciatica_journal.services.days import DayView, Saved

if TYPE_CHECKING:
    from sciatica_journal.ui.screens.today.screen import TodayScreen


class DaySaving:
    """Sends changes to the storage thread; while any is under way, older answers are not shown."""

    def __init__(self, screen: "TodayScreen") -> None:
        self.screen = screen
        self._sent: dict[str, Any] = {}
        self._under_way = 0

    def start(self, work: Awaitable[Saved]) -> None:
        """Run a save beside the screen's own messages."""
        self.screen.run_worker(self._run(work), group="save")

    async def _run(self, work: Awaitable[Saved]) -> None:
        try:
            self.take(await work)
        except JournalError as error:
            self.screen.not_saved(error)
            await self.screen.reload()

    async def save(self, changes: dict[str, Any]) -> Saved:
        """Write fields of the day, telling what this window last saw of them."""
        screen = self.screen
        seen = {name: self._sent.get(name, self._shown(name)) for name in changes}
        for name, value in changes.items():
            self._sent[name] = clean_or_none(value) if name in days.TEXTS else value
        self._under_way += 1
        try:
            return await screen.journal_app.journal.call(days.change_day, screen.day, changes, seen)
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._sent.clear()

    def _shown(self, name: str) -> Any:
        return getattr(self.screen.view.day, name) if self.screen.view else None

    def take(self, saved: Saved | None) -> None:
        """Show what was saved, tell of clashes with another window, answer safety notices first."""
        if saved is None:
            return
        screen = self.screen
        screen.state(f"● saved {saved.at:%H:%M}")
        if saved.clashes:
            screen.notify(
                f"{', '.join(saved.clashes)}: another window changed it too. Both are kept; u shows the other.",
                markup=False, severity="warning",
            )  # fmt: skip
        self._show(saved.view)
        if saved.notices:
            screen.journal_app.answer_notices(saved.notices)

    def _show(self, view: DayView) -> None:
        if not self._under_way and view.day.date == self.screen.day:
            self.screen.view = view
            self.screen.call_next(self.screen.show, view)
