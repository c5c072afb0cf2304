"""Filling the empty fields of a record from another one of the same thing, and emptying them again."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, Final, TypeVar

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.run import Run

_IDENTITY: Final = ("id", "date")
_BY_NAME: Final = ("extra",)
"""Fields whose names are filled one by one."""

Fillable = TypeVar("Fillable", Day, Run)


_FIELDS: Final = {
    cls.TYPE: tuple(item.name for item in fields(cls) if item.name not in _IDENTITY) for cls in (Day, Run)
}


def _is_blank(value: object) -> bool:
    return value is None or value in ((), {})


def fill(record: Fillable, given: Fillable, *, each_factor: bool = False) -> Fillable:
    """Return `record` with its empty fields filled from `given`; what it has already stays as it is.

    Lists (feelings, spots, lines) are filled as a whole, keys of other programs one by one, and so are factors with
    `each_factor`: what two programs count are different things.
    """
    by_name = (*_BY_NAME, "factors") if each_factor else _BY_NAME
    taken: dict[str, Any] = {}
    for name in _FIELDS[record.TYPE]:
        mine, theirs = getattr(record, name), getattr(given, name)
        if name in by_name:
            more = {key: value for key, value in theirs.items() if key not in mine}
            if more:
                taken[name] = {**mine, **more}
        elif _is_blank(mine) and not _is_blank(theirs):
            taken[name] = theirs
    return replace(record, **taken) if taken else record


def filled_names(before: Fillable, after: Fillable) -> list[str]:
    """Return the names of the fields in which two records of one thing differ."""
    return [name for name in _FIELDS[before.TYPE] if getattr(before, name) != getattr(after, name)]


def complements(first: Day, second: Day) -> bool:
    """Return whether two records of a day contradict each other nowhere."""
    return fill(first, second) == fill(second, first)


def empty_again(record: Fillable, before: Fillable, after: Fillable) -> tuple[Fillable, bool]:
    """Return `record` without what a filling from `before` to `after` brought, and whether anything of it stays.

    A field, factor or key of another program that was changed since stays as it is.
    """
    emptied: dict[str, Any] = {}
    stays = False
    for name in _FIELDS[record.TYPE]:
        old, new, now = (getattr(one, name) for one in (before, after, record))
        if old == new:
            continue
        if isinstance(new, Mapping) and isinstance(now, Mapping):
            emptied[name], changed = _without(now, old, new)
            stays = stays or changed
        elif now == new:
            emptied[name] = old
        else:
            stays = stays or not _is_blank(now)
    return replace(record, **emptied), stays


def _without(now: Mapping[str, Any], old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[dict[str, Any], bool]:
    """Return what is `now` without the names that came with `new`, and whether any of them was changed since."""
    brought = {name for name in new if name not in old and name in now}
    same = {name for name in brought if now[name] == new[name]}
    return {name: value for name, value in now.items() if name not in same}, brought != same
