"""The load x stress map: three by three cells, each with its mean and its count of days."""

from collections.abc import Mapping
from typing import Any, Final

from rich.cells import cell_len, set_cell_size

from sciatica_journal.services.patterns.view import MapView
from sciatica_journal.ui.screens.patterns.block import Block, Line, wrapped
from sciatica_journal.ui.widgets.row import Part
from sciatica_journal.ui.widgets.wrapping import wrapped_text

_MUTED: Final = "$text-muted"
_WIDEST_CELL: Final = 14
_WIDEST_HEAD: Final = 14
_LIGHTEST, _DARKEST = 8, 48
"""Per cent of the hue in the cells of the lowest and the highest mean."""

Words = Mapping[str, Any]


class MapBlock(Block):
    """Loads downwards, stress to the right; the number is in the cell, the shade only repeats it."""

    def __init__(self, key: str, shown: MapView, words: Words) -> None:
        super().__init__(key)
        self.map = shown
        self.words = words

    def show(self, shown: MapView) -> None:
        """Show another map."""
        if shown != self.map:
            self.map = shown
            self.changed()

    def lines(self, width: int) -> list[Line]:
        """Return the grid, and the note under it."""
        head, cell = _columns(self.map, width)
        shades = not (self.app.no_color or self.app.native_ansi_color)
        rows = [line for number in range(3) for line in self._row(number, head, cell, shades=shades)]
        note = wrapped(self.map.note, width, _MUTED)
        return [*wrapped(self.map.head, width, _MUTED), *_heads(self.map, head, cell), *rows, *note]

    def _row(self, number: int, head: int, cell: int, *, shades: bool) -> list[Line]:
        """Return a row: means, counts; a third line where its name needs one."""
        names = [*wrapped_text(self.map.rows[number], head - 1), "", ""]
        upper: list[Part] = [(set_cell_size(names[0], head), "$text-secondary")]
        lower: list[Part] = [(set_cell_size(names[1], head), "$text-secondary")]
        for days, mean in self.map.cells[number]:
            style = shade(mean, self.map) if shades else ""
            text = "" if mean is None else f"{mean:.1f}"
            count = str(self.words["map"]["day" if days == 1 else "days"]).format(days=days)
            upper += [" ", (text.center(cell), f"bold {style}")]
            lower += [" ", (_fitted(count, cell), f"$foreground{style}" if style else _MUTED)]
        return [upper, lower]


def shade(mean: float | None, shown: MapView) -> str:
    """Return the background of a mean: one hue, the more of it the higher the mean is on the map's scale."""
    if mean is None:
        return ""
    span = shown.high - shown.low
    share = min(max((mean - shown.low) / span, 0.0), 1.0) if span > 0 else 0.0
    return f" on $secondary {round(_LIGHTEST + share * (_DARKEST - _LIGHTEST))}%"


def _columns(shown: MapView, width: int) -> tuple[int, int]:
    """Return the columns of the row names and of a cell."""
    longest = max(cell_len(word) for name in shown.rows for word in name.split() or [""]) + 1
    head = min(max(longest, min(max(map(cell_len, shown.rows)) + 1, width // 4)), _WIDEST_HEAD, max(1, width // 3))
    return head, max(3, min((width - head) // 3 - 1, _WIDEST_CELL))


def _heads(shown: MapView, head: int, cell: int) -> list[Line]:
    """Return the names of the columns, as many lines as the longest one needs."""
    names = [wrapped_text(name, cell) for name in shown.columns]
    height = max(map(len, names))
    rows = [[""] * (height - len(name)) + name for name in names]
    return [
        [" " * head, *((" " + _fitted(name[line], cell), "$text-secondary") for name in rows)] for line in range(height)
    ]


def _fitted(text: str, width: int) -> str:
    """Return a text in the middle of a cell, without its unit or cut where it is too long."""
    if cell_len(text) > width:
        text = text.partition(" ")[0]
    space = max(width - cell_len(text), 0)
    return set_cell_size(" " * (space // 2) + text, width)
