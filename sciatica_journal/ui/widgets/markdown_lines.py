"""Markdown laid out as styled lines of a given width."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sciatica_journal.ui.widgets.markdown_blocks import Block, Document, read_markdown
from sciatica_journal.ui.widgets.markdown_tables import table_lines
from sciatica_journal.ui.widgets.spans import Span, Spans
from sciatica_journal.ui.widgets.wrapping import cut, width_of, wrap

__all__ = ["Heading", "Line", "Page", "lay_out", "read_markdown"]

HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_EMPTY: Final[Spans] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line as painted, and the number of the block that it belongs to."""

    spans: Spans
    block: int

    @property
    def text(self) -> str:
        """The line without styles."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level from 1, its words, and its line."""

    level: int
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Page:
    """A document at one width. `links` are addresses by number, `link_lines` the first line of each."""

    lines: tuple[Line, ...]
    headings: tuple[Heading, ...]
    links: tuple[str, ...]
    link_lines: tuple[int, ...]

    def line_of_block(self, block: int) -> int:
        """Return the first line of a block, the last line where there is none."""
        for number, line in enumerate(self.lines):
            if line.block >= block:
                return number
        return max(0, len(self.lines) - 1)


def lay_out(document: Document, width: int) -> Page:
    """Return the document as lines of at most `width` cells."""
    lines: list[Line] = []
    headings: list[Heading] = []
    for number, block in enumerate(document.blocks):
        if number:
            lines.extend(Line(_EMPTY, number - 1) for _ in range(_space_before(block, document.blocks[number - 1])))
        if block.kind in HEADINGS:
            text = "".join(span.text for span in block.spans)
            headings.append(Heading(HEADINGS.index(block.kind) + 1, text, len(lines)))
        lines.extend(Line(spans, number) for spans in _block_lines(block, width))
    return Page(tuple(lines), tuple(headings), document.links, _link_lines(lines, len(document.links)))


def _space_before(block: Block, above: Block) -> int:
    """Return the empty lines before a block: two set sections apart, none parts a small heading from its text."""
    if block.kind in {"h1", "h2"}:
        return 2
    if not block.gap or above.kind in HEADINGS[2:]:
        return 0
    return 1


def _link_lines(lines: list[Line], count: int) -> tuple[int, ...]:
    found: dict[int, int] = {}
    for number, line in enumerate(lines):
        for span in line.spans:
            if span.link is not None:
                found.setdefault(span.link, number)
    return tuple(found.get(link, 0) for link in range(count))


def _block_lines(block: Block, width: int) -> Iterator[Spans]:
    inner = max(8, width - width_of(block.rest))
    before = block.first
    for spans in _inner_lines(block, inner):
        yield (*before, *spans)
        before = block.rest


def _inner_lines(block: Block, width: int) -> list[Spans]:
    if block.kind == "table":
        return table_lines(block.rows, width)
    if block.kind == "rule":
        return [(Span("─" * min(width, 24), ("rule",)),)]
    if block.kind == "code":
        return [line for span in block.spans for line in cut(span, width)]
    if block.kind in HEADINGS:
        lines = wrap(_styled(block.spans, block.kind), width)
        if block.kind == "h1":
            lines.append((Span("━" * max(map(width_of, lines), default=0), ("rule",)),))
        return lines
    quoted = any("quote-bar" in span.kinds for span in block.rest)
    return wrap(_styled(block.spans, "quote") if quoted else block.spans, width)


def _styled(spans: Spans, kind: str) -> Spans:
    return tuple(span._replace(kinds=(kind, *span.kinds)) for span in spans)
