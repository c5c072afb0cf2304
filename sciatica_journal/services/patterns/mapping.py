"""The load x stress map in words and numbers for the screen and the shell."""

from typing import TYPE_CHECKING, Final

from sciatica_journal.services.patterns.sentences import plain_number
from sciatica_journal.services.patterns.view import MapView
from sciatica_journal.services.patterns.words import Words

if TYPE_CHECKING:
    from sciatica_journal.insight.load_map import LoadMap

FEWEST_CELLS: Final = 2
RARE: Final = 5
"""Percent by chance under which cells may be said to differ."""


def map_view(found: "LoadMap | None", words: Words) -> MapView | None:
    """Return the map as it is shown, None before two of its cells have days enough."""
    if found is None or sum(cell.mean is not None for row in found.cells for cell in row) < FEWEST_CELLS:
        return None
    told = words["map"]
    measure = found.measure if found.edge is not None else "none"
    edge = plain_number(found.edge) if found.edge is not None else ""
    rows = tuple(str(row).format(edge=edge) for row in told[f"rows_{measure}"])
    cells = tuple(tuple((cell.n, cell.mean) for cell in row) for row in found.cells)
    means = [mean for row in cells for _, mean in row if mean is not None]
    columns = told["columns"]
    return MapView(
        (rows[0], rows[1], rows[2]), (columns[0], columns[1], columns[2]), cells,
        min(means, default=0.0), max(means, default=0.0), f"{told['note']} {_chance(found, words)}",
        told["heads"][found.outcome],
    )  # fmt: skip


def _chance(found: "LoadMap", words: Words) -> str:
    if found.chance is None:
        return str(words["map"]["no_chance"])
    percent = max(round(100 * found.chance), 1)
    return str(words["map"]["chance_low" if percent <= RARE else "chance"]).format(percent=percent)
