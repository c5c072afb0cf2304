"""The safety content: triggers, messages, emergency numbers and the words that deny or date a sign."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.domain.safety.denial import Denials, read_denials
from sciatica_journal.domain.safety.phrase_lists import Names, PhraseList
from sciatica_journal.domain.safety.red_flags import TIERS, Trigger
from sciatica_journal.guide.content import read_text, read_toml

_FILES: Final = ("emergency", "same_day", "appointment")
"""The files, one pair a tier, most urgent first: the triggers (.txt), and the messages (.toml), where a later file
adds to the earlier ones."""

Section = Mapping[str, str]
"""A section of a plain list file: what stands behind each name, a list with a line for each value."""


class _Denials(Collection[tuple[str, ...]]):
    """A list of denials, read once a sign was found that they could deny."""

    def __init__(self, file: str) -> None:
        self._file = file

    def __contains__(self, run: object) -> bool:
        return run in _denials(self._file)

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return iter(_denials(self._file))

    def __len__(self) -> int:
        return len(_denials(self._file))


@cache
def _denials(file: str) -> frozenset[tuple[str, ...]]:
    return read_denials(read_text("safety", file).splitlines())


class Safety(NamedTuple):
    """Everything under content/safety. What is needed only once something was raised is read only then."""

    triggers: tuple[Trigger, ...]
    negations: Denials
    past: Denials

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
    names: dict[str, str] = {}
    try:
        return Safety(
            tuple(trigger for file in _FILES for trigger in _triggers(read_text("safety", f"{file}.txt"), names)),
            _Denials("negations.txt"),
            _Denials("past.txt"),
        )
    except KeyError as error:
        raise JournalError(f"The safety content lacks {error}.", "Install the program again.") from error


def _triggers(text: str, names: dict[str, str]) -> list[Trigger]:
    """Return the triggers of a file; `names` learns its [words]."""
    _, _, body = text.partition("\n[words]\n")
    listed, bar, rest = body.partition("\n\n[")
    for line in listed.splitlines():
        name, _, values = line.partition(":")
        names[name] = "|".join(values.split())
    known = Names(dict(names))
    return [_trigger(name, section, known) for name, section in _read_sections(f"[{rest}" if bar else text).items()]


def _read_sections(text: str) -> dict[str, dict[str, str]]:
    """Return the sections of a plain list file.

    `[name]` begins a section; in it a line is `name: value`, or `name:` with its values on indented lines below, which
    stay one piece, as most are never looked at: no comment stands between them.
    """
    sections: dict[str, dict[str, str]] = {}
    for part in f"\n{text}".split("\n[")[1:]:
        title, _, body = part.partition("\n")
        section = sections[title.strip("[]")] = {}
        head, *lists = f"\n{body}".split(":\n  ")
        lines = head.split("\n")
        for values in lists:
            name = lines.pop()
            _note(section, lines)
            last = values.rfind("\n  ") + 1
            end = values.find("\n", last)
            section[name] = values if end < 0 else values[:end]
            lines = [] if end < 0 else values[end:].split("\n")
        _note(section, lines)
    return sections


def _note(section: dict[str, str], lines: Iterable[str]) -> None:
    for line in lines:
        if line and line[0] != "#":
            name, _, value = line.partition(":")
            section[name] = value.strip()


def _listed(section: Section, name: str) -> list[str]:
    values = section.get(name)
    return values.split("\n  ") if values else []


def _trigger(name: str, section: Section, names: Names) -> Trigger:
    tier = next((tier for tier in TIERS if tier == section["tier"]), None)
    if tier is None:
        raise JournalError(f"The safety content has a tier {section['tier']!r}.", "Install the program again.")
    return Trigger(
        name,
        tier,
        kind=section["kind"],
        items=section["items"],
        question=section["question"],
        title=section["title"],
        phrases=PhraseList(section.get("phrases", ""), names),
        mild=PhraseList(section.get("mild", ""), names),
        excepted=PhraseList(section.get("excepted", ""), names),
        wholes=tuple(_listed(section, "wholes")),
        small=tuple(_listed(section, "small")),
    )


@cache
def _tables() -> list[dict[str, Any]]:
    return [read_toml("safety", f"{name}.toml") for name in _FILES]


def emergency_number(region: str, own: str, *, guessed: bool = False) -> str:
    """Return the number to call: the person's own, else that of the country, else the default.

    A country that is only `guessed` may be the wrong one: its number then comes with the default's "or".
    """
    number = _number("emergency", region, own)
    if not guessed or own.strip() or region.strip().upper() not in _tables()[0]["emergency"]:
        return number
    return str(_tables()[0]["guess"]["emergency"]).replace("{number}", number)


def urgent_number(region: str, own: str) -> str:
    """Return whom to ask the same day: the person's own line, else that of the country, else the general wording."""
    return _number("urgent", region, own)


def _number(what: str, region: str, own: str) -> str:
    numbers = _tables()[0][what]
    number: str = own.strip() or numbers.get(region.strip().upper(), numbers["default"])
    return number
