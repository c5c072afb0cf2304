"""Choosing a place: one letter each."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from sciatica_journal.ui.dialogs.base import Dialog
from sciatica_journal.ui.dialogs.pick_list import PickList
from sciatica_journal.ui.widgets.keyed_words import keyed, letters_of
from sciatica_journal.ui.widgets.top_bar import PLACES

_LATE = frozenset({"patterns"})
"""Places that leave their first letter to another one, as their own keys do: P is Path, A is Patterns."""


class GoDialog(Dialog[str]):
    """Answers with the name of a place."""

    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("letter", "go"), ("Esc", "stay"))

    def __init__(self) -> None:
        super().__init__("Go to")
        letters = letters_of({name: PLACES[name] for name in sorted(PLACES, key=_LATE.__contains__)})
        self.places = {name: letters[name] for name in PLACES}
        self.letters = {PLACES[name][at].lower(): name for name, at in self.places.items()}

    def compose_dialog(self) -> Iterable[Widget]:
        """Compose the list of places."""
        yield PickList()

    def on_mount(self) -> None:
        """Show the places with their letters."""
        self.add_class("-small")
        self.query_one(PickList).show(
            [Content.assemble(*keyed(PLACES[name], at, "$foreground")) for name, at in self.places.items()]
        )
        self.begin(self.query_one(PickList))

    def on_key(self, event: events.Key) -> None:
        """A letter goes there."""
        place = self.letters.get((event.character or "").lower())
        if place is not None:
            event.stop()
            self.leave(place)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.leave(list(self.letters.values())[event.option_index])

    def action_confirm(self) -> None:
        """Go to the marked place."""
        self.query_one(PickList).action_select()

    def action_go(self) -> None:
        """It is open already; the same key closes it."""
        self.leave()
