"""Dates with times as programs write them for people of several languages."""

import re
from datetime import datetime, tzinfo
from typing import Final
from unicodedata import normalize

from sciatica_journal.exchange.parsing.cells import SPACES
from sciatica_journal.exchange.parsing.when import day_parts

_PARTS: Final = re.compile(
    r"(?P<day>[^:]{3,60})[,T ](?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:\.\d{1,9})?)?"
    r"(?: ?(?P<half>[ap])\.? ?m\.?)?(?: ?(?:Z|UTC|GMT|\+00:?00))?",
    re.ASCII | re.IGNORECASE,
)
_BEFORE_TIME: Final = re.compile(r",? (?:um|om|at|a las|a)$|[,.]+$")
_MOST_DAYS: Final = 20_000


class DateReader:
    """Reads the moments of one file; `month_first` says how `3/4/2026` is meant, `zone` the zone of all of them."""

    def __init__(self, *, month_first: bool = False, zone: tzinfo | None = None) -> None:
        self.zone = zone
        self._order = "mdy" if month_first else "dmy"
        self._days: dict[str, tuple[int, int, int] | None] = {}

    def moment(self, text: str) -> datetime | None:
        """Return the moment that a text says, None for one that does not read or that there is not."""
        parts = _PARTS.fullmatch(text if text.isascii() else " ".join(text.translate(SPACES).split()))
        if parts is None:
            return None
        said, hour, minute, second, half = parts.groups()
        if said not in self._days:
            if len(self._days) > _MOST_DAYS:
                self._days.clear()
            self._days[said] = day_parts(_plain(said), self._order, guessed=True)
        day = self._days[said]
        if day is None or (half and not 1 <= int(hour) <= 12):
            return None
        try:
            return datetime(*day, _hour(int(hour), half), int(minute), int(second or 0), tzinfo=self.zone)
        except ValueError:
            return None


def _hour(hour: int, half: str | None) -> int:
    return hour if not half else hour % 12 + (12 if half in "pP" else 0)


def _plain(text: str) -> str:
    """Return a date in lower case, without accents, with plain single spaces and nothing of what leads to a time."""
    bare = normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _BEFORE_TIME.sub("", " ".join(bare.split()))
