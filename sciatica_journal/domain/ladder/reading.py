"""A ladder read from a table, such as a TOML file holds. Everything in it is checked before it is used."""

from collections.abc import Mapping
from typing import Any, Final

from sciatica_journal.domain.checks import is_number, quoted
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.ladder.ladder import MOST_PARTS, MOST_STEPS, Ladder, Part, Step

_LADDER: Final = {"title": str, "about": str, "greens": int, "rest_days": int, "per_week": int, "steps": list}
_STEP: Final = {"id": str, "title": str, "parts": list, "times": int}


def read_ladder(table: Mapping[str, Any], ident: str) -> Ladder:
    """Return the ladder of a table. Raises InvalidValue, in words, for whatever is no ladder."""
    values = _checked(table, _LADDER, "The ladder", ("title", "steps"))
    steps = values.pop("steps")
    if len(steps) > MOST_STEPS:
        raise InvalidValue(f"The ladder has {len(steps)} steps.", f"It has at most {MOST_STEPS}.")
    return Ladder(id=ident, steps=tuple(_step(step, number) for number, step in enumerate(steps, 1)), **values)


def _step(table: object, number: int) -> Step:
    if not isinstance(table, Mapping):
        raise InvalidValue(f"Step {number} is {quoted(table)}.", "A step is a table [[steps]].")
    values = _checked(table, _STEP, f"Step {number}", ("parts",))
    parts = values.pop("parts")
    if len(parts) > MOST_PARTS:
        raise InvalidValue(f"Step {number} has {len(parts)} parts.", f"It has at most {MOST_PARTS}.")
    read = tuple(_part(part, number) for part in parts)
    ident = values.pop("id", str(number))
    title = values.pop("title", None) or ", ".join(f"{kind} {minutes:g} min" for kind, minutes in read)
    return Step(id=ident, title=title, parts=read, **values)


def _part(part: object, number: int) -> Part:
    if isinstance(part, list) and len(part) == 2:
        kind, minutes = part
        if isinstance(kind, str) and is_number(minutes) and 0 < minutes < 1e6:
            return Part(kind, float(minutes))
    raise InvalidValue(f"Step {number} has the part {quoted(part)}.", 'A part is such as ["walk", 4.5].')


def _checked(table: Mapping[str, Any], kinds: Mapping[str, type], what: str, needed: tuple[str, ...]) -> dict[str, Any]:
    """Return the values of known names, each of its type; names of later versions are left aside."""
    for name in needed:
        if name not in table:
            raise InvalidValue(f"{what} has no {name}.", "Look at the ladders that come with the program.")
    found = {name: table[name] for name in kinds if name in table}
    for name, value in found.items():
        if type(value) is not kinds[name]:
            raise InvalidValue(f"{what}: {name} is {quoted(value)}.", "Look at the ladders that come with the program.")
    return found
