"""Searching a page: words are found also where a line ends between them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sciatica_journal.ui.widgets.markdown_lines import Line


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one line, from character `start` to before `end`."""

    line: int
    start: int
    end: int


Hit = tuple[Part, ...]
"""One place where the words stand, in one part a line."""


def find_hits(lines: Sequence[Line], words: str) -> tuple[Hit, ...]:
    """Return where the words stand side by side, in order. Case does not count; no words, no hits."""
    wanted = words.split()
    if not wanted:
        return ()
    text, starts = _text_and_starts(lines)
    pattern = re.compile(r"\s".join(map(re.escape, wanted)), re.IGNORECASE)
    return tuple(_parts(starts, found.start(), found.end(), lines) for found in pattern.finditer(text))


def _text_and_starts(lines: Sequence[Line]) -> tuple[str, list[tuple[int, int, int]]]:
    """Return the text of all lines, and of each line: place in the text, characters left out, number.

    A line of the same block follows after one space and without what stands before its text, another block
    after a form feed, which no words match.
    """
    pieces: list[str] = []
    starts: list[tuple[int, int, int]] = []
    length = 0
    for number, line in enumerate(lines):
        text = line.text
        goes_on = number > 0 and lines[number - 1].block == line.block and bool(lines[number - 1].spans)
        if number:
            pieces.append(" " if goes_on else "\f\f")
            length += len(pieces[-1])
        left_out = _before_text(line) if goes_on else 0
        starts.append((length, left_out, number))
        pieces.append(text[left_out:].rstrip())
        length += len(pieces[-1])
    return "".join(pieces), starts


def _before_text(line: Line) -> int:
    left_out = 0
    for span in line.spans:
        if span.text.strip() and "quote-bar" not in span.kinds:
            break
        left_out += len(span.text)
    return left_out


def _parts(starts: Sequence[tuple[int, int, int]], start: int, end: int, lines: Sequence[Line]) -> Hit:
    parts = []
    for place, left_out, number in starts:
        first = max(start, place) - place + left_out
        last = min(end - place + left_out, len(lines[number].text))
        if place >= end:
            break
        if last > first:
            parts.append(Part(number, first, last))
    return tuple(parts)
