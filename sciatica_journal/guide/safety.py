"""The safety content: triggers, messages, emergency numbers and the words that deny or date a sign."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from sciatica_journal.domain.denial import read_denials
from sciatica_journal.domain.errors import JournalError
from sciatica_journal.domain.red_flags import TIERS, Trigger
from sciatica_journal.guide.content import read_text, read_toml

_FILES: Final = ("emergency.toml",)
"""The files of triggers, one a tier, most urgent first; messages of a later file add to the earlier ones."""


@dataclass(frozen=True, slots=True)
class Safety:
    """Everything under content/safety. `messages` have the places {emergency} and {items}; `numbers` are the
    emergency numbers by ISO country code, with "default"."""

    triggers: tuple[Trigger, ...]
    messages: Mapping[str, str]
    numbers: Mapping[str, str]
    negations: frozenset[tuple[str, ...]]
    past: frozenset[tuple[str, ...]]

    def trigger(self, trigger: str) -> Trigger | None:
        """Return the trigger of that id, None for one that this version does not know."""
        return next((one for one in self.triggers if one.id == trigger), None)

    def message(self, name: str, emergency: str, items: str = "") -> str:
        """Return a message with its places filled."""
        return self.messages[name].replace("{emergency}", emergency).replace("{items}", items).strip()


@cache
def load_safety() -> Safety:
    """Return the safety content, read once. Raises JournalError where the installation lacks it."""
    tables = [read_toml("safety", name) for name in _FILES]
    try:
        return Safety(
            tuple(_trigger(entry, table.get("words", {})) for table in tables for entry in table["trigger"]),
            {name: text for table in tables for name, text in table["messages"].items()},
            tables[0]["emergency"],
            read_denials(read_text("safety", "negations.txt").splitlines()),
            read_denials(read_text("safety", "past.txt").splitlines()),
        )
    except KeyError as error:
        raise JournalError(f"The safety content lacks {error}.", "Install the program again.") from error


def _trigger(entry: Mapping[str, Any], words: Mapping[str, str]) -> Trigger:
    tier = entry.get("tier", TIERS[0])
    if tier not in TIERS:
        raise JournalError(f"The safety content has a tier {tier!r}.", "Install the program again.")
    lists = {
        name: tuple(_spelled_out(phrase, words) for phrase in entry.get(name, ()))
        for name in ("phrases", "mild", "excepted", "wholes", "small")
    }
    return Trigger(
        entry["id"], tier, entry["kind"], entry["items"], entry["question"], entry["title"], **lists
    )  # fmt: skip


def _spelled_out(phrase: str, words: Mapping[str, str]) -> str:
    """Return a phrase with each <name> replaced by its words as alternatives."""
    while "<" in phrase:
        before, _, rest = phrase.partition("<")
        name, _, after = rest.partition(">")
        phrase = f"{before}{'|'.join(words[name].split())}{after}"
    return phrase


def emergency_number(region: str, own: str) -> str:
    """Return the number to call: the person's own, else that of the country, else the default."""
    numbers = load_safety().numbers
    return own.strip() or numbers.get(region.strip().upper(), numbers["default"])
