"""A row of the guide's list: one page in two lines."""

from textual.content import Content
from textual.geometry import Size

from sciatica_journal.domain.page import GuidePage
from sciatica_journal.ui.widgets.open_row import OpenRow
from sciatica_journal.ui.widgets.row import Part
from sciatica_journal.ui.widgets.spans import Span
from sciatica_journal.ui.widgets.wrapping import wrap

READ, BEGUN = "✓ read", "… begun"


class PageRow(OpenRow):
    """Title and minutes, and below them the summary. The mark says in words what was read."""

    def __init__(self, page: GuidePage) -> None:
        super().__init__(page.title, page.slug, [])
        self._page = page
        self.mark = ""

    def show_mark(self, mark: str) -> None:
        """Show how far the page was read: READ, BEGUN or nothing."""
        self.mark = mark
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's
        """Return the title's line and those of the summary: the first layout asks before the row has its size."""
        return 1 + len(wrap((Span(self._page.summary),), width - 3))

    def render(self) -> Content:
        """Return the two lines."""
        focused = self.has_focus
        right = f"{self.mark}   {self._page.minutes} min" if self.mark else f"{self._page.minutes} min"
        head = f"{'▸' if focused else ' '} "
        room = max(8, self.size.width - len(head) - len(right) - 3)
        title = Content(self._page.title).truncate(room, ellipsis=True)
        gap = " " * max(2, self.size.width - len(head) - title.cell_length - len(right) - 1)
        parts: list[Part | Content] = [
            (head, "bold $text-accent"),
            title.stylize("bold $text-accent" if focused else "bold $text-primary"),
            gap,
            (right, "$text-success" if self.mark == READ else "$text-muted"),
        ]
        for line in wrap((Span(self._page.summary),), self.size.width - 3):
            parts += ["\n  ", *(Content(span.text) for span in line)]
        return Content.assemble(*parts)
