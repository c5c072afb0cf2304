"""The sheet as plain text in 80 columns."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Final
from unicodedata import combining, east_asian_width

from sciatica_journal.domain.sheet.model import Section, Sheet, Table
from sciatica_journal.exchange.sheet.grid import WIDTH, grid_lines

_INDENT: Final = "  "


def sheet_text(sheet: Sheet, width: int = WIDTH) -> str:
    """Return the sheet as text with no line wider than `width` columns, the chart apart where that is under 80."""
    lines = [sheet.title, "=" * min(width, len(sheet.title))]
    for line in sheet.head:
        lines += _folded(line, width)
    above, below = sheet.parts
    for section in above:
        lines += _titled(section, sheet, width)
    if above and below:
        lines += ["", f"{'-' * (width - len(sheet.captions.details) - 1)} {sheet.captions.details}"]
    for section in below:
        lines += _titled(section, sheet, width)
    if sheet.foot:
        lines.append("")
    for line in sheet.foot:
        lines += _folded(line, width)
    return "\n".join(lines) + "\n"


def _titled(section: Section, sheet: Sheet, width: int) -> Iterator[str]:
    yield from ("", section.title, *_section(section, width))
    if section.item == "course":
        yield from ("", *(f"{_INDENT}{line}" for line in grid_lines(sheet, width - len(_INDENT))))


def _section(section: Section, width: int) -> Iterator[str]:
    for fact in section.facts:
        yield from _folded(fact.words, width, _INDENT)
    if section.table is not None:
        yield from table_lines(section.table)


def table_lines(table: Table) -> Iterator[str]:
    """Yield a table with its columns in line."""
    rows = (table.head, *table.rows)
    widths = [max(len(row[place]) for row in rows) for place in range(len(table.head))]
    for row in rows:
        cells = [f"{cell:>{size}}" for cell, size in zip(row[1:], widths[1:], strict=True)]
        yield f"{_INDENT}{row[0]:<{widths[0]}}  {'  '.join(cells)}".rstrip()


def _folded(text: str, width: int, indent: str = "") -> list[str]:
    """Return the text folded by columns; wide letters count as two, and what is longer than a line is broken."""
    if text.isascii():
        return wrap(text, width, initial_indent=indent, subsequent_indent=f"{indent}{_INDENT if indent else ''}",
                    break_on_hyphens=False)  # fmt: skip
    lines: list[str] = []
    line, used = indent, len(indent)
    for word in _words(text, width - 2 * len(_INDENT)):
        size = columns(word)
        if used + size + 1 > width and line.strip():
            lines.append(line)
            line = f"{indent}{_INDENT if indent else ''}"
            used = len(line)
        space = " " if line.strip() else ""
        line, used = f"{line}{space}{word}", used + size + len(space)
    return [*lines, line]


def _words(text: str, most: int) -> Iterator[str]:
    """Yield the words of a text, those wider than `most` in pieces."""
    for word in text.split():
        piece = ""
        for letter in word:
            if columns(piece + letter) > most:
                yield piece
                piece = ""
            piece += letter
        yield piece


def columns(text: str) -> int:
    """Return the columns that a terminal gives a text."""
    return sum(0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in text)
