"""The names of time zones, and those that a few typed letters mean."""

from functools import cache
from typing import Final
from zoneinfo import available_timezones

_OTHER_TREES: Final = ("posix/", "right/", "Etc/", "SystemV/", "US/")


@cache
def zone_names() -> tuple[str, ...]:
    """Return the names of the time zones this machine knows, such as Europe/Vienna, in order."""
    return tuple(sorted(name for name in available_timezones() if "/" in name and not name.startswith(_OTHER_TREES)))


def matching_zones(text: str, most: int = 6) -> tuple[str, ...]:
    """Return zone names for typed letters: those that begin with them, then those with a part that does.

    Case does not count, and a space stands for the underscore of a name. Empty text matches nothing.
    """
    typed = text.strip().lower().replace(" ", "_")
    if not typed:
        return ()
    lowered = [(name, name.lower()) for name in zone_names()]
    first = [name for name, low in lowered if low.startswith(typed)]
    parts = [name for name, low in lowered if any(part.startswith(typed) for part in low.split("/")[1:])]
    return tuple(dict.fromkeys([*first, *parts]))[:most]
