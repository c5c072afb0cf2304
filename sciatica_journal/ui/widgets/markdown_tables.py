"""Tables as lines: cells are folded, and where even that is too wide, each row becomes a short list."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from sciatica_journal.ui.widgets.spans import Span, Spans
from sciatica_journal.ui.widgets.wrapping import width_of, wrap

_GAP: Final = 2
"""Cells between two columns."""

_NARROWEST: Final = 9
"""A column narrower than this is no pleasure to read."""

Row = tuple[Spans, ...]


def table_lines(rows: Sequence[Row], width: int) -> list[Spans]:
    """Return a table, its first row the head, as lines of at most `width` cells."""
    if not rows:
        return []
    widths = column_widths(rows, width)
    return _as_list(rows, width) if widths is None else _as_grid(rows, widths)


def column_widths(rows: Sequence[Row], width: int) -> list[int] | None:
    """Return the width of each column so that all fit, None where the columns would get too narrow.

    The widest columns give up cells first, so that short ones stay on one line.
    """
    columns = max(map(len, rows))
    widths = [max((width_of(row[n]) for row in rows if n < len(row)), default=0) for n in range(columns)]
    room = width - _GAP * (columns - 1)
    while sum(widths) > room:
        widest = widths.index(max(widths))
        if widths[widest] <= _NARROWEST:
            return None
        widths[widest] -= 1
    return widths


def _as_grid(rows: Sequence[Row], widths: list[int]) -> list[Spans]:
    head, *body = rows
    right = _number_columns(body, len(widths))
    lines = _row_lines(_bold(head), widths, right)
    lines.append((Span("  ".join("─" * width for width in widths), ("rule",)),))
    folded = [_row_lines(row, widths, right) for row in body]
    spacious = any(len(row) > 1 for row in folded)
    for number, row in enumerate(folded):
        if spacious and number:
            lines.append(())
        lines.extend(row)
    return lines


def _number_columns(body: Sequence[Row], columns: int) -> frozenset[int]:
    """Return the columns that hold only numbers: those stand at the right, one digit above the other."""
    return frozenset(n for n in range(columns) if body and all(n < len(row) and _is_number(row[n]) for row in body))


def _is_number(cell: Spans) -> bool:
    return "".join(span.text for span in cell).replace(".", "", 1).isdecimal()


def _row_lines(row: Row, widths: list[int], right: frozenset[int]) -> list[Spans]:
    cells = [wrap(spans, width) for spans, width in zip(row, widths, strict=False)]
    lines: list[Spans] = []
    for parts in zip_longest(*cells, fillvalue=()):
        line: list[Span] = []
        for number, (part, width) in enumerate(zip(parts, widths, strict=False)):
            space = width - width_of(part)
            before, behind = (space, 0) if number in right else (0, space)
            line += [Span(" " * before)] if before else []
            line += [*part, Span(" " * (behind + _GAP))]
        lines.append(tuple(line[:-1]))
    return lines


def _as_list(rows: Sequence[Row], width: int) -> list[Spans]:
    head, *body = rows
    lines: list[Spans] = []
    for number, row in enumerate(body):
        if number:
            lines.append(())
        for name, cell in zip_longest(head, row, fillvalue=()):
            label = (*_bold((name,))[0], Span(": ", ("strong",))) if name else ()
            lines.extend(wrap((*label, *cell), width))
    return lines


def _bold(row: Row) -> Row:
    return tuple(tuple(span._replace(kinds=("strong", *span.kinds)) for span in cell) for cell in row)
