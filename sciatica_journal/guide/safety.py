"""The safety content: triggers, messages, emergency numbers and the words that deny or date a sign."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from sciatica_journal.domain.denial import read_denials
from sciatica_journal.domain.errors import JournalError
from sciatica_journal.domain.red_flags import TIERS, Trigger
from sciatica_journal.guide.content import read_text, read_toml

_FILES: Final = ("emergency", "same_day", "appointment")
"""The files, one pair a tier, most urgent first: the triggers (.txt), and the messages (.toml), where a later file
adds to the earlier ones."""

Section = Mapping[str, list[str]]
"""A section of a plain list file: what stands behind each name."""


class Safety(NamedTuple):
    """Everything under content/safety. What is needed only once something was raised is read only then."""

    triggers: tuple[Trigger, ...]
    negations: frozenset[tuple[str, ...]]
    past: frozenset[tuple[str, ...]]

    @property
    def messages(self) -> Mapping[str, str]:
        """The messages by name; they have the places {emergency}, {urgent} and {items}."""
        return {name: text for table in _tables() for name, text in table["messages"].items()}

    def trigger(self, trigger: str) -> Trigger | None:
        """Return the trigger of that id, None for one that this version does not know."""
        return next((one for one in self.triggers if one.id == trigger), None)

    def message(self, name: str, emergency: str, items: str = "", urgent: str = "") -> str:
        """Return a message with its places filled; without `urgent`, that place gets the general wording."""
        filled = self.messages[name].replace("{emergency}", emergency).replace("{items}", items)
        return filled.replace("{urgent}", urgent or urgent_number("", "")).strip()

    def message_of_tier(self, name: str, tier: str) -> str:
        """Return which message says `name` to a tier: `name_S` or `name_G` where there is one, else `name`."""
        return f"{name}_{tier}" if f"{name}_{tier}" in self.messages else name


@cache
def load_safety() -> Safety:
    """Return the safety content, read once. Raises JournalError where the installation lacks it."""
    words: dict[str, str] = {}
    try:
        return Safety(
            tuple(
                _trigger(name, section)
                for file in _FILES
                for name, section in _read_sections(_spelled_out(read_text("safety", f"{file}.txt"), words)).items()
            ),
            read_denials(read_text("safety", "negations.txt").splitlines()),
            read_denials(read_text("safety", "past.txt").splitlines()),
        )
    except KeyError as error:
        raise JournalError(f"The safety content lacks {error}.", "Install the program again.") from error


def _spelled_out(text: str, words: dict[str, str]) -> str:
    """Return the text below the [words], each <name> replaced by its words as alternatives; `words` learns them."""
    head, _, body = text.partition("\n[words]\n")
    listed, bar, body = body.partition("\n\n[")
    for line in listed.splitlines():
        name, _, values = line.partition(":")
        words[name] = "|".join(values.split())
    first, *rest = (f"[{body}" if bar else head).split("<")
    pieces = [first]
    for piece in rest:
        name, _, after = piece.partition(">")
        pieces += words[name], after
    return "".join(pieces)


def _read_sections(text: str) -> dict[str, dict[str, list[str]]]:
    """Return the sections of a plain list file.

    `[name]` begins a section; in it a line is `name: value`, or `name:` with its values on indented lines below.
    """
    sections: dict[str, dict[str, list[str]]] = {}
    section: dict[str, list[str]] = {}
    values: list[str] = []
    for line in text.splitlines():
        if line.startswith(" "):
            values.append(line.strip())
        elif line.startswith("["):
            section = sections[line.strip("[]")] = {}
        elif line and not line.startswith("#"):
            name, _, value = line.partition(":")
            values = section[name] = [value.strip()] if value else []
    return sections


def _trigger(name: str, section: Section) -> Trigger:
    tier = next((tier for tier in TIERS if [tier] == section["tier"]), None)
    if tier is None:
        raise JournalError(f"The safety content has a tier {section['tier']!r}.", "Install the program again.")
    return Trigger(
        name,
        tier,
        kind=section["kind"][0],
        items=section["items"][0],
        question=section["question"][0],
        title=section["title"][0],
        phrases=tuple(section.get("phrases", ())),
        mild=tuple(section.get("mild", ())),
        excepted=tuple(section.get("excepted", ())),
        wholes=tuple(section.get("wholes", ())),
        small=tuple(section.get("small", ())),
    )


@cache
def _tables() -> list[dict[str, Any]]:
    return [read_toml("safety", f"{name}.toml") for name in _FILES]


def emergency_number(region: str, own: str) -> str:
    """Return the number to call: the person's own, else that of the country, else the default."""
    return _number("emergency", region, own)


def urgent_number(region: str, own: str) -> str:
    """Return whom to ask the same day: the person's own line, else that of the country, else the general wording."""
    return _number("urgent", region, own)


def _number(what: str, region: str, own: str) -> str:
    numbers = _tables()[0][what]
    number: str = own.strip() or numbers.get(region.strip().upper(), numbers["default"])
    return number
