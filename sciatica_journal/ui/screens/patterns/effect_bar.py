"""An effect drawn on an axis: the interval, the estimate, zero, and the band that nobody would notice."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from sciatica_journal.domain.units import signed
from sciatica_journal.services.patterns.view import NOTICEABLE, Card
from sciatica_journal.ui.widgets.row import Part

LIMITS: Final = (1.0, 2.0, 3.0, 5.0, 10.0)
"""Points that an axis may reach to either side, the smallest that holds the data is taken."""
NARROWEST: Final = 13
"""Columns under which an axis tells nothing."""

AXIS, BAND, ZERO, ESTIMATE = "─", "░", "│", "●"
INSIDE, INSIDE_BAND, INSIDE_ZERO, LOW_END, HIGH_END = "━", "╍", "╋", "┣", "┫"
BEYOND_LOW, BEYOND_HIGH = "◂", "▸"
_MUTED: Final = "$text-muted"


def axis_limit(cards: Iterable[Card]) -> float:
    """Return how far an axis must reach to hold the intervals of all cards, in points: one scale for a whole page."""
    furthest = max((abs(value) for card in cards for value in (card.low, card.high) if value is not None), default=0.0)
    return next((limit for limit in LIMITS if furthest <= limit), LIMITS[-1])


def column(value: float, limit: float, width: int) -> int:
    """Return the column of a value on an axis of `width` columns from -limit to +limit; what lies beyond is put at
    its end."""
    middle = width // 2
    return min(max(middle + round(value / limit * middle), 0), 2 * middle)


def odd(width: int) -> int:
    """Return the greatest odd number of columns in `width`: zero is in the middle."""
    return width - 1 + width % 2


def bar(card: Card, limit: float, width: int, style: str) -> list[Part]:
    """Return the axis with the card's interval on it, `style` for what is the effect; `width` is odd."""
    cells = list(_cells(card, limit, width))
    marks = {LOW_END, HIGH_END, INSIDE, INSIDE_BAND, INSIDE_ZERO, ESTIMATE, BEYOND_LOW, BEYOND_HIGH}
    return [
        ("".join(run), style if of_effect else _MUTED)
        for of_effect, run in groupby(cells, lambda cell: cell in marks)
    ]  # fmt: skip


def _cells(card: Card, limit: float, width: int) -> Iterator[str]:
    band = range(column(-NOTICEABLE, limit, width), column(NOTICEABLE, limit, width) + 1)
    zero = column(0, limit, width)
    if card.effect is None or card.low is None or card.high is None:
        yield from (ZERO if at == zero else BAND if at in band else AXIS for at in range(width))
        return
    low, at_effect, high = (column(value, limit, width) for value in (card.low, card.effect, card.high))
    for at in range(width):
        if at == at_effect:
            yield ESTIMATE
        elif at == low:
            yield BEYOND_LOW if card.low < -limit else LOW_END
        elif at == high:
            yield BEYOND_HIGH if card.high > limit else HIGH_END
        elif low < at < high:
            yield INSIDE_ZERO if at == zero else INSIDE_BAND if at in band else INSIDE
        else:
            yield ZERO if at == zero else BAND if at in band else AXIS


def end_labels(card: Card, limit: float, width: int) -> str:
    """Return the line over the bar: the ends of the interval as numbers, and the estimate where it fits between."""
    if card.effect is None or card.low is None or card.high is None:
        return ""
    low, effect, high = (signed(value) for value in (card.low, card.effect, card.high))
    start = max(column(card.low, limit, width) - len(low) + 1, 0)
    end = min(column(card.high, limit, width), width - len(high))
    if end < start + len(low) + 1:  # too close together: side by side, around their middle
        start = max(min(start, width - len(low) - len(high) - 1), 0)
        end = start + len(low) + 1
    line = low.rjust(start + len(low))
    at = column(card.effect, limit, width) - len(effect) // 2
    if start + len(low) < at and at + len(effect) < end:
        line = line.ljust(at) + effect
    return line.ljust(end) + high


def tick_labels(limit: float, width: int) -> str:
    """Return the line under the bar: the numbers of the axis."""
    line = ""
    for share in (-1.0, -0.5, 0.0, 0.5, 1.0):
        text = "0" if not share else f"{share * limit:+g}"
        at = column(share * limit, limit, width)
        start = 0 if share == -1 else width - len(text) if share == 1 else at - len(text) // 2
        if abs(share) in (0.0, 1.0) or width >= 6 * NARROWEST // 2:
            line = line.ljust(start) + text
    return line
