"""Which practice is offered in the reflection pane, what is chosen instead, and what yesterday's sitting asks back."""

from dataclasses import replace
from typing import TYPE_CHECKING

from sciatica_journal.services.entries.days import DayView
from sciatica_journal.services.guide.screen_words import screen_words
from sciatica_journal.ui.screens.today.reflection_pane import TEXT
from sciatica_journal.ui.screens.today.sitting import Sitting

if TYPE_CHECKING:
    from sciatica_journal.domain.practices.practice import Practice
    from sciatica_journal.services.guide.practice_gates import OpenPractices
    from sciatica_journal.ui.screens.today.screen import TodayScreen


class Offering:
    """Knows what is `found` open today; `is_stale` says that other places may have changed it."""

    def __init__(self, screen: "TodayScreen") -> None:
        self.screen = screen
        self.found: OpenPractices | None = None
        self.sitting: Sitting | None = None
        self.is_stale = False

    async def _paint(self, view: DayView, *, new: bool = False) -> None:
        """Show the sitting and its practice."""
        raise NotImplementedError

    def _say(self, name: str, *, timeout: float, **values: str) -> None:
        """Say a sentence of Today by its name, for `timeout` seconds, with the values in their places."""
        self.screen.notify(screen_words("today")[name].format(**values), markup=False, timeout=timeout)

    async def _look(self) -> None:
        """See what is open; where that cannot be read, it stays as it was."""
        from sciatica_journal.services.guide.practice_gates import open_practices

        self.is_stale = False
        self.found = await self.screen.ask(open_practices, self.screen.day) or self.found
        sitting = self.sitting
        closed = self.found.gates.closed if self.found is not None else {}
        if sitting is not None and sitting.is_blank and sitting.reflection.practice in closed:
            sitting.reflection = replace(sitting.reflection, practice=None)

    @property
    def practice(self) -> "Practice | None":
        """The practice of the sitting, else the day's offer; none where the day had enough."""
        if self.sitting is None or self.found is None:
            return None
        chosen = self.sitting.reflection.practice
        for practice in self.found.practices:
            if practice.id == chosen:
                return practice
        offered = self.found.gates.offered
        return offered[self.sitting.skipped % len(offered)] if offered else None

    async def _answer_back(self, ident: str, rating: int | None) -> None:
        from sciatica_journal.services.guide.practice_gates import answer_back

        rested = self.found is not None and self.found.gates.rests_until is not None
        saved = await self.screen.ask(answer_back, ident, rating, self.screen.day)
        if saved is None:
            return
        asked = self.found.asked if self.found is not None else ()
        await self._look()
        found = self.found
        if found is not None:
            # The row stays while one is at it: 10 is typed as 1 and 0, and an answer can be taken back.
            self.found = found._replace(asked=asked)
            if found.notice is not None and found.gates.rests_until is not None and not (rested or found.gates.enough):
                self.screen.notify(found.notice[1], title=found.notice[0], markup=False, timeout=20)
        self.screen.take(saved)

    def _is_free(self) -> bool:
        """Return whether another practice can be taken; what was begun is finished first."""
        if self.sitting is not None and self.sitting.is_blank:
            return True
        self._say("finish_first", timeout=4)
        return False

    async def another(self) -> None:
        """Offer another practice."""
        sitting = self.sitting
        if sitting is None or not self._is_free():
            return
        sitting.skipped += 1
        await self._take_practice(sitting, None)

    async def _take_practice(self, sitting: Sitting, practice: "Practice | None") -> None:
        sitting.reflection = replace(sitting.reflection, practice=practice.id if practice else None)
        if self.screen.view is not None:
            await self._paint(self.screen.view, new=True)

    async def choose(self) -> None:
        """Choose from all practices; deep ones only with their cautions agreed to."""
        from sciatica_journal.ui.screens.today.choosing import choose_practice

        if self.sitting is None or not self._is_free():
            return
        practice = await choose_practice(self.screen)
        await self._look()
        if practice is None or self.sitting is None or not self._is_free():
            return
        await self._take_practice(self.sitting, practice)
        self.screen.action_jump("before" if practice.is_deep else TEXT)

    def about(self) -> None:
        """Show the practice whole: steps, evidence, provenance, cautions."""
        practice = self.practice
        if practice is not None:
            from sciatica_journal.ui.dialogs.practice import PracticeDialog

            self.screen.app.push_screen(PracticeDialog(practice))

    def _may_end(self, sitting: Sitting, practice: "Practice | None") -> bool:
        """Return whether a sitting can be finished: both columns hold something, a deep one is rated at its end."""
        from sciatica_journal.domain.practices.columns import lacking

        screen = self.screen
        if practice is not None and practice.both_needed and (empty := lacking(practice.columns, sitting.words)):
            self._say("both_sides", column=empty[0], timeout=6)
            screen.set_focus(screen.reflection_pane.place_to_write(empty[0]))
            return False
        if practice is not None and practice.is_deep and sitting.reflection.after is None:
            self._say("rate_first", timeout=6)
            screen.action_jump("after")
            return False
        return True
