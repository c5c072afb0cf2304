"""The two panes of Today: side by side or one at a time, and how the focus moves in them."""

from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal

from sciatica_journal.domain.keymap import shown_key
from sciatica_journal.services.guide.screen_words import screen_words
from sciatica_journal.ui.messages import RowLeft
from sciatica_journal.ui.screens.place import PlaceScreen
from sciatica_journal.ui.screens.today.journal_pane import JournalPane
from sciatica_journal.ui.screens.today.reflection_pane import TEXT, ReflectionPane
from sciatica_journal.ui.widgets.choice_row import ChoiceRow
from sciatica_journal.ui.widgets.row import Row
from sciatica_journal.ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from sciatica_journal.ui.screens.today.offer_line import Offers

SIDE_BY_SIDE = 100
"""Columns from which both panes fit beside each other; below, one shows at a time."""


class TwoPanesScreen(PlaceScreen):
    """Composes the panes and moves the focus; what a day holds is no matter here."""

    def __init__(self) -> None:
        super().__init__()
        self._side_by_side = True
        self.offers: Offers | None = None
        """The one quiet line, once the first day is painted."""

    def compose_place(self) -> ComposeResult:
        """Compose the two panes."""
        with Horizontal(id="panes"):
            keys = {ident: shown_key(each[0]) for ident, each in self.journal_app.keymap_resolved.keys.items()}
            yield JournalPane(self.journal_app.settings.units, keys)
            yield ReflectionPane(keys)

    @property
    def journal_pane(self) -> JournalPane:
        """The left pane."""
        return self.query_one(JournalPane)

    @property
    def reflection_pane(self) -> ReflectionPane:
        """The right pane."""
        return self.query_one(ReflectionPane)

    @on(RowLeft)
    def _row_left(self, message: RowLeft) -> None:
        message.stop()
        pane = self.reflection_pane if self._reflecting else self.journal_pane
        stops = pane.stops()
        if self.focused not in stops:
            return
        place = stops.index(self.focused)
        ahead = stops[place + 1 :] if message.step > 0 else stops[:place][::-1]
        if message.to_row:
            ahead = [stop for stop in (*ahead, *stops) if isinstance(stop, Row)]
        if ahead:
            self.set_focus(ahead[0])

    @property
    def _reflecting(self) -> bool:
        return self.focused is not None and self.reflection_pane in self.focused.ancestors

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """In a narrow terminal show the pane that has the focus."""
        self._show_pane(reflecting=self.reflection_pane in event.widget.ancestors)

    def on_resize(self, event: events.Resize) -> None:
        """Show both panes side by side where they fit."""
        self._side_by_side = event.size.width >= SIDE_BY_SIDE
        self._show_pane(reflecting=self._reflecting)

    def _show_pane(self, *, reflecting: bool) -> None:
        for pane, other in ((self.journal_pane, "Reflection"), (self.reflection_pane, "Journal")):
            subtitle = "" if self._side_by_side else self.journal_app.with_keys(f"{{other_pane}} {other}")
            if subtitle != (pane.border_subtitle or ""):
                pane.border_subtitle = subtitle
        shown = self.reflection_pane if reflecting else self.journal_pane
        self.query_one(TopBar).pane_text = str(shown.border_subtitle or "")
        self.journal_pane.display = self._side_by_side or not reflecting
        self.reflection_pane.display = self._side_by_side or reflecting

    def on_click(self, event: events.Click) -> None:
        """Go to the other pane by a click on the line that names it."""
        pane = event.widget
        if not isinstance(pane, JournalPane | ReflectionPane) or not pane.border_subtitle:
            return
        if pane.gutter.bottom and event.screen_y == pane.region.bottom - 1:
            self.action_other_pane()

    def action_other_pane(self) -> None:
        """Go to the other pane."""
        if self._reflecting:
            self._show_pane(reflecting=False)
            self.set_focus(self.journal_pane.stops()[0])
        else:
            self.action_jump("stress")

    def action_safety(self) -> None:
        """Open what the quiet line about safety offers; without one, do the safety check."""
        if not self.journal_pane.open_safety():
            super().action_safety()

    def action_jump_response(self) -> None:
        """Go to how yesterday's run settled."""
        asked = next(iter(self.query("#asked ChoiceRow").results(ChoiceRow)), None)
        if asked is None:
            self.notify(screen_words("today")["no_run"], markup=False, timeout=3)
            return
        self._show_pane(reflecting=False)
        self.set_focus(asked)

    def action_jump(self, name: str) -> None:
        """Go to a row or text."""
        target = self.reflection_pane.place_to_write() if name == TEXT else self.query_one(f"#{name}")
        if not target.display:
            self.notify(screen_words("today")["light_mode"], markup=False, timeout=4)
            return
        self._show_pane(reflecting=self.reflection_pane in target.ancestors)
        self.set_focus(target)

    # -- what opens ------------------------------------------------------------------------------

    async def action_take_offer(self) -> None:
        """Open what the quiet line offers."""
        if self.offers is not None:
            await self.offers.take()

    async def action_put_offer_away(self) -> None:
        """Put away what the quiet line offers."""
        if self.offers is not None:
            await self.offers.put_away()

    def action_open_page(self, slug: str) -> None:
        """Open a guide page."""
        self.journal_app.open_page(slug)
