"""The reflection practices, each a file under content/practices/, and what is said around them."""

from functools import cache
from typing import Any

from sciatica_journal.domain.practices.practice import Practice, Repeat
from sciatica_journal.guide.content import names, read_page, read_toml


@cache
def load_practices() -> tuple[Practice, ...]:
    """Return all practices by their number."""
    found = [_practice(name) for name in names("practices")]
    return tuple(sorted(found, key=lambda practice: practice.number))


@cache
def load_rules() -> dict[str, str]:
    """Return the texts of content/practice_rules.toml: what is said before deep writing, and when it rests."""
    return {name: str(text).strip() for name, text in read_toml("practice_rules.toml").items()}


def _practice(name: str) -> Practice:
    head, body = read_page("practices", name)
    lists: dict[str, Any] = {
        "cautions": tuple(head["cautions"]),
        "columns": tuple(head.get("columns", ())),
        "traits": frozenset(head.get("traits", ())),
        "repeat": Repeat(**head.get("repeat", {})),
    }
    return Practice(**{**head, **lists}, body=body)
