"""A page of Markdown, painted line by line: links, headings and search, without a widget for each paragraph."""

from dataclasses import dataclass
from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from sciatica_journal.ui.bindings import bindings_for
from sciatica_journal.ui.widgets.markdown_blocks import Document
from sciatica_journal.ui.widgets.markdown_lines import Heading, Page, lay_out, read_markdown
from sciatica_journal.ui.widgets.page_painting import KINDS, Mark, paint_spans
from sciatica_journal.ui.widgets.page_search import Hit, find_hits
from sciatica_journal.ui.widgets.steady_scroll import SteadyScroll
from sciatica_journal.ui.widgets.wrapping import width_of

TEXT_WIDTH: Final = 72
"""The most cells of a line: longer ones are hard to read."""

PAGE_COMMANDS: Final = frozenset({"next_link", "previous_link", "follow_link", "screen_down", "screen_up"})
"""Commands of the reader that the page itself carries out."""


class PageView(SteadyScroll, can_focus=True):
    """Shows a Markdown text. `position` is the top line as it would be at the usual width of 72 cells."""

    DEFAULT_CSS = """
    PageView {
        height: 1fr; width: 1fr; background: $background; color: $foreground;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable; overflow-x: hidden;
        &:ansi { background: ansi_default; color: ansi_default; }
    }
    PageView > .page--h1 { color: $text-primary; text-style: bold; }
    PageView > .page--h2 { color: $text-accent; text-style: bold; }
    PageView > .page--h3 { color: $text-secondary; text-style: bold; }
    PageView > .page--code { color: $text-secondary; }
    PageView > .page--link { color: $text-primary; text-style: underline; }
    PageView > .page--marker { color: $text-accent; }
    PageView > .page--quote-bar { color: $text-secondary; }
    PageView > .page--rule { color: $border-blurred; }
    PageView > .page--hit { text-style: underline bold; color: $text-warning; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"page--{kind}" for kind in KINDS}
    BINDINGS: ClassVar[list[BindingType]] = [
        binding for binding in bindings_for("reader") if binding.id in PAGE_COMMANDS
    ]
    ALLOW_SELECT = False

    @dataclass
    class LinkFollowed(Message):
        """Enter or a click on a link to `href`."""

        href: str

    @dataclass
    class Scrolled(Message):
        """Another part of the page is in view."""

        position: int
        at_end: bool

    def __init__(self, markdown: str = "", *, id: str | None = None) -> None:  # Textual's own name for it
        super().__init__(id=id)
        self._document: Document = read_markdown(markdown)
        self._page: Page = lay_out(self._document, TEXT_WIDTH)
        self._width = 0
        self._strips: dict[int, Strip] = {}
        self._chosen: int | None = None
        self._hits: tuple[Hit, ...] = ()
        self._hit = 0
        self._words = ""
        self._start_at = 0

    # -- what is shown ---------------------------------------------------------------------------

    def show(self, document: Document, position: int = 0) -> None:
        """Show another document from a position on."""
        self._document = document
        self._chosen = None
        self._words, self._hits, self._hit = "", (), 0
        self._start_at = position
        if self._width:
            self._lay_out()

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings with their lines."""
        return self._page.headings

    @property
    def position(self) -> int:
        """The top line, in lines of the usual width, whatever the width is now."""
        line = min(round(self.scroll_y), len(self._page.lines) - 1)
        if not self._page.lines or line <= 0:
            return 0
        if self._text_width == TEXT_WIDTH:
            return line
        return lay_out(self._document, TEXT_WIDTH).line_of_block(self._page.lines[line].block)

    @property
    def at_end(self) -> bool:
        """Whether the last line is in view."""
        return round(self.scroll_y) + self.size.height >= len(self._page.lines)

    @property
    def percent(self) -> int:
        """How much of the page is above the lower edge of the view, 0 to 100."""
        if self.at_end:
            return 100
        return round(100 * (self.scroll_y + self.size.height) / max(1, len(self._page.lines)))

    @property
    def _text_width(self) -> int:
        margin = 2 if self._width >= 50 else 1
        return max(1, min(TEXT_WIDTH, self._width - 2 * margin))

    def on_resize(self) -> None:
        """Wrap for the new width; what was at the top stays there."""
        width = self.scrollable_content_region.width
        if width == self._width or not width:
            return
        if self._width:
            self._start_at = self.position
        self._width = width
        self._lay_out()

    def _lay_out(self) -> None:
        self._page = lay_out(self._document, self._text_width)
        self._hits = find_hits(self._page.lines, self._words)
        self._hit = min(self._hit, max(0, len(self._hits) - 1))
        self._strips.clear()
        self.virtual_size = Size(self._width, len(self._page.lines))
        self.go_to_line(self._line_at(self._start_at))
        self.call_after_refresh(self._tell)

    def _line_at(self, position: int) -> int:
        if self._text_width == TEXT_WIDTH or position <= 0:
            return max(0, position)
        usual = lay_out(self._document, TEXT_WIDTH).lines
        return self._page.line_of_block(usual[min(position, len(usual) - 1)].block) if usual else 0

    def _bring_into_view(self, line: int) -> None:
        top, height = round(self.scroll_y), max(1, self.size.height)
        if not top + 1 <= line < top + height - 1:
            self.go_to_line(max(0, line - height // 3))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that another part is in view."""
        super().watch_scroll_y(old_value, new_value)
        self._tell()

    def _tell(self) -> None:
        if self.is_mounted and self._width:
            self.post_message(self.Scrolled(round(self.scroll_y), self.at_end))

    # -- painting --------------------------------------------------------------------------------

    def notify_style_update(self) -> None:
        """Paint afresh in another theme."""
        self._strips.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Return one line of the view."""
        number = round(self.scroll_y) + y
        strip = self._strips.get(number)
        if strip is None:
            strip = self._strips[number] = self._paint(number)
        return strip

    def _paint(self, number: int) -> Strip:
        if number >= len(self._page.lines):
            return Strip.blank(self._width, self.rich_style)
        marks = [
            Mark(part.start, part.end, "hit-chosen" if index == self._hit else "hit")
            for index, hit in enumerate(self._hits)
            for part in hit
            if part.line == number
        ]
        segments = paint_spans(self._page.lines[number].spans, marks, self._chosen, self._style, self.rich_style)
        margin = Segment(" " * self._margin, self.rich_style)
        return Strip([margin, *segments]).adjust_cell_length(self._width, self.rich_style)

    def _style(self, kind: str) -> Style:
        return self.get_component_rich_style(f"page--{kind}", partial=True)

    @property
    def _margin(self) -> int:
        return max(0, (self._width - self._text_width) // 2)

    def _repaint(self) -> None:
        self._strips.clear()
        self.refresh()

    # -- links -----------------------------------------------------------------------------------

    def action_link(self, step: int) -> None:
        """Choose the next or previous link; the first time, one that is in view or below."""
        links = self._page.link_lines
        if not links:
            return
        if self._chosen is None:
            top = round(self.scroll_y)
            below = [number for number, line in enumerate(links) if line >= top]
            self._chosen = below[0] if below and step > 0 else len(links) - 1
        else:
            self._chosen = (self._chosen + step) % len(links)
        self._bring_into_view(links[self._chosen])
        self._repaint()

    def action_follow(self) -> None:
        """Follow the chosen link."""
        if self._chosen is not None:
            self.post_message(self.LinkFollowed(self._page.links[self._chosen]))

    def on_click(self, event: events.Click) -> None:
        """A click on a link follows it."""
        inner = event.get_content_offset(self)
        number = round(self.scroll_y) + inner.y if inner else -1
        if inner is None or number >= len(self._page.lines):
            return
        x = self._margin
        for span in self._page.lines[number].spans:
            end = x + width_of([span])
            if span.link is not None and x <= inner.x < end:
                self._chosen = span.link
                self._repaint()
                self.action_follow()
            x = end

    # -- search ----------------------------------------------------------------------------------

    def find(self, words: str) -> tuple[int, int]:
        """Mark where the words stand, go to the first place in view or below; return its number from 1, and how many.

        No words take the marks away. Returns (0, 0) where nothing was found.
        """
        self._words = words
        self._hits = find_hits(self._page.lines, words)
        top = round(self.scroll_y)
        self._hit = next((n for n, hit in enumerate(self._hits) if hit[0].line >= top), 0)
        return self._show_hit()

    def step_hit(self, step: int) -> tuple[int, int]:
        """Go to the next or previous place; from the last to the first. Returns its number and how many."""
        if self._hits:
            self._hit = (self._hit + step) % len(self._hits)
        return self._show_hit()

    def _show_hit(self) -> tuple[int, int]:
        self._repaint()
        if not self._hits:
            return 0, 0
        self._bring_into_view(self._hits[self._hit][0].line)
        return self._hit + 1, len(self._hits)
