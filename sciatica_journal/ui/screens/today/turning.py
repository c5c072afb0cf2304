"""The turn of the day under an open app: what is being written belongs to the day it was begun on."""

from typing import TYPE_CHECKING, Final

from textual.widgets import Input, TextArea

from sciatica_journal.ui.widgets.timer_row import TimerRow

if TYPE_CHECKING:
    from sciatica_journal.ui.screens.today.screen import TodayScreen

AT_IT_SECONDS: Final = 600.0
"""How long someone who wrote is taken to be still at it, as long as a stretch of typing is one change to undo."""


def is_at_it(screen: "TodayScreen") -> bool:
    """Return whether a text or a sitting is under way: the day must not change under the words.

    A text is, while the cursor stays in it; a sitting, until it is done with or its timer is over. An app that was
    left open so goes on AT_IT_SECONDS after the last word.
    """
    if screen.query_one(TimerRow).is_counting:
        return True
    if not screen.wrote_within(AT_IT_SECONDS):
        return False
    return isinstance(screen.focused, Input | TextArea) or screen.reflecting.is_under_way
