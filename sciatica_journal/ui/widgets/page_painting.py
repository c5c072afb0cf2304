"""Painting one line of a page: its spans in their styles, with search hits and the chosen link on top."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from rich.segment import Segment
from rich.style import Style

from sciatica_journal.ui.widgets.spans import Span, Spans

KINDS: Final = ("h1", "h2", "h3", "code", "link", "marker", "quote-bar", "rule", "hit")
"""The styles that depend on the theme; the page has a component class page--NAME for each. Each costs time."""

_PLAIN: Final = {
    "strong": Style(bold=True),
    "em": Style(italic=True),
    "s": Style(strike=True),
    "quote": Style(italic=True),
    "chosen": Style(reverse=True, bold=True),
    "hit-chosen": Style(reverse=True, bold=True),
}
_SMALL: Final = frozenset({"h4", "h5", "h6"})


class Mark(NamedTuple):
    """Characters `start` to before `end` of a line that are painted as `kind` as well."""

    start: int
    end: int
    kind: str


def paint_spans(
    spans: Spans, marks: Sequence[Mark], chosen: int | None, style_of: Callable[[str], Style], base: Style
) -> Iterator[Segment]:
    """Yield the segments of a line. `chosen` is the number of the link that Enter follows."""
    place = 0
    for span in spans:
        style = base + _style(span, chosen, style_of)
        for start, end, kind in _stretches(place, place + len(span.text), marks):
            extra = _of_kind(kind, style_of) if kind else Style.null()
            yield Segment(span.text[start - place : end - place], style + extra)
        place += len(span.text)


def _style(span: Span, chosen: int | None, style_of: Callable[[str], Style]) -> Style:
    style = Style.null()
    for kind in span.kinds:
        style += _of_kind(kind, style_of)
    if span.link is not None and span.link == chosen:
        style += _PLAIN["chosen"]
    return style


def _of_kind(kind: str, style_of: Callable[[str], Style]) -> Style:
    if kind in _PLAIN:
        return (style_of("hit") if kind == "hit-chosen" else Style.null()) + _PLAIN[kind]
    return style_of("h3" if kind in _SMALL else kind)


def _stretches(start: int, end: int, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Yield the characters from `start` to before `end` in stretches, each with the mark on it or an empty one."""
    place = start
    for mark in sorted(marks):
        first, last = max(mark.start, place), min(mark.end, end)
        if first >= last:
            continue
        if first > place:
            yield Mark(place, first, "")
        yield Mark(first, last, mark.kind)
        place = last
    if place < end:
        yield Mark(place, end, "")
