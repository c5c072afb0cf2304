"""Bringing together what two windows wrote into the same record."""

from collections.abc import Mapping
from typing import Any, Final

TEXTS: Final = frozenset({"did", "note", "text", "title"})
"""The fields that hold writing; every other text is one of a few words and is not put together."""


def merged_text(seen: str, mine: str, theirs: str) -> str:
    """Return one text that holds every word of both, given what this window last saw.

    Where both only added at the end, the additions follow each other; else both texts stand.
    """
    if mine == seen:
        return theirs
    if theirs == seen or _holds(mine, theirs):
        return mine
    if _holds(theirs, mine):
        return theirs
    if theirs.startswith(seen) and mine.startswith(seen):
        added = min(_word_start(mine, len(seen)), _word_start(theirs, len(seen)))
        return f"{theirs}\n{mine[added:].lstrip()}"
    return f"{theirs}\n\n{mine}"


def _holds(text: str, part: str) -> bool:
    """Return whether `part` stands in `text`, beginning and ending where words do."""
    start = text.find(part)
    while start >= 0:
        if _is_between_words(text, start) and _is_between_words(text, start + len(part)):
            return True
        start = text.find(part, start + 1)
    return False


def _word_start(text: str, place: int) -> int:
    """Return where the word begins that `place` stands within; `place` itself between words."""
    while not _is_between_words(text, place):
        place -= 1
    return place


def _is_between_words(text: str, place: int) -> bool:
    return place in (0, len(text)) or text[place - 1].isspace() or text[place].isspace()


def merge_fields(
    changes: Mapping[str, Any], seen: Mapping[str, Any], current: Mapping[str, Any]
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the values to write and the names that another window changed meanwhile.

    A field nobody else touched takes the change. A text keeps the words of both. Any other value takes
    this window's change, which the history keeps beside the other one; the name is reported.
    """
    values = dict(changes)
    clashes: list[str] = []
    for name, mine in changes.items():
        theirs = current.get(name)
        if name not in seen or theirs in (seen[name], mine):
            continue
        clashes.append(name)
        if name in TEXTS:
            values[name] = merged_text(seen[name] or "", mine or "", theirs or "") or None
    return values, tuple(clashes)
