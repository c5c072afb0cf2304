"""Words that will be let go are checked for safety words at a pause, in memory: nothing of them is kept."""

from typing import TYPE_CHECKING, Final

from textual.timer import Timer

from sciatica_journal.domain.errors import JournalError

if TYPE_CHECKING:
    from sciatica_journal.services.safety.notice import Notice
    from sciatica_journal.ui.screens.today.screen import TodayScreen

LISTEN_AFTER: Final = 2.0
"""Seconds without a key after which what is written so far is checked."""


class LettingGo:
    """Asks about the same words of one sitting only once."""

    def __init__(self, screen: "TodayScreen") -> None:
        self.screen = screen
        self._timer: Timer | None = None
        self._sitting = ""
        self._asked: set[tuple[str, str]] = set()

    def written(self, sitting: str, words: str) -> None:
        """Check the words at the next pause."""
        self.stop()
        self._timer = self.screen.set_timer(LISTEN_AFTER, lambda: self._check(sitting, words))

    def stop(self) -> None:
        """Check nothing more of what was written: it is put away, or kept."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    async def _check(self, sitting: str, words: str) -> None:
        from sciatica_journal.services.entries.reflections import notices_in_memory

        app = self.screen.journal_app
        try:
            notices = await app.journal.call(notices_in_memory, words)
        except JournalError:
            return  # it is checked again when it is put away
        app.answer_notices(self.not_asked(sitting, notices))

    def not_asked(self, sitting: str, notices: "tuple[Notice, ...]") -> "tuple[Notice, ...]":
        """Return the notices that are about words of which the sitting was not asked yet, and count them as asked."""
        if sitting != self._sitting:
            self._sitting, self._asked = sitting, set()
        new = tuple(each for each in notices if not {(each.trigger, why) for why in each.because} <= self._asked)
        self._asked.update((each.trigger, why) for each in new for why in each.because)
        return new
