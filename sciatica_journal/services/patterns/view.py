"""What Patterns shows: cards, groups and the map, in words and plain numbers. No numpy: screens hold these."""

from dataclasses import dataclass
from typing import Final

NOTICEABLE: Final = 0.5
"""Points a usual swing below which a difference would not be noticed: the band that cards draw around 0."""


@dataclass(frozen=True, slots=True)
class Card:
    """One answer. `key` names the question and stays the same from day to day (`run 1 pain_morning`).

    `verdict` is `raises`, `lowers`, `linked`, `no_effect`, `unclear` or `not_enough`, `certainty` `likely`, `clearly`
    or None. `effect`, `low` and `high` (95 %) are points of the 0-10 scale (0-6 for the furthest point) for a usual
    swing of the factor, None where there are not enough days. `details` are the lines behind the card: what was
    compared, days, crude beside adjusted, what was not ruled out. `history` are lines such as "likely since 3 May",
    the newest first; `word` is the verdict in words, such as "likely raises".
    """

    key: str
    title: str
    verdict: str
    certainty: str | None
    words: str
    effect: float | None = None
    low: float | None = None
    high: float | None = None
    days: int = 0
    needs: int = 0
    details: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    word: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Some lines under a title: questions that stay silent and why, trends, flares, surfaces side by side."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MapView:
    """The load x stress map: `cells[row][column]` is (days, mean next morning or None under 5 days).

    Rows are loads from none to most, columns stress from little to much; `low` and `high` are the ends of the scale
    that shades the cells; `note` says what chance alone would show, `head` what the
    means are of.
    """

    rows: tuple[str, str, str]
    columns: tuple[str, str, str]
    cells: tuple[tuple[tuple[int, float | None], ...], ...]
    low: float
    high: float
    note: str
    head: str = ""


@dataclass(frozen=True, slots=True)
class PatternsView:
    """The whole page. `notice` stands where the running answer would while a red flag is open; `mixed` says that pain
    and the furthest point or nerve signs go different ways. `headline` is the running question; `cards` what else
    there is to say, the surest first; `silent` the questions without an answer, each group with its reason; `groups`
    what is described without a verdict."""

    days: str
    headline: Card | None = None
    notice: str = ""
    mixed: str = ""
    cards: tuple[Card, ...] = ()
    load_map: MapView | None = None
    groups: tuple[Group, ...] = ()
    silent: tuple[Group, ...] = ()
    method: str = ""
