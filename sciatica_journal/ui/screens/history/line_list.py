"""A list of any length that paints lines: only what is on screen is made, a move repaints two entries."""

from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

_KEPT_STRIPS: Final = 400


class LineList(ScrollView, can_focus=True):
    """Base of the lists. Subclasses set LINES and return the lines of an entry.

    Tells of moves with Moved and of a click on the entry one is at with Opened.
    """

    DEFAULT_CSS = """
    LineList { height: 1fr; width: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1;
        text-wrap: nowrap; text-overflow: clip;
    }
    """
    LINES: ClassVar[int] = 1
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "end(0)", show=False),
        Binding("end", "end(1)", show=False),
    ]

    @dataclass
    class Moved(Message):
        """The person moved to the entry of that number."""

        list: "LineList"
        number: int

    @dataclass
    class Opened(Message):
        """The person asked for the entry of that number."""

        list: "LineList"
        number: int

    def __init__(self, *, id: str) -> None:  # Textual's own name for it
        super().__init__(id=id)
        self.cursor = 0
        self._count = 0
        self._strips: dict[tuple[int, bool, int], list[Strip]] = {}

    def lines(self, number: int, width: int) -> list[Content]:
        """Return the LINES lines of an entry, at most `width` columns each."""
        raise NotImplementedError

    @property
    def count(self) -> int:
        """How many entries there are."""
        return self._count

    def show_count(self, count: int) -> None:
        """Show so many entries, all of them new; the cursor stays where it can."""
        self._count = count
        self.cursor = max(0, min(self.cursor, count - 1))
        self.virtual_size = Size(1, count * self.LINES)
        self.repaint()

    def grow_to(self, count: int) -> None:
        """Show more entries below those there are, which stay as they are painted."""
        self._count = count
        self.virtual_size = Size(1, count * self.LINES)

    def repaint(self) -> None:
        """Make all lines again."""
        self._strips.clear()
        self.refresh()

    def repaint_entry(self, number: int) -> None:
        """Make the lines of one entry again."""
        for key in [key for key in self._strips if key[0] == number]:
            del self._strips[key]
        self._refresh_entry(number)

    def _refresh_entry(self, number: int) -> None:
        top = number * self.LINES - self.scroll_offset.y
        if top + self.LINES > 0 and top < self.size.height:
            self.refresh(Region(0, top, self.size.width, self.LINES))

    def shown(self) -> range:
        """Return the numbers of the entries on screen."""
        first = self.scroll_offset.y // self.LINES
        last = (self.scroll_offset.y + max(0, self.size.height - 1)) // self.LINES
        return range(first, min(self._count, last + 1))

    def go_to_entry(self, number: int) -> None:
        """Put the cursor on an entry and bring it on screen, without telling."""
        number = max(0, min(number, self._count - 1))
        if number != self.cursor:
            before, self.cursor = self.cursor, number
            self._refresh_entry(before)
            self._refresh_entry(number)
        self._bring_on_screen()

    def _bring_on_screen(self) -> None:
        top = self.cursor * self.LINES
        height = self.scrollable_content_region.height
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False)
        elif height and top + self.LINES > self.scroll_offset.y + height:
            self.scroll_to(y=top + self.LINES - height, animate=False)

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen."""
        number, line = divmod(y + self.scroll_offset.y, self.LINES)
        width = self.scrollable_content_region.width
        if number >= self._count:
            return Strip.blank(width, self.rich_style)
        key = (number, number == self.cursor, width)
        strips = self._strips.get(key)
        if strips is None:
            if len(self._strips) >= _KEPT_STRIPS:
                self._strips.clear()
            strips = self._strips[key] = self._paint(number, width)
        return strips[line] if line < len(strips) else Strip.blank(width, self.rich_style)

    def _paint(self, number: int, width: int) -> list[Strip]:
        here = number == self.cursor
        painted: list[Strip] = []
        for place, content in enumerate(self.lines(number, max(1, width - 1))):
            mark = "▸" if here and place == 0 else " "
            line = (
                Content.assemble((mark, "bold $text-accent"), content)
                .truncate(width - 1, ellipsis=True, pad=True)
                .pad_right(1)
            )
            if here:
                line = line.stylize_before(self._cursor_style())
            painted += Visual.to_strips(self, line, width, 1, self.visual_style, pad=True)
        return painted

    def _cursor_style(self) -> str:
        if self.app.native_ansi_color:
            return "bold" if self.has_focus else ""
        return "bold on $block-cursor-background" if self.has_focus else "on $block-cursor-blurred-background"

    def notify_style_update(self) -> None:
        """Forget lines in the colours of another theme."""
        super().notify_style_update()
        self._strips.clear()

    def on_focus(self) -> None:
        """Show the cursor as the one that moves."""
        self.repaint_entry(self.cursor)
        self._tell()

    def on_blur(self) -> None:
        """Show the cursor at rest."""
        self.repaint_entry(self.cursor)

    def move_to(self, number: int) -> None:
        """Go to an entry and tell of it."""
        before = self.cursor
        self.go_to_entry(number)
        if self.cursor != before:
            self._tell()

    def _tell(self) -> None:
        if self._count:
            self.post_message(self.Moved(self, self.cursor))

    def action_move(self, step: int) -> None:
        """Go entries on or back."""
        self.move_to(self.cursor + step)

    def action_page(self, step: int) -> None:
        """Go a screen on or back."""
        self.move_to(self.cursor + step * max(1, self.size.height // self.LINES - 1))

    def action_end(self, end: int) -> None:
        """Go to the first or the last entry."""
        self.move_to(self._count - 1 if end else 0)

    def on_click(self, event: events.Click) -> None:
        """A click goes to an entry, one more opens it."""
        event.stop()
        inner = event.get_content_offset(self)
        if inner is None:
            return
        number = (inner.y + self.scroll_offset.y) // self.LINES
        if number >= self._count:
            return
        if number == self.cursor and event.chain > 1:
            self.post_message(self.Opened(self, number))
        else:
            self.move_to(number)
