"""Search as you type: one search at a time, and only what the newest words found is shown."""

from datetime import date
from typing import TYPE_CHECKING, Final

from sciatica_journal.services.history import searching
from sciatica_journal.ui.screens.history.search import SearchPane

if TYPE_CHECKING:
    from sciatica_journal.ui.screens.history.screen import HistoryScreen

FIRST_HITS: Final = 50
MORE_HITS: Final = 500


class Searching:
    """Runs the searches of the History screen. `begun_at` is the day that was chosen before the search."""

    def __init__(self, screen: "HistoryScreen") -> None:
        self._screen = screen
        self.begun_at = date.min
        self._wanted = ("", FIRST_HITS)

    @property
    def pane(self) -> SearchPane:
        """What it shows its hits in."""
        return self._screen.query_one(SearchPane)

    def look_for(self, words: str, limit: int = FIRST_HITS) -> None:
        """Search for other words; a search for the words before is not shown any more."""
        self._wanted = (words, limit)
        self._screen.run_search()

    def again(self) -> None:
        """Search for the same words: the journal may have changed."""
        self.look_for(*self._wanted)

    def more(self) -> None:
        """Look further back, where the newest hits were shown."""
        words, limit = self._wanted
        if limit == FIRST_HITS:
            self.look_for(words, MORE_HITS)

    async def search(self) -> None:
        """Search, and show what was found unless other words are wanted by then."""
        words, limit = self._wanted
        hits = await self._screen.ask(searching.find, words, limit)
        if hits is not None and self._wanted == (words, limit):
            empty = self._screen.has_class("-empty")
            is_new = self.pane.show(words, hits, more=len(hits) == limit, empty=empty)
            if is_new and self._screen.has_class("-searching"):
                self._screen.choose(hits[0].date if hits and words.strip() else self.begun_at)
