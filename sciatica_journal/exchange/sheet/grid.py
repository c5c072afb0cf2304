"""The sheet's chart in letters: readable without colour, by a screen reader too, in 80 columns."""

from typing import Final

from sciatica_journal.domain.sheet.model import Chart, Sheet
from sciatica_journal.domain.sheet.words import number

WIDTH: Final = 80
"""Columns of the text formats."""

_CELL: Final = 3
"""Columns of a stretch; one more where its days have three digits."""
_NAMES: Final = 13
_BOTH: Final = "B"
_LEFT: Final = "L"
_RIGHT: Final = "R"


def grid_lines(sheet: Sheet, width: int = WIDTH) -> list[str]:
    """Return the chart: a caption folded to `width`, a row for each point, the foot last, the pain, the days logged.

    Without a chart there are no lines.
    """
    chart, words = sheet.chart, sheet.captions
    if chart is None:
        return []
    rows = [
        (name, [_mark(point, left, right) for left, right in zip(chart.left, chart.right, strict=True)])
        for point, name in enumerate(words.points)
    ]
    rows.append((words.pain, ["-" if value is None else number(value, 0) for value in chart.pain]))
    rows.append((words.logged, [str(count) for count in chart.logged]))
    legend = f"{_LEFT} {words.left}, {_RIGHT} {words.right}, {_BOTH} {words.both}"
    caption = f"{words.furthest} ({legend})"
    lines = [caption] if len(caption) <= width else [words.furthest, legend]
    wide = max(_CELL, *(len(str(count)) + 1 for count in chart.logged))
    lines += [f"{name:>{_NAMES - 1}} {''.join(f'{cell:>{wide}}' for cell in cells)}".rstrip() for name, cells in rows]
    return [*lines, _dates(chart, wide)]


def _mark(point: int, left: int | None, right: int | None) -> str:
    if left == point == right:
        return _BOTH
    return _LEFT if left == point else _RIGHT if right == point else "."


def _dates(chart: Chart, wide: int) -> str:
    first, last = f"{chart.starts[0]:%d %b %Y}".lstrip("0"), f"{chart.last:%d %b %Y}".lstrip("0")
    width = max(len(chart.starts) * wide, len(first) + len(last) + 1)
    return f"{'':{_NAMES}}{first}{last:>{width - len(first)}}"
