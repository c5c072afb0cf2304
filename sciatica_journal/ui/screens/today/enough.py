"""A rating that is changed again and again: a gentle page comes instead of the form, once a day for each."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from sciatica_journal.domain.day import RATINGS
from sciatica_journal.domain.tracking.repeated import WITHIN, RatingChange, is_enough

if TYPE_CHECKING:
    from sciatica_journal.ui.screens.today.screen import TodayScreen


class Repeats:
    """The changes of ratings of the last minutes, and of which ratings it was said already."""

    def __init__(self) -> None:
        self.made: list[RatingChange] = []
        self.said: set[tuple[date, str]] = set()

    def is_enough(self, change: RatingChange) -> bool:
        """Take a change, and return whether it is time to say that it is enough."""
        self.made = [one for one in self.made if change.at - one.at <= WITHIN] + [change]
        name = (change.day, change.field)
        if name in self.said or not is_enough(self.made, change):
            return False
        self.said.add(name)
        return True

    def look(self, screen: "TodayScreen", changes: Mapping[str, Any], seen: Mapping[str, Any], day: date) -> None:
        """Look at the ratings among the changes of a day; `seen` are their values before."""
        now = screen.journal_app.journal.session.now()
        for name in changes.keys() & set(RATINGS):
            if self.is_enough(RatingChange(now, day, name, seen.get(name), changes[name])):
                screen.journal_app.key_order.at_a_pause(lambda: _say(screen))


def _say(screen: "TodayScreen") -> None:
    from sciatica_journal.ui.dialogs.enough import EnoughDialog

    if screen.is_active:
        screen.app.push_screen(EnoughDialog())
