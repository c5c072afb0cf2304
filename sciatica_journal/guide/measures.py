"""The measures under content/measures/, and what is said around them."""

from functools import cache
from typing import Any

from sciatica_journal.domain.measures import RMDQ, WEEKLY, Item, Measure
from sciatica_journal.guide.content import read_toml

FOLDER = "measures"


@cache
def load_measures() -> dict[str, Measure]:
    """Return the measures by id, those of the weekly screen first."""
    return {name: _measure(name) for name in (*WEEKLY, RMDQ)}


@cache
def load_words() -> dict[str, str]:
    """Return the sentences around the measures by name."""
    return {name: str(text).strip() for name, text in read_toml(FOLDER, "words.toml").items()}


def _measure(name: str) -> Measure:
    found: dict[str, Any] = read_toml(FOLDER, f"{name}.toml")
    items = tuple(Item(item["id"], item["text"]) for item in found.pop("item", ()))
    for key in ("source", "credit"):
        found[key] = str(found.get(key, "")).strip()
    return Measure(**found, items=items)
