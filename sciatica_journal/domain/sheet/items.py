"""The items of the sheet: their order on the page, and which go first where there is no room."""

from collections.abc import Collection
from typing import Final, NamedTuple

ITEMS: Final = (
    "flags", "worry", "questions", "course", "signs", "checks", "strength", "onset", "function", "tolerance",
    "examinations", "medicines", "treatments", "settling", "training", "places", "sleep", "work", "measures", "stress",
    "feelings", "reflections",
)  # fmt: skip
"""In the order of the page, above and below its line: domain/sheet/minute.py."""

PERSONAL: Final = frozenset({"stress", "feelings", "reflections"})
"""Left out unless the person asks for it."""

LEAST_FIRST: Final = (
    "places", "measures", "work", "sleep", "training", "settling", "function", "stress", "feelings", "reflections",
    "treatments", "tolerance", "medicines", "course", "onset", "examinations", "worry", "questions", "strength",
    "checks", "signs", "flags",
)  # fmt: skip
"""What goes first where there is more than fits; the last five only lose lines, and are never left out whole."""

ALWAYS: Final = frozenset({"questions", "strength", "checks", "signs", "flags"})


class Choice(NamedTuple):
    """What is to be in. `reflections` are the ids of single reflections; None means all that were kept."""

    items: frozenset[str]
    reflections: frozenset[str] | None = None


def choice(added: Collection[str] = (), without: Collection[str] = ()) -> Choice:
    """Return everything but the personal items, with these added and those left out."""
    return Choice(((frozenset(ITEMS) - PERSONAL) | set(added)) - set(without))
