"""Filling the empty fields of a day from another record of it, and emptying them again."""

from dataclasses import MISSING, Field, fields, replace
from typing import Any, Final

from sciatica_journal.domain.day import Day

_FIELDS: Final[tuple[Field[Any], ...]] = tuple(item for item in fields(Day) if item.name not in ("date", "extra"))


def _is_blank(value: object) -> bool:
    return value is None or value in ((), {})


def _blank(item: "Field[Any]") -> Any:
    return item.default if item.default_factory is MISSING else item.default_factory()


def fill(day: Day, given: Day) -> Day:
    """Return `day` with its empty fields filled from `given`; what the day has already stays as it is.

    Lists (feelings, spots, factors, lines) are filled as a whole, keys of other programs one by one.
    """
    taken = {
        item.name: getattr(given, item.name)
        for item in _FIELDS
        if _is_blank(getattr(day, item.name)) and not _is_blank(getattr(given, item.name))
    }
    more = {name: value for name, value in given.extra.items() if name not in day.extra}
    return replace(day, **taken, extra={**day.extra, **more})


def complements(first: Day, second: Day) -> bool:
    """Return whether two records of a day contradict each other nowhere."""
    return fill(first, second) == fill(second, first)


def empty_again(day: Day, before: Day, after: Day) -> tuple[Day, bool]:
    """Return `day` without what a filling from `before` to `after` brought, and whether anything of it stays.

    A field that was changed since stays as it is.
    """
    brought = [item for item in _FIELDS if getattr(before, item.name) != getattr(after, item.name)]
    same = [item for item in brought if getattr(day, item.name) == getattr(after, item.name)]
    keys = {name for name in after.extra if name not in before.extra and name in day.extra}
    same_keys = {name for name in keys if day.extra[name] == after.extra[name]}
    emptied = replace(
        day,
        **{item.name: _blank(item) for item in same},
        extra={name: value for name, value in day.extra.items() if name not in same_keys},
    )
    changed = [item for item in brought if item not in same and not _is_blank(getattr(day, item.name))]
    return emptied, bool(changed) or keys != same_keys
