"""Bringing together what two windows wrote into the same record."""

from collections.abc import Mapping
from typing import Any


def merged_text(seen: str, mine: str, theirs: str) -> str:
    """Return one text that holds every word of both, given what this window last saw.

    Where both only added at the end, the additions follow each other; else both texts stand.
    """
    if theirs in (seen, mine) or theirs in mine:
        return mine
    if mine == seen or mine in theirs:
        return theirs
    if theirs.startswith(seen) and mine.startswith(seen):
        return f"{theirs}\n{mine[len(seen) :].lstrip()}"
    return f"{theirs}\n\n{mine}"


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
        if isinstance(mine, str) or isinstance(theirs, str):
            values[name] = merged_text(seen[name] or "", mine or "", theirs or "") or None
    return values, tuple(clashes)
