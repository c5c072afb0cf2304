"""Safety notices over whatever is there, and the line on open red flags that every place shows."""

from typing import TYPE_CHECKING, Final

from textual.widgets import Input, TextArea

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from sciatica_journal.services.safety.notice import Notice
    from sciatica_journal.ui.app import JournalApp

PAUSE_SECONDS: Final = 1.0
"""How long someone who writes has to pause before a safety notice comes up: no word is typed into it."""


class FlagNotices:
    """The notices that wait to be answered (`unanswered`) and the line on what is open."""

    def __init__(self, app: "JournalApp") -> None:
        self.app = app
        self.line = ""
        self.unanswered: tuple[Notice, ...] = ()

    def add(self, notices: "tuple[Notice, ...]") -> None:
        """Show the urgent ones of these notices at the first pause of someone who types."""
        self.unanswered += tuple(notice for notice in notices if not notice.is_quiet)
        self.answer_at_a_pause()

    def answer_at_a_pause(self) -> None:
        """Show what is unanswered unless someone types; then look again a little later."""
        app = self.app
        if app.leaving.is_writing or not self.unanswered:
            return
        if self._is_writing and app.today_screen.wrote_within(PAUSE_SECONDS):
            app.set_timer(PAUSE_SECONDS / 2, self.answer_at_a_pause)
        else:
            app.key_order.at_a_pause(self._open)

    @property
    def _is_writing(self) -> bool:
        return isinstance(self.app.focused, Input | TextArea)

    def _open(self) -> None:
        app = self.app
        if app.leaving.is_writing or not self.unanswered or not app.screen_stack:
            return
        writing = self._is_writing
        from sciatica_journal.ui.screens.emergency import EmergencyScreen

        notices, self.unanswered = self.unanswered, ()
        app.clear_notifications()
        app.push_screen(EmergencyScreen(notices, while_typing=writing), app.notices_answered)

    async def answered(self) -> None:
        """Read which red flags are open and show them."""
        from sciatica_journal.services.safety.flags import open_notices

        try:
            self.show(await self.app.journal.call(open_notices))
        except JournalError:
            return  # the next save tells what is wrong with the file

    def show(self, notices: "tuple[Notice, ...]") -> None:
        """Keep open red flags in sight on every place until their outcome is recorded."""
        from sciatica_journal.ui.flag_words import flag_line

        self.line = flag_line(notices)
        for bar in self.app.screen_stack[0].query(TopBar):
            bar.flag_text = self.line
