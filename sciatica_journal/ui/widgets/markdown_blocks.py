"""Markdown read into a flat list of blocks, before any width is known."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sciatica_journal.ui.widgets.spans import Span, Spans

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, code block, rule or table.

    `first` stands before its first line and `rest` before the others (bullets, quote bars); `gap` says whether an
    empty line comes before it. A table has `rows`, the first of which is its head.
    """

    kind: str
    spans: Spans = ()
    first: Spans = ()
    rest: Spans = ()
    gap: bool = True
    rows: tuple[tuple[Spans, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """The blocks, and where each link leads, by number."""

    blocks: tuple[Block, ...]
    links: tuple[str, ...]


BULLET: Final = Span("•  ", ("marker",))
QUOTE: Final = Span("▎ ", ("quote-bar",))


def read_markdown(markdown: str) -> Document:
    """Return a Markdown text as blocks. HTML in it is shown as written; images show their description."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    reader = _Reader()
    for token in parser.parse(markdown):
        reader.take(token)
    return Document(tuple(reader.blocks), tuple(reader.links))


@dataclass(slots=True)
class _Container:
    """A quote or list around blocks. `next` numbers the items of an ordered list; `marker` waits for its block."""

    indent: Span
    ordered: bool = False
    next: int = 1
    marker: Span | None = None
    has_items: bool = False


class _Reader:
    """Turns the parser's stream of tokens into blocks."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.links: list[str] = []
        self._around: list[_Container] = []
        self._rows: list[list[Spans]] = []
        self._heading = ""
        self._in_table = False
        self._tight = False

    def take(self, token: "Token") -> None:
        """Take the next token of the text."""
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            self._open_list(token)
        elif token.type == "blockquote_open":
            self._around.append(_Container(QUOTE))
        elif token.type in {"bullet_list_close", "ordered_list_close", "blockquote_close"}:
            self._around.pop()
        elif token.type == "list_item_open":
            self._open_item()
        elif token.type == "heading_open":
            self._heading = token.tag
        elif token.type == "inline":
            self._take_inline(token)
        elif token.type in {"fence", "code_block"}:
            self._add("code", tuple(Span(line, ("code",)) for line in token.content.rstrip("\n").split("\n")))
        elif token.type == "hr":
            self._add("rule", ())
        else:
            self._take_table(token)

    def _take_table(self, token: "Token") -> None:
        if token.type == "table_open":
            self._in_table = True
            self._rows = []
        elif token.type == "tr_open":
            self._rows.append([])
        elif token.type == "table_close":
            self._in_table = False
            first, rest = self._prefixes()
            rows = tuple(map(tuple, self._rows))
            self.blocks.append(Block("table", first=first, rest=rest, rows=rows))

    def _open_list(self, token: "Token") -> None:
        ordered = token.type == "ordered_list_open"
        self._around.append(_Container(Span("   "), ordered, int(token.attrGet("start") or 1)))

    def _open_item(self) -> None:
        around = self._around[-1]
        around.marker = Span(f"{around.next}.".ljust(3), ("marker",)) if around.ordered else BULLET
        around.next += 1
        nested = len(self._around) > 1 and self._around[-2].indent is not QUOTE
        after_item = bool(self.blocks) and self.blocks[-1].kind == "item"
        self._tight = after_item and (around.has_items or nested)
        around.has_items = True

    def _take_inline(self, token: "Token") -> None:
        spans = self._inline(token.children or [])
        if self._in_table:
            self._rows[-1].append(spans)
        elif self._heading:
            self._add(self._heading, spans)
            self._heading = ""
        else:
            in_list = bool(self._around) and self._around[-1].marker is not None
            self._add("item" if in_list else "paragraph", spans)

    def _add(self, kind: str, spans: Spans) -> None:
        first, rest = self._prefixes()
        self.blocks.append(Block(kind, spans, first, rest, gap=not (kind == "item" and self._tight)))
        self._tight = False

    def _prefixes(self) -> tuple[Spans, Spans]:
        first = tuple(around.marker or around.indent for around in self._around)
        for around in self._around:
            around.marker = None
        return first, tuple(around.indent for around in self._around)

    def _inline(self, tokens: "list[Token]") -> Spans:
        spans: list[Span] = []
        kinds: list[str] = []
        link: int | None = None
        for token in tokens:
            if token.type == "link_open":
                self.links.append(str(token.attrGet("href") or ""))
                link = len(self.links) - 1
                kinds.append("link")
            elif token.type == "link_close":
                link = None
                kinds.remove("link")
            elif token.nesting == 1:
                kinds.append(token.tag)
            elif token.nesting == -1:
                kinds.remove(token.tag)
            elif token.type in {"softbreak", "hardbreak"}:
                spans.append(Span(" " if token.type == "softbreak" else "\n", tuple(kinds), link))
            elif token.content:
                code = ("code",) if token.type == "code_inline" else ()
                spans.append(Span(token.content, (*kinds, *code), link))
        return tuple(spans)
