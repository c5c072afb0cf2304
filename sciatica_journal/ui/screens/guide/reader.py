"""The reader: one page over whatever was there, its links followed and its place remembered."""

from functools import partial
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from sciatica_journal.domain.commands import Place
from sciatica_journal.domain.errors import JournalError
from sciatica_journal.domain.text import as_markdown
from sciatica_journal.services.care.support import own_help
from sciatica_journal.services.guide import reading
from sciatica_journal.services.safety import flags
from sciatica_journal.ui.bindings import bindings_for, footer_commands
from sciatica_journal.ui.journal_screen import start_worker
from sciatica_journal.ui.screens.guide.find_line import FindLine
from sciatica_journal.ui.screens.guide.texts import RED_FLAGS, Text, open_text
from sciatica_journal.ui.screens.guide.trail import Stop, Trail
from sciatica_journal.ui.screens.place import PlaceScreen
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.key_bar import KeyBar
from sciatica_journal.ui.widgets.markdown_blocks import read_markdown
from sciatica_journal.ui.widgets.page_view import PAGE_COMMANDS, PageView

REMEMBER_AFTER = 1.0
"""Seconds of rest after which the position is kept."""

_WEB = ("http://", "https://")


class ReaderScreen(PlaceScreen, inherit_bindings=False):
    """Shows the page `slug`. Escape closes it, wherever one has got to."""

    CSS_PATH: ClassVar = sheet("guide")
    PLACE: ClassVar[Place] = "reader"
    NAME: ClassVar[str] = "guide"
    HELP_PAGE: ClassVar[str] = "reader"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for("app"),
        *(binding for binding in bindings_for("reader") if binding.id not in PAGE_COMMANDS),
    ]

    def __init__(self, slug: str) -> None:
        super().__init__()
        self.trail = Trail((Stop(slug),))
        self.shown: Text | None = None
        self._waiting: Timer | None = None
        self._told = ("", -1, False)

    def compose(self) -> ComposeResult:
        """Compose the head, the page, the line to search and the keys."""
        yield Static(id="reader-head")
        yield PageView()
        yield KeyBar(footer_commands("reader", "app"), dict(self.journal_app.keymap_resolved.keys))

    @property
    def page_view(self) -> PageView:
        """The page."""
        return self.query_one(PageView)

    async def on_mount(self) -> None:
        """Show the page; over the red-flag page, what is still open."""
        self.page_view.focus()
        await self._show()
        if self.trail.here.slug == RED_FLAGS:
            start_worker(self, self._show_open_flags, group="flags")

    async def _show(self) -> None:
        stop = self.trail.here
        try:
            text = open_text(stop.slug, own_help(self.journal_app.journal.session, stop.slug))
        except JournalError as error:
            self.shown = None
            self.page_view.show(read_markdown(as_markdown(str(error))))
            return
        position = stop.position or await self._remembered(text.slug)
        self.shown = text
        self._close_find()
        self.page_view.show(text.document, position)
        self._show_head()

    async def _remembered(self, slug: str) -> int:
        """Return where one stopped reading. The red-flag page begins at its top and waits for nothing."""
        if slug == RED_FLAGS:
            return 0
        try:
            state = await self.journal_app.journal.call(reading.reading_state)
        except JournalError:  # a page can be read while the journal cannot
            return 0
        return 0 if slug in state.read else state.positions.get(slug, 0)

    async def _show_open_flags(self) -> None:
        from sciatica_journal.ui.screens.emergency import EmergencyScreen

        if any(isinstance(screen, EmergencyScreen) for screen in self.app.screen_stack):
            return
        notices = await self.ask(flags.open_notices)
        if notices and self.is_active:
            self.journal_app.answer_notices(notices)

    # -- the head and the place on the page ------------------------------------------------------

    @on(PageView.Scrolled)
    def _scrolled(self, message: PageView.Scrolled) -> None:
        message.stop()
        self._show_head()
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(REMEMBER_AFTER, self._remember)

    def _show_head(self) -> None:
        if self.shown is None:
            return
        ahead = "Guide › " if self.size.width >= 50 else ""
        percent = f"{self.page_view.percent} %"
        room = max(0, self.size.width - len(ahead) - len(percent) - 5)
        title = Content(self.shown.title).truncate(room, ellipsis=True)
        gap = " " * max(1, self.size.width - 2 - len(ahead) - title.cell_length - len(percent))
        parts: list[Any] = [(ahead, "$text-muted"), title.stylize("bold $text-primary"), gap, (percent, "$text-muted")]
        self.query_one("#reader-head", Static).update(Content.assemble(*parts), layout=False)

    async def _remember(self) -> None:
        """Keep the position, and that the end was reached. A journal that cannot be written loses only that."""
        self._waiting = None
        if self.shown is None or self.shown.minutes is None:
            return
        now = (self.shown.slug, self.page_view.position, self.page_view.at_end)
        if now == self._told:
            return
        self._told = now
        try:
            await self.journal_app.journal.call(reading.remember_position, *now)
        except JournalError:
            return

    async def flush(self) -> None:
        """Keep the place on the page, also where one leaves before it is at rest."""
        await self._remember()

    async def on_screen_suspend(self) -> None:
        """Keep the place when another place or something over the page is opened."""
        await self._remember()

    # -- going on ----------------------------------------------------------------------------------

    @on(PageView.LinkFollowed)
    async def _link_followed(self, message: PageView.LinkFollowed) -> None:
        message.stop()
        slug, _, _ = message.href.partition("#")
        if message.href.startswith(_WEB):
            from sciatica_journal.ui.dialogs.address import AddressDialog

            self.app.push_screen(AddressDialog(message.href))
        elif slug.endswith(".md"):
            await self._turn_to(self.trail.leaving(self.page_view.position).follow(slug.rpartition("/")[2][:-3]))

    async def _turn_to(self, trail: Trail) -> None:
        if trail.at == self.trail.at:
            return
        await self._remember()
        self.trail = trail
        await self._show()

    async def action_back(self) -> None:
        """Go back to the page before."""
        await self._turn_to(self.trail.leaving(self.page_view.position).back())

    async def action_forward(self) -> None:
        """Go forward again."""
        await self._turn_to(self.trail.leaving(self.page_view.position).forward())

    async def action_close(self) -> None:
        """Go back to where one was."""
        await self._remember()
        if self.is_active:  # a safety notice may have come over it
            self.dismiss()

    def action_contents(self) -> None:
        """List the headings."""
        from sciatica_journal.ui.dialogs.contents import ContentsDialog

        view = self.page_view
        self.app.push_screen(ContentsDialog(view.headings, round(view.scroll_y)), self._chosen)

    def _chosen(self, line: int | None) -> None:
        if line is not None:
            self.page_view.go_to_line(line)

    def action_outcome(self) -> None:
        """Record what came of the open red flags."""
        from sciatica_journal.ui.dialogs.outcome import OutcomeDialog

        self.app.push_screen(OutcomeDialog(), self._recorded)

    async def _recorded(self, _closed: bool | None) -> None:
        await self.journal_app.notices_answered()

    def action_red_flags(self) -> None:
        """Go to the red-flag page; back comes here again."""
        start_worker(self, partial(self._turn_to, self.trail.leaving(self.page_view.position).follow(RED_FLAGS)))

    # -- what the page does itself, for those who choose it by name ------------------------------

    def action_link(self, step: int) -> None:
        """Choose the next or previous link."""
        self.page_view.action_link(step)

    def action_follow(self) -> None:
        """Follow the chosen link."""
        self.page_view.action_follow()

    def action_screenful(self, step: int) -> None:
        """Go on or back by a screen."""
        self.page_view.action_screenful(step)

    # -- search ------------------------------------------------------------------------------------

    async def action_find(self) -> None:
        """Type words to find."""
        if not self.query(FindLine):
            await self.mount(FindLine(), after=self.page_view)
        self.query_one(FindLine).open()

    def action_leave_text(self) -> None:
        """Leave the line that finds, as Escape does."""
        for line in self.query(FindLine):
            line.action_leave()

    def _close_find(self) -> None:
        for line in self.query(FindLine):
            line.close()

    def action_step_hit(self, step: int) -> None:
        """Go to another place found."""
        found = self.page_view.step_hit(step)
        for line in self.query(FindLine):
            line.report(*found)

    @on(FindLine.Typed)
    def _typed(self, message: FindLine.Typed) -> None:
        self.query_one(FindLine).report(*self.page_view.find(message.words))

    @on(FindLine.Left)
    def _left(self, message: FindLine.Left) -> None:
        if not message.kept:
            self.page_view.find("")
            self._close_find()
        self.page_view.focus()
