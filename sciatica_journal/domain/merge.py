"""Bringing together what two windows wrote into the same record."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, Final, TypeVar

TEXTS: Final = frozenset({"did", "note", "text", "title"})
"""The fields that hold writing; every other text is one of a few words and is not put together."""

_Record = TypeVar("_Record", bound=Any)


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

    A field nobody else touched takes the change. A text keeps the words of both, and what holds several things
    (feelings, spots, factors) takes what either window put in or took out. Any other value takes this window's change,
    which the history keeps beside the other one; the name is reported.
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
        elif isinstance(mine, Mapping | tuple):
            values[name] = _merged_things(seen[name] or (), mine, theirs)
    return values, tuple(clashes)


def merge_record(mine: _Record, seen: _Record, current: _Record) -> tuple[_Record, tuple[str, ...]]:
    """Return what this window made of a record that it saw as `seen`, laid over the record as it is now.

    Only what this window changed is written; returns as well the names of the fields that both changed.
    """
    names = [each.name for each in fields(mine)]
    changes = {name: getattr(mine, name) for name in names if getattr(mine, name) != getattr(seen, name)}
    values, clashes = merge_fields(
        changes, {name: getattr(seen, name) for name in names}, {name: getattr(current, name) for name in names}
    )
    return replace(current, **values), clashes


def _merged_things(seen: Any, mine: Any, theirs: Any) -> Any:
    if isinstance(mine, Mapping):
        left_out = {name for name in seen if name not in mine}
        changed = {name: value for name, value in mine.items() if name not in seen or seen[name] != value}
        return {name: value for name, value in {**theirs, **changed}.items() if name not in left_out}
    added = [each for each in mine if each not in seen]
    places = {_place(each) for each in added}
    kept = (each for each in theirs if _place(each) not in places and (each in mine or each not in seen))
    return (*kept, *added)


def _place(thing: Any) -> Any:
    """Return what there can be only one of: a spot's place on the body, else the thing itself."""
    return (thing.region, thing.side) if hasattr(thing, "region") else thing
