"""Wrapping styled text by terminal cells: wide characters and emoji take two."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from rich.cells import cell_len

from sciatica_journal.ui.widgets.spans import Span, Spans

_JOINERS: Final = frozenset("\u200d\ufe0e\ufe0f") | frozenset(map(chr, range(0x1F3FB, 0x1F400)))
"""Characters that belong to the one before: a line is not broken there."""


_SPACES: Final = re.compile(r"(\s+)")


def width_of(spans: Iterable[Span]) -> int:
    """Return the width of spans in cells."""
    text = "".join([span.text for span in spans])
    return len(text) if text.isascii() else cell_len(text)


def wrap(spans: Spans, width: int) -> list[Spans]:
    """Return spans as lines of at most `width` cells (at least one), broken at spaces and newlines.

    Chinese, Japanese and Korean break between characters; a word longer than a line breaks where the line ends.
    """
    lines: list[Spans] = []
    line: list[Span] = []
    used = 0
    for atom, breaks in _atoms(spans, max(1, width)):
        size = width_of(atom)
        if breaks or (line and used + size > width and not _is_space(atom)):
            lines.append(_joined(_without_last_space(line)))
            line, used = [], 0
        if breaks or (_is_space(atom) and not line):
            continue
        line.extend(atom)
        used += size
    lines.append(_joined(_without_last_space(line)))
    return lines


def wrapped_text(text: str, width: int) -> list[str]:
    """Return a plain text as lines of at most `width` cells (at least one)."""
    return ["".join([span.text for span in spans]) for spans in wrap((Span(text),), width)]


def _is_space(atom: list[Span]) -> bool:
    return len(atom) == 1 and atom[0].text == " "


def _without_last_space(line: list[Span]) -> list[Span]:
    return line[:-1] if line and line[-1].text == " " else line


def _joined(line: list[Span]) -> Spans:
    """Return the line with neighbours of one style made one span."""
    found: list[Span] = []
    for span in line:
        if found and (found[-1].kinds, found[-1].link) == (span.kinds, span.link):
            found[-1] = Span(found[-1].text + span.text, span.kinds, span.link)
        else:
            found.append(span)
    return tuple(found)


def _atoms(spans: Spans, width: int) -> Iterator[tuple[list[Span], bool]]:
    """Yield what is not broken: words, which may change style inside, and single spaces; True marks a newline."""
    word: list[Span] = []
    for span in spans:
        for piece in _pieces(span.text):
            if piece in {" ", "\n"} or _is_wide(piece):
                yield from _fitting(word, width)
                word = []
            if piece == "\n":
                yield [], True
            elif piece == " " or _is_wide(piece):
                yield [Span(piece, span.kinds, span.link)], False
            else:
                word.append(Span(piece, span.kinds, span.link))
    yield from _fitting(word, width)


def _pieces(text: str) -> Iterator[str]:
    """Yield words, newlines, single spaces for runs of white space, and wide characters one by one."""
    if text.isascii() and "\n" not in text:
        for piece in _SPACES.split(text):
            if piece:
                yield " " if piece.isspace() else piece
        return
    start = 0
    place = 0
    while place < len(text):
        char = text[place]
        end = place + 1
        if char.isspace() or _is_wide(char):
            if start < place:
                yield text[start:place]
            while end < len(text) and (text[end] in _JOINERS or text[end - 1] == "\u200d"):
                end += 1
            while char.isspace() and char != "\n" and end < len(text) and text[end].isspace() and text[end] != "\n":
                end += 1
            yield ("\n" if char == "\n" else " ") if char.isspace() else text[place:end]
            start = end
        place = end
    if start < len(text):
        yield text[start:]


def _is_wide(piece: str) -> bool:
    return not piece[0].isascii() and cell_len(piece[0]) == 2


def _fitting(word: list[Span], width: int) -> Iterator[tuple[list[Span], bool]]:
    """Yield the word, cut into pieces of a line's width where it is longer."""
    if width_of(word) <= width:
        if word:
            yield word, False
        return
    for span in word:
        for line in cut(span, width):
            yield list(line), False


def cut(span: Span, width: int) -> list[Spans]:
    """Return a span as lines of at most `width` cells, its spaces kept: for code and overlong words."""
    lines: list[Spans] = []
    piece = ""
    for char in span.text.expandtabs(4):
        if piece and cell_len(piece + char) > width:
            lines.append((Span(piece, span.kinds, span.link),))
            piece = ""
        piece += char
    return [*lines, (Span(piece, span.kinds, span.link),)]
