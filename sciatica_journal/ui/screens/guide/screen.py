"""The guide: the list of its pages."""

from asyncio import to_thread
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sciatica_journal.domain.commands import Place
from sciatica_journal.services.guide import reading
from sciatica_journal.services.guide.reading import ReadingState
from sciatica_journal.services.guide.screen_words import screen_words
from sciatica_journal.ui.bindings import bindings_for
from sciatica_journal.ui.messages import RowActivated, RowLeft
from sciatica_journal.ui.screens.guide.page_row import BEGUN, READ, PageRow
from sciatica_journal.ui.screens.guide.texts import CHANGELOG, RED_FLAGS
from sciatica_journal.ui.screens.place import PlaceScreen
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.markdown_blocks import read_markdown
from sciatica_journal.ui.widgets.open_row import OpenRow


class GuideScreen(PlaceScreen):
    """Every page with its length and summary; what was read is marked in words, what was begun goes on there."""

    CSS_PATH: ClassVar = sheet("guide")
    PLACE: ClassVar[Place] = "guide"
    NAME: ClassVar[str] = "guide"
    HELP_PAGE: ClassVar[str] = "guide"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("guide")]

    def compose_place(self) -> ComposeResult:
        """Compose the list; its pages follow when they are read."""
        with VerticalScroll(id="guide-list", can_focus=False):
            yield Static(Content(screen_words("guide")["note"]), id="guide-note")
            yield OpenRow("News", CHANGELOG, [("what is new in this version", "$text-muted")], hint="↵")

    async def on_mount(self) -> None:
        """List the pages and choose the one to go on with."""
        pages = await to_thread(reading.all_pages)
        rows = [PageRow(page) for page in pages]
        await self.query_one("#guide-list").mount_all(rows, after="#guide-note")
        await self._show_marks()
        self._row_to_go_on_with(rows).focus()
        self.run_worker(_prepare, thread=True)

    async def on_screen_resume(self) -> None:
        """Show what was read meanwhile."""
        await self._show_marks()

    async def _show_marks(self) -> None:
        rows = list(self.query(PageRow))
        state = await self.ask(reading.reading_state) if rows else None
        for row in rows if state else ():
            row.show_mark(_mark(state, row.opens))

    def _row_to_go_on_with(self, rows: list[PageRow]) -> OpenRow:
        begun = [row for row in rows if row.mark == BEGUN]
        unread = [row for row in rows if row.mark != READ]
        choice: list[OpenRow] = [*begun, *unread, *rows, self.query_one("#open-changelog", OpenRow)]
        return choice[0]

    @on(RowActivated)
    def _opened(self, message: RowActivated) -> None:
        message.stop()
        self.journal_app.open_page(message.name)

    @on(RowLeft)
    def _row_left(self, message: RowLeft) -> None:
        message.stop()
        self.go_to_neighbour(list(self.query(OpenRow)), message.step)

    def action_open_page(self, slug: str) -> None:
        """Open a page."""
        self.journal_app.open_page(slug)


def _prepare() -> None:
    """Load the Markdown parser while one chooses, so that the first page opens at once."""
    read_markdown("")


def _mark(state: ReadingState | None, slug: str) -> str:
    if state is None:
        return ""
    if slug in state.read:
        return READ
    goes_on = slug != RED_FLAGS  # always begins at its top
    return BEGUN if goes_on and state.positions.get(slug, 0) > 0 else ""
