"""Which country's numbers to show: the one in Settings, else the one that the system's locale names."""

import os
from collections.abc import Mapping
from typing import Final

from sciatica_journal.services.journal.session import Session

_VARIABLES: Final = ("LC_ALL", "LC_TELEPHONE", "LC_ADDRESS", "LC_MONETARY", "LANG")
"""Where a locale tells of a place, best first: many who live elsewhere have LANG in American English."""


def country_of(session: Session) -> str:
    """Return the ISO code of the country, in capitals; empty where neither Settings nor the system tells."""
    return session.settings.region.upper() or country_of_locale(os.environ)


def country_of_locale(environ: Mapping[str, str]) -> str:
    """Return the country in the locale that an environment asks for, as GB in `en_GB.UTF-8`; empty for none."""
    for name in _VARIABLES:
        locale = environ.get(name, "").partition(".")[0].partition("@")[0]
        country = locale.partition("_")[2]
        if len(country) == 2 and country.isascii() and country.isalpha():
            return country.upper()
    return ""
