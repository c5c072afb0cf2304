"""Patterns: what went with pain, the running question first."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.css.query import NoMatches
from textual.widget import Widget
from textual.worker import Worker

from sciatica_journal.domain.commands import Place
from sciatica_journal.domain.keymap import shown_key
from sciatica_journal.services.guide.screen_words import screen_words
from sciatica_journal.services.patterns.view import PatternsView
from sciatica_journal.ui.bindings import bindings_for
from sciatica_journal.ui.journal_screen import start_worker
from sciatica_journal.ui.messages import RowLeft
from sciatica_journal.ui.screens.patterns.block import Block
from sciatica_journal.ui.screens.patterns.moving import is_shown, move, other_column, page, to_end
from sciatica_journal.ui.screens.patterns.page import PatternsPage
from sciatica_journal.ui.screens.patterns.trial_panel import TrialPanel
from sciatica_journal.ui.screens.patterns.working import ask_diary, ask_trial, work_out
from sciatica_journal.ui.screens.place import PlaceScreen
from sciatica_journal.ui.styling import sheet
from sciatica_journal.ui.widgets.row import Row
from sciatica_journal.ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from sciatica_journal.services.patterns.diary import Diary
    from sciatica_journal.services.patterns.page import Told

_PAGES: Final = {"method": "how-patterns-work", "reading": "your-numbers", "flag": "red-flags"}
"""Guide pages by the key of the block that opens them."""


class PatternsScreen(PlaceScreen):
    """The last known answers, while those of today are worked out."""

    CSS_PATH: ClassVar = sheet("patterns")
    PLACE: ClassVar[Place] = "patterns"
    NAME: ClassVar[str] = "patterns"
    HELP_PAGE: ClassVar[str] = "patterns"
    AUTO_FOCUS: ClassVar[str | None] = ""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("patterns")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012  # Textual declares it on instances

    def __init__(self) -> None:
        super().__init__()
        self.words = screen_words("patterns")
        self._diary: Diary | None = None
        self._told: Told | None = None
        self._is_wanted = False
        self._work: Worker[None] | None = None

    def compose_place(self) -> ComposeResult:
        """Compose the page."""
        yield PatternsPage(self.words, self.compose_side())

    def compose_side(self) -> ComposeResult:
        """Compose what stands under the right column beside the answers: the coin-flip trial."""
        yield TrialPanel()

    @property
    def page(self) -> PatternsPage:
        """The page."""
        return self.query_one(PatternsPage)

    # -- showing ---------------------------------------------------------------------------------

    async def on_screen_resume(self) -> None:
        """Show what was written meanwhile."""
        await self.reload()

    async def reload(self, day: date | None = None) -> None:  # noqa: ARG002  # it shows no single day
        """Work the page out again where a day changed; a page under way is finished first."""
        self._is_wanted = True
        if self._work is None or self._work.is_finished:
            self._work = start_worker(self, self._keep_working, group="working")

    async def _keep_working(self) -> None:
        try:
            await self._work_out()
        except NoMatches:
            if self.query("#patterns") and self.query("#top-bar"):
                raise
            # else the app ends while this is under way: nothing is there any more to show it

    async def _work_out(self) -> None:
        while self._is_wanted:
            self._is_wanted = False
            diary = await ask_diary(self, self._diary)
            if diary is None:
                self.page.say_unread()
                return
            if diary is not self._diary:
                await self._show_worked_out(diary)
            self.query_one(TopBar).state_text = ""

    async def _show_worked_out(self, diary: "Diary") -> None:
        is_whole = False
        while not is_whole:
            before = self._told
            self._told = await work_out(diary, before, self._say_updating)
            is_whole = self._told.is_whole
            if before is None or self._told.view != before.view:
                await self.show(self._told.view)
        self._diary = diary
        key = " ".join(map(shown_key, self.journal_app.keymap_resolved.keys["trial"]))
        self.query_one(TrialPanel).show(await ask_trial(self), key)

    def _say_updating(self) -> None:
        if self._told is not None:
            self.query_one(TopBar).state_text = self.words["updating"]

    async def show(self, view: PatternsView) -> None:
        """Show a page; the first one gets the focus."""
        await self.page.show(view)
        if self.focused is None:
            self.set_focus(next(iter(self.stops()), None))

    # -- moving ----------------------------------------------------------------------------------

    def stops(self) -> list[Widget]:
        """Return what can have the focus, from top to bottom, the left column before the right."""
        found = self.page.query("Block, Row").results(Widget)
        return [stop for stop in found if isinstance(stop, Block | Row) and is_shown(stop)]

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show what is above the first block together with it, and what its keys do."""
        super().on_descendant_focus(event)
        event.prevent_default()  # Textual would call the base a second time, after this
        if isinstance(event.widget, Block):
            self.query_one(TopBar).hint_text = event.widget.hint
        if event.widget is next(iter(self.stops()), None):
            self.page.scroll_home(animate=False)

    def action_move(self, step: int) -> None:
        """Go to the next block or the one before; one that is higher than the screen is read to its end first."""
        move(self, step)

    @on(RowLeft)
    def _row_left(self, message: RowLeft) -> None:
        message.stop()
        move(self, message.step)

    def action_page(self, step: int) -> None:
        """Go on or back by a screenful."""
        page(self, step)

    def action_to_end(self, step: int) -> None:
        """Go to the first block or the last one."""
        to_end(self, step)

    def action_other_column(self) -> None:
        """Go to the nearest block of the other column, where there are two side by side."""
        other_column(self)

    def action_leave(self) -> None:
        """Go to Today."""
        self.journal_app.go_to("today")

    # -- what opens ------------------------------------------------------------------------------

    def action_open_here(self) -> None:
        """Open or fold what the focus is on."""
        if isinstance(self.focused, Block):
            self.focused.activate()

    def action_open_page(self, slug: str) -> None:
        """Open a guide page."""
        self.journal_app.open_page(slug)

    def action_trial(self) -> None:
        """Begin a coin-flip trial, or see to the one under way."""
        from sciatica_journal.ui.dialogs.trial_opening import open_trial

        open_trial(self.journal_app, self.reload)

    @on(Block.Opened)
    def _opened(self, message: Block.Opened) -> None:
        message.stop()
        if message.block.key in _PAGES:
            self.action_open_page(_PAGES[message.block.key])
        else:
            self.call_after_refresh(message.block.scroll_visible, animate=False)
