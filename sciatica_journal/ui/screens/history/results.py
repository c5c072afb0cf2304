"""What a search found: two lines a hit, the words it was found by in bold and underlined."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from sciatica_journal.services.history.searching import CLOSE, OPEN, Hit, kind_name
from sciatica_journal.ui.screens.history.day_list import day_text
from sciatica_journal.ui.screens.history.line_list import LineList
from sciatica_journal.ui.screens.history.messages import SearchLeft

HIT_STYLE: Final = "bold underline"
_KINDS: Final = {"day": "journal"}


def marked(snippet: str) -> Content:
    """Return a snippet with what stands between OPEN and CLOSE marks highlighted; its text is never markup."""
    parts: list[Content] = []
    for piece in snippet.split(OPEN):
        hit, mark, rest = piece.partition(CLOSE)
        if mark:
            parts += [Content.styled(hit, HIT_STYLE), Content(rest)]
        else:
            parts.append(Content(piece))
    return Content("").join(parts)


class ResultList(LineList):
    """Hits, newest first."""

    LINES = 2

    def __init__(self) -> None:
        super().__init__(id="search-results")
        self.hits: Sequence[Hit] = ()

    def show(self, hits: Sequence[Hit], *, from_top: bool) -> None:
        """Show these hits."""
        self.hits = hits
        if from_top:
            self.cursor = 0
            self.scroll_to(y=0, animate=False)
        self.show_count(len(hits))

    def lines(self, number: int, width: int) -> list[Content]:
        """Return the day and kind of a hit, and below them its words."""
        hit = self.hits[number]
        kind = _KINDS.get(hit.kind) or kind_name(hit)
        head = Content.assemble((day_text(hit.date, width), "bold"), "  ", (kind, "$text-secondary"))
        return [head, Content("  ") + marked(hit.snippet)]

    def action_move(self, step: int) -> None:
        """Go to another hit; up from the first one goes back to the words."""
        if step < 0 and self.cursor == 0:
            self.post_message(SearchLeft(-1))
        else:
            super().action_move(step)
