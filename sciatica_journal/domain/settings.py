"""Settings: what the user chose, read forgivingly."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import time, tzinfo
from typing import Any, Final

from sciatica_journal.domain.checks import check_choice, quoted
from sciatica_journal.domain.dates import time_of_day
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.text import one_line

UNITS: Final = ("km", "mi")
MODES: Final = ("full", "light")
WEEK_STARTS: Final = ("monday", "sunday")
SWITCHES: Final = ("on", "off")
AUTO_THEME: Final = "auto"

_NUMBER: Final = r"(?=[^0-9]*[0-9])[0-9+ ()\[\]*#-]{1,20}"
_LONGEST: Final = 100
"""Characters of a name: of a theme, a zone."""
_MOST_KEYS: Final = 300
"""Entries below [keys]: more than the app has commands."""
_MOST_UNKNOWN: Final = 3
"""Unknown names that are told one by one."""
MOST_CONTACTS: Final = 9
_LONGEST_NUMBER: Final = 40
"""Characters of a contact's number, which may say when to call."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. `home_zone` is an IANA name, empty for the machine's own zone.

    `theme` "auto" follows the terminal; `mode` light leaves out pain ratings, spots, sleep, painkillers and factors;
    `emergency_number` (at most 20 digits, spaces and + - ( ) [ ] * #) empty means the default of `region`
    (an ISO country code, empty: unknown); `urgent_number` is whom to ask the same day, in words or as a number;
    `contacts` maps the names of own contacts to their numbers, at most MOST_CONTACTS;
    `keys` maps command ids to one key or several with commas; `bell` and `countdown` are on or off, both for the timed
    run: the terminal's bell at each change, and five seconds before it begins.
    """

    theme: str = AUTO_THEME
    units: str = "km"
    day_ends: time = time(3, 0)
    home_zone: str = ""
    week_starts: str = "monday"
    mode: str = "full"
    region: str = ""
    emergency_number: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)
    urgent_number: str = ""
    contacts: Mapping[str, str] = field(default_factory=dict)
    bell: str = "on"
    countdown: str = "on"

    def __post_init__(self) -> None:
        check_choice("units", self.units, UNITS)
        check_choice("week_starts", self.week_starts, WEEK_STARTS)
        check_choice("mode", self.mode, MODES)
        check_choice("bell", self.bell, SWITCHES)
        check_choice("countdown", self.countdown, SWITCHES)
        if self.day_ends >= time(12, 0):
            raise InvalidValue(f"day_ends is {self.day_ends:%H:%M}.", "It is between 00:00 and 11:59.")
        if self.region and not re.fullmatch(r"[A-Za-z]{2}", self.region):
            raise InvalidValue(f"region is {quoted(self.region)}.", "It is a country code of two letters, such as GB.")
        if self.emergency_number and not re.fullmatch(_NUMBER, self.emergency_number):
            raise InvalidValue(
                f"emergency_number {quoted(self.emergency_number)} is not a phone number.",
                "It has at most 20 digits, spaces and + - ( ) * #, such as 112.",
            )
        self._check_contacts()
        for name in ("theme", "home_zone", "urgent_number"):
            if len(getattr(self, name)) > _LONGEST:
                raise InvalidValue(
                    f"{name} is {quoted(getattr(self, name))}.", f"It has at most {_LONGEST} characters."
                )
        self.zone()

    def _check_contacts(self) -> None:
        if len(self.contacts) > MOST_CONTACTS:
            raise InvalidValue(f"There are {len(self.contacts)} contacts.", f"There can be {MOST_CONTACTS}.")
        for name, number in self.contacts.items():
            if not name.strip() or len(name) > _LONGEST:
                raise InvalidValue(f"The contact {quoted(name)} has no usable name.", "Write a name and a number.")
            if len(number) > _LONGEST_NUMBER or not any(char.isdecimal() for char in number):
                raise InvalidValue(f"{quoted(number)} is not a number to call.", "Write both: Anna 0660 1234.")

    def zone(self) -> tzinfo | None:
        """Return the home zone, or None for the machine's own. Raises InvalidValue for an unknown name."""
        if not self.home_zone:
            return None
        from zoneinfo import ZoneInfo

        try:
            return ZoneInfo(self.home_zone)
        except (KeyError, ValueError, OSError):
            raise InvalidValue(
                f"home_zone {quoted(self.home_zone)} is unknown.", "It is a name such as Europe/Vienna."
            ) from None


def parse_time(text: Any) -> time:
    """Return the time of day that HH:MM names."""
    if isinstance(text, time):
        return text.replace(second=0, microsecond=0)
    clock = time_of_day(text.strip()) if isinstance(text, str) else None
    if clock is None:
        raise InvalidValue(f"{quoted(text)} is not a time of day.", "Write it as 03:00.")
    return clock


def read_settings(table: Mapping[str, Any]) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings that a parsed file holds, and what was wrong with it, in words.

    A bad value is reported and left at its default; an unknown name is reported and ignored. Of many unknown names
    the first few are told, and how many more there are.
    """
    settings = Settings()
    problems: list[str] = []
    unknown = [name for name in table if name not in Settings.__dataclass_fields__]
    told = set(unknown[:_MOST_UNKNOWN])
    for name, value in table.items():
        if name not in Settings.__dataclass_fields__:
            if name in told:
                problems.append(f"settings: {_shown(name)} is unknown and was ignored.")
            continue
        try:
            settings = replace(settings, **{name: _read(name, value)})
        except InvalidValue as error:
            problems.append(f"settings: {error} The default is used.")
    if len(unknown) > _MOST_UNKNOWN:
        problems.append(f"settings: and {len(unknown) - _MOST_UNKNOWN:,} more unknown names were ignored.")
    return settings, tuple(problems)


def read_contacts(text: str) -> dict[str, str]:
    """Return the contacts in a typed line: names and numbers, with semicolons between: `Anna 0660 1234; Ben 555`.

    Raises InvalidValue for a part without a number or without a name.
    """
    found: dict[str, str] = {}
    for part in filter(None, map(one_line, text.split(";"))):
        name, number = _name_and_number(part)
        if not name:
            raise InvalidValue(f"{quoted(part)} lacks a name or a number.", "Write both: Anna 0660 1234; Ben 555.")
        found[name] = number
    return found


def _name_and_number(part: str) -> tuple[str, str]:
    match = re.fullmatch(r"(.*?)[\s:,=]+(\+?[(0-9][0-9 ()/+#*.-]*)", part)
    named = match is not None and any(char.isalpha() for char in match[1])
    return (match[1].strip(), match[2].strip()) if match is not None and named else ("", "")


def written_contacts(contacts: Mapping[str, str]) -> str:
    """Return contacts as one types them."""
    return "; ".join(f"{name} {number}" for name, number in contacts.items())


def _shown(name: str) -> str:
    """Return an unknown name as a problem tells it; one of white space only is quoted."""
    return one_line(name)[:60] or quoted(name)


def _read(name: str, value: Any) -> Any:
    if name == "day_ends":
        return parse_time(value)
    if name == "keys":
        if not isinstance(value, Mapping) or not all(isinstance(key, str) for key in value.values()):
            raise InvalidValue("keys is not a table of texts.", 'Write [keys] and below it undo = "u".')
        if len(value) > _MOST_KEYS:
            raise InvalidValue(f"keys has {len(value):,} entries.", "`sciatica-journal keys` lists the commands.")
        return dict(value)
    if name == "contacts":
        if not isinstance(value, Mapping) or not all(isinstance(number, str) for number in value.values()):
            raise InvalidValue("contacts is not a table of texts.", 'Write [contacts], below it "Anna" = "0660 1234".')
        return {one_line(each): one_line(number) for each, number in value.items()}
    if not isinstance(value, str):
        raise InvalidValue(f"{name} is {quoted(value)}.", "It is a text in quotes.")
    return value
