"""The sheet's chart as SVG within the page: two lines that differ in shape, not only in shade."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from sciatica_journal.domain.legs import FOOT
from sciatica_journal.domain.sheet.model import Chart, Sheet
from sciatica_journal.domain.sheet.words import number

_LEFT_EDGE: Final = 62
_WIDTH: Final = 718
_STEP: Final = 13
_TOP: Final = 16
_RIGHT_EDGE: Final = 8


def chart_svg(sheet: Sheet) -> str:
    """Return the chart, empty without one. Side by side on one point the two marks are drawn apart."""
    chart = sheet.chart
    if chart is None:
        return ""
    bottom = _TOP + FOOT * _STEP
    parts = [
        f'<svg viewBox="0 0 {_WIDTH} {bottom + 40}" role="img" aria-label="{escape(_spoken(sheet, chart))}">',
        _text(0, 9, sheet.captions.furthest, "t"),
        *_legend(sheet),
        *_points(sheet),
        *_series(chart, chart.left, "l", -1.5),
        *_series(chart, chart.right, "r", 1.5),
        *_numbers(chart, sheet.captions.pain, ["" if value is None else number(value, 0) for value in chart.pain],
                  bottom + 15),
        *_numbers(chart, sheet.captions.logged, [str(count) for count in chart.logged], bottom + 26),
        *_dates(chart, bottom + 37),
        "</svg>",
    ]  # fmt: skip
    return "\n".join(parts)


def _x(chart: Chart, place: int) -> float:
    room = (_WIDTH - _LEFT_EDGE - _RIGHT_EDGE) / len(chart.starts)
    return round(_LEFT_EDGE + room * (place + 0.5), 1)


def _y(point: int) -> int:
    return _TOP + point * _STEP


def _points(sheet: Sheet) -> Iterator[str]:
    """Yield a line and a name for each point: none at the top, the foot at the bottom, as the leg hangs."""
    for point, name in enumerate(sheet.captions.points):
        y = _y(point)
        yield f'<path class="g" d="M{_LEFT_EDGE} {y}H{_WIDTH - _RIGHT_EDGE}"/>'
        yield _text(_LEFT_EDGE - 5, y + 3, name, "e")


def _series(chart: Chart, points: Sequence[int | None], name: str, shift: float) -> Iterator[str]:
    """Yield a line through neighbouring points, broken where nothing was noted, and a mark on each point."""
    move, path = True, []
    for place, point in enumerate(points):
        if point is None:
            move = True
            continue
        path.append(f"{'M' if move else 'L'}{_x(chart, place)} {_y(point) + shift}")
        move = False
    if path:
        yield f'<path class="{name}" d="{"".join(path)}"/>'
    for place, point in enumerate(points):
        if point is not None:
            yield _dot(_x(chart, place), _y(point) + shift, name)


def _dot(x: float, y: float, name: str) -> str:
    if name == "l":
        return f'<circle class="lm" cx="{x}" cy="{y}" r="3"/>'
    return f'<rect class="rm" x="{round(x - 2.8, 1)}" y="{round(y - 2.8, 1)}" width="5.6" height="5.6"/>'


def _legend(sheet: Sheet) -> Iterator[str]:
    x = _WIDTH - 150
    for name, words, place in (("l", sheet.captions.left, x), ("r", sheet.captions.right, x + 75)):
        yield f'<path class="{name}" d="M{place} 6h24"/>'
        yield _dot(place + 12, 6, name)
        yield _text(place + 30, 9, words, "t")


def _numbers(chart: Chart, label: str, cells: Sequence[str], y: int) -> Iterator[str]:
    yield _text(_LEFT_EDGE - 5, y, label, "e")
    for place, cell in enumerate(cells):
        if cell:
            yield _text(_x(chart, place), y, cell, "m")


def _dates(chart: Chart, y: int) -> Iterator[str]:
    every = max(1, -(-len(chart.starts) // 8))
    for place in range(0, len(chart.starts), every):
        start = chart.starts[place]
        yield _text(_x(chart, place), y, f"{start.day} {start:%b}{f' {start:%y}' if chart.days > 28 else ''}", "m")


def _text(x: float, y: float, words: str, name: str) -> str:
    return f'<text class="{name}" x="{x}" y="{y}">{escape(words)}</text>'


def _spoken(sheet: Sheet, chart: Chart) -> str:
    """Return the chart in words, for those who hear the page."""
    names = sheet.captions.points
    parts = [sheet.captions.furthest]
    for words, points in ((sheet.captions.left, chart.left), (sheet.captions.right, chart.right)):
        parts.append(f"{words}: {', '.join('not noted' if point is None else names[point] for point in points)}")
    return ". ".join(parts)
