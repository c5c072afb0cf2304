"""Dates with times as programs write them for people of several languages."""

import re
from datetime import datetime
from typing import Final
from unicodedata import normalize

from sciatica_journal.exchange.readers.cells import iso_moment

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janner ledna leden janvier janv enero ene januari gennaio gen janeiro",
            "february feb februar unora unor fevrier fevr febrero februari febbraio fevereiro fev",
            "march mar marz mrz brezna brezen mars marzo maart mrt marco",
            "april apr dubna duben avril avr abril abr aprile",
            "may mai kvetna kveten mayo mei maggio mag maio",
            "june jun juni cervna cerven juin junio giugno giu junho",
            "july jul juli cervence cervenec juillet juil julio luglio lug julho",
            "august aug srpna srpen aout agosto augustus ago",
            "september sep sept zari septembre septiembre settembre set setembro",
            "october oct oktober okt rijna rijen octobre octubre ottobre ott outubro out",
            "november nov listopadu listopad novembre noviembre novembro",
            "december dec dezember dez prosince prosinec decembre diciembre dic dicembre dezembro",
        ),
        1,
    )
    for name in names.split()
}
_TIME: Final = r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?\s*(?P<half>[ap]m)?"
_NAMED_MONTH_FIRST: Final = re.compile(rf"(?P<name>[a-z]+)\.? (?P<day>\d{{1,2}}),? (?P<year>\d{{4}}),? {_TIME}")
_NAMED_DAY_FIRST: Final = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?\.? (?:de )?(?P<name>[a-z]+)\.?,? (?:de )?(?P<year>\d{{4}}),?"
    rf"(?: a las| a| um| om| at)? {_TIME}"
)
_NUMBERS: Final = re.compile(
    rf"(?P<first>\d{{1,2}})[./-] ?(?P<second_number>\d{{1,2}})[./-] ?(?P<year>\d{{4}}),? {_TIME}"
)


class DateReader:
    """Reads the moments of one file; `month_first` says how `3/4/2026` is meant."""

    def __init__(self, language: str | None = None, *, month_first: bool = False) -> None:
        self.language = language
        self.month_first = month_first

    def moment(self, text: str) -> datetime | None:
        """Return the wall time that a text says, None for one that does not read or that there is not."""
        found = iso_moment(text)
        if found is not None:
            return found
        plain = _plain(text)
        match = _NAMED_MONTH_FIRST.fullmatch(plain) or _NAMED_DAY_FIRST.fullmatch(plain)
        if match is not None:
            month = _MONTHS.get(match["name"])
            return _moment(match, month, int(match["day"])) if month is not None else None
        match = _NUMBERS.fullmatch(plain)
        if match is None:
            return None
        first, second = int(match["first"]), int(match["second_number"])
        is_month_first = (self.month_first and "/" in plain and first <= 12) or second > 12
        return _moment(match, first, second) if is_month_first else _moment(match, second, first)


def _plain(text: str) -> str:
    """Return a text in lower case, without accents, with plain single spaces."""
    bare = (
        normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("a.m.", "am").replace("p.m.", "pm")
    )
    return " ".join(bare.split())


def _moment(match: "re.Match[str]", month: int, day: int) -> datetime | None:
    hour = int(match["hour"])
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"] == "pm" else 0)
    try:
        return datetime(int(match["year"]), month, day, hour, int(match["minute"]), int(match["second"] or 0))
    except ValueError:
        return None
