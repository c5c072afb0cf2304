"""What Today offers, as content/offers.toml has it."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from sciatica_journal.domain.offers import Rule
from sciatica_journal.guide.content import read_toml


class Offers(NamedTuple):
    """The rules, the weightiest first; by rule the word of the key that opens it; the word that puts one away."""

    rules: tuple[Rule, ...]
    open: Mapping[str, str]
    away: str


@cache
def load_offers() -> Offers:
    """Return the offers."""
    body = read_toml("offers.toml")
    rules = []
    words = {}
    for entry in body["offer"]:
        words[entry["id"]] = entry.pop("open", body["keys"]["page"])
        rules.append(Rule(**entry))
    return Offers(tuple(rules), words, body["keys"]["away"])
