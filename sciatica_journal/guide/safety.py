"""The safety content: triggers, messages, emergency numbers and the words that deny or date a sign."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from sciatica_journal.domain.denial import read_denials
from sciatica_journal.domain.errors import JournalError
from sciatica_journal.domain.red_flags import TIERS, Trigger
from sciatica_journal.guide.content import read_text, read_toml

_FILES: Final = ("emergency",)
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
        """The messages by name; they have the places {emergency} and {items}."""
        return {name: text for table in _tables() for name, text in table["messages"].items()}

    def trigger(self, trigger: str) -> Trigger | None:
        """Return the trigger of that id, None for one that this version does not know."""
        return next((one for one in self.triggers if one.id == trigger), None)

    def message(self, name: str, emergency: str, items: str = "") -> str:
        """Return a message with its places filled."""
        return self.messages[name].replace("{emergency}", emergency).replace("{items}", items).strip()


@cache
def load_safety() -> Safety:
    """Return the safety content, read once. Raises JournalError where the installation lacks it."""
    files = [_read_sections(read_text("safety", f"{name}.txt")) for name in _FILES]
    try:
        return Safety(
            tuple(
                _trigger(name, section, sections["words"])
                for sections in files
                for name, section in sections.items()
                if name != "words"
            ),
            read_denials(read_text("safety", "negations.txt").splitlines()),
            read_denials(read_text("safety", "past.txt").splitlines()),
        )
    except KeyError as error:
        raise JournalError(f"The safety content lacks {error}.", "Install the program again.") from error


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


def _trigger(name: str, section: Section, words: Section) -> Trigger:
    tier = next((tier for tier in TIERS if [tier] == section["tier"]), None)
    if tier is None:
        raise JournalError(f"The safety content has a tier {section['tier']!r}.", "Install the program again.")

    def listed(key: str) -> tuple[str, ...]:
        return tuple(_spelled_out(phrase, words) for phrase in section.get(key, ()))

    return Trigger(
        name,
        tier,
        kind=section["kind"][0],
        items=section["items"][0],
        question=section["question"][0],
        title=section["title"][0],
        phrases=listed("phrases"),
        mild=listed("mild"),
        excepted=listed("excepted"),
        wholes=listed("wholes"),
        small=listed("small"),
    )


def _spelled_out(phrase: str, words: Section) -> str:
    """Return a phrase with each <name> replaced by its words as alternatives."""
    while "<" in phrase:
        before, _, rest = phrase.partition("<")
        name, _, after = rest.partition(">")
        phrase = f"{before}{'|'.join(words[name][0].split())}{after}"
    return phrase


@cache
def _tables() -> list[dict[str, Any]]:
    return [read_toml("safety", f"{name}.toml") for name in _FILES]


def emergency_number(region: str, own: str) -> str:
    """Return the number to call: the person's own, else that of the country, else the default."""
    numbers = _tables()[0]["emergency"]
    number: str = own.strip() or numbers.get(region.strip().upper(), numbers["default"])
    return number
