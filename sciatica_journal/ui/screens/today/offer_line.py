"""The quiet line of Today, under the panes: an offer with its two keys, or that nothing is due. Hidden else."""

import re
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final, cast

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import JournalError
from sciatica_journal.domain.keymap import shown_key
from sciatica_journal.services.journal.session import Session
from sciatica_journal.ui.journal_screen import start_worker
from sciatica_journal.ui.widgets.key_bar import KeyBar
from sciatica_journal.ui.widgets.row import Part

if TYPE_CHECKING:
    from sciatica_journal.services.offers.offering import QuietLine
    from sciatica_journal.ui.app import JournalApp
    from sciatica_journal.ui.screens.today.screen import TodayScreen

_GAP: Final = "   "
_TWO_ROWS_FROM: Final = 20
"""Lines of the terminal from which the keys may stand below the words."""
_MINUTES: Final = re.compile(r", \d+ min$")
"""The length of a page, which gives way first."""


class OfferLine(Widget):
    """Paints a line, the keys below it where it is too long; keys and words take clicks. It cannot have the focus."""

    DEFAULT_CSS = """
    OfferLine {
        height: auto; width: 1fr; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; color: $text-muted;
    }
    """

    def __init__(self) -> None:
        super().__init__(id="offer")
        self.line: QuietLine | None = None
        self.display = False
        self.keys: tuple[str, str] = ("", "")
        self._targets: list[tuple[int, int, int, str]] = []

    def show(self, line: "QuietLine | None", keys: tuple[str, str]) -> None:
        """Show a line with the keys that open it and put it away; nothing for None."""
        if (line, keys) != (self.line, self.keys):
            self.line, self.keys = line, keys
            self.display = line is not None
            self.refresh(layout=True)

    def render(self) -> Content:
        """Return the words, then the keys; in a narrow terminal the words give way."""
        self._targets = []
        line = self.line
        if line is None or not line.id:
            return Content.styled(line.words if line is not None else "", "$text-muted")
        take, away = f"{self.keys[0]} {line.open}", f"{self.keys[1]} {line.away}"
        keys = len(take) + len(away) + len(_GAP)
        below = self._has_two_rows(self.size.width)
        room = max(1, self.size.width - (0 if below else keys + len(_GAP)))
        text = line.words if len(line.words) <= room else _MINUTES.sub("", line.words)
        words = Content.styled(text, "$text-secondary").truncate(room, ellipsis=True)
        at = 0 if below else words.cell_length + len(_GAP)
        row = int(below)
        after = at + len(take) + len(_GAP)
        self._targets = [
            (0, 0, words.cell_length, "take_offer"),
            (row, at, at + len(take), "take_offer"),
            (row, after, after + len(away), "put_offer_away"),
        ]
        between = "\n" if below else _GAP
        return Content.assemble(words, between, *_keyed(self.keys[0], take), _GAP, *_keyed(self.keys[1], away))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's
        """Return how many lines it needs."""
        return 2 if self._has_two_rows(width) else 1

    def _has_two_rows(self, width: int) -> bool:
        """Return whether the keys stand below the words."""
        line = self.line
        if line is None or not line.id or self.app.size.height < _TWO_ROWS_FROM:
            return False
        keys = sum(map(len, (*self.keys, line.open, line.away))) + 2
        return len(_MINUTES.sub("", line.words)) + keys + 2 * len(_GAP) > width

    async def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        inner = event.get_content_offset(self)
        for row, start, end, action in self._targets if inner else ():
            if inner and inner.y == row and start <= inner.x < end:
                await self.screen.run_action(action)
                return

    def on_resize(self, _event: events.Resize) -> None:
        """Paint it for the new width."""
        self.refresh()


def _keyed(key: str, text: str) -> tuple[Part, Part]:
    """Return a key and its words, the key marked."""
    return (key, "bold $text-accent"), (text.removeprefix(key), "$text-muted")


def _find(session: Session, day: date) -> "QuietLine | None":
    """Return the line for a day. What that needs is loaded on the storage thread: keys go on meanwhile."""
    from sciatica_journal.services.offers.offering import quiet_line

    return quiet_line(session, day)


class Offers:
    """Looks after the line of a Today screen: looked up anew with every day that is shown."""

    def __init__(self, screen: "TodayScreen") -> None:
        self.screen = screen
        self.widget: OfferLine | None = None
        self._day = date.min

    @property
    def app(self) -> "JournalApp":
        """The app, by its own type."""
        return cast("JournalApp", self.screen.app)

    @property
    def line(self) -> "QuietLine | None":
        """What is offered now."""
        return self.widget.line if self.widget is not None else None

    def look(self, day: Day) -> None:
        """Look up what there is to say for a day, beside all that is done meanwhile."""
        self._day = day.date
        start_worker(self.screen, self._look, group="offer", exclusive=True)

    async def _look(self) -> None:
        try:
            line = await self.app.journal.call(_find, self._day)
        except JournalError:
            return  # the next save tells what is wrong with the file
        if self.widget is None and line is not None:
            self.widget = OfferLine()
            await self.screen.mount(self.widget, before=self.screen.query_one(KeyBar))
        if self.widget is not None:
            self.widget.show(line, self._keys())

    def _keys(self) -> tuple[str, str]:
        keys = self.app.keymap_resolved.keys
        take, away = (shown_key(keys[name][0]) if keys.get(name) else "" for name in ("take_offer", "put_offer_away"))
        return take, away

    async def take(self) -> None:
        """Open what is offered."""
        from sciatica_journal.services.offers.offering import opened

        line = await self._answer(opened)
        if line is not None:
            from sciatica_journal.ui.screens.today.offer_actions import take_offer

            await take_offer(self.app, line)

    async def put_away(self) -> None:
        """Put the offer away: no other comes today. What a coin said is refused."""
        from sciatica_journal.services.offers.offering import put_away

        line = await self._answer(put_away)
        if line is not None:
            from sciatica_journal.ui.screens.today.offer_actions import refuse_coin

            refuse_coin(self.app, line)

    async def _answer(self, service: Callable[[Session, str], None]) -> "QuietLine | None":
        """Keep that the offer was answered, take it away and return it; None where there is none."""
        line = self.line
        if line is None or not line.id or self.widget is None:
            return None
        self.widget.show(None, self._keys())
        await self.screen.ask(service, line.id)
        return line


def watch_offers(screen: "TodayScreen") -> None:
    """Show the line from now on, for the day that is shown and with every other."""
    if screen.offers is None:
        screen.offers = Offers(screen)
        if screen.view is not None:
            screen.offers.look(screen.view.day)
