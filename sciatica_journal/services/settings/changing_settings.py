"""Changing one setting: checked, written into the settings file, in force at once."""

import re
from dataclasses import replace
from typing import Any, Final

from sciatica_journal.domain.checks import quoted
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.settings import Settings, parse_time, read_contacts
from sciatica_journal.domain.text import one_line
from sciatica_journal.domain.zones import matching_zones
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.settings.settings_file import save_settings

CHANGEABLE: Final = (
    "theme", "units", "day_ends", "home_zone", "week_starts", "mode", "region", "emergency_number",
    "urgent_number", "contacts", "bell", "countdown",
)  # fmt: skip
"""The settings that the app changes; keys are changed in the file."""

_HOUR: Final = r"(?a)\d{1,2}"
_SAME_COUNTRY: Final = {"UK": "GB", "EL": "GR"}
"""Codes in common use that ISO gives another name."""


def change_settings(session: Session, name: str, text: str) -> Settings:
    """Set one setting from typed text, write it into the file and return the settings as they are now.

    Nothing is changed where the value is refused (InvalidValue) or the file cannot be written (JournalError).
    """
    changed = with_setting(session.settings, name, text)
    value: Any = f"{changed.day_ends:%H:%M}" if name == "day_ends" else getattr(changed, name)
    save_settings(session.paths.settings, {name: value})
    session.settings = changed
    return changed


def with_setting(settings: Settings, name: str, text: str) -> Settings:
    """Return the settings with one of them read from typed text. Raises InvalidValue in words."""
    if name not in CHANGEABLE:
        raise InvalidValue(f"There is no setting {name!r}.", f"There are: {', '.join(CHANGEABLE)}.")
    value: Any = one_line(text)
    if name == "day_ends":
        value = parse_time(f"{value}:00" if re.fullmatch(_HOUR, value) else value)
    elif name == "home_zone":
        value = _zone(value)
    elif name == "region":
        value = _region(value)
    elif name == "contacts":
        value = read_contacts(value)
    return replace(settings, **{name: value})


def _zone(text: str) -> str:
    """Return the one zone that the text means; a city's name is enough where there is only one of it."""
    found = matching_zones(text)
    exact = [name for name in found if name.lower() == text.lower().replace(" ", "_")]
    if exact:
        return exact[0]
    return found[0] if len(found) == 1 else text


def _region(text: str) -> str:
    from sciatica_journal.services.safety.wording import country_codes

    code = _SAME_COUNTRY.get(text.upper(), text.upper())
    if code and code not in country_codes():
        raise InvalidValue(f"{quoted(text)} is not a country code.", "It has two letters, such as GB, US or AT.")
    return code
