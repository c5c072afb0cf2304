"""Dates and times as other programs, and the settings of who uses them, write them."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Final

from sciatica_journal.domain.checks import EARLIEST, LATEST, quoted
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.exchange.found import Question
from sciatica_journal.exchange.parsing.month_names import month_of

_CLOCK_FAULTS: Final = (date(1969, 12, 31), date(1970, 1, 1), date(2106, 2, 6), date(2106, 2, 7))
"""Where the seconds of Unix begin, and where 32 bits of them end."""

_ISO_STAMP: Final = re.compile(
    r"(?a)(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)? ?(Z|[+-]\d\d:?\d\d(?::?\d\d)?)?"
)
_YEAR_FIRST: Final = re.compile(r"(?a)(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})\.?")
_NUMERIC: Final = re.compile(r"(?a)(\d{1,2})([-/.]) ?(\d{1,2})[-/.] ?(\d{4}|\d\d)\.?")
_DAY_MONTH: Final = re.compile(
    r"([0-9]{1,2})(?:st|nd|rd|th|er|º)?\.?[ -](?:de )?([^\W\d_]+)\.?(?: de|,)?[ -]([0-9]{4})"
)
_MONTH_DAY: Final = re.compile(r"([^\W\d_]+)\.?[ -]([0-9]{1,2})(?:st|nd|rd|th)?,?[ -]([0-9]{4})")
_WEEKDAY: Final = re.compile(r"[^\W\d_]{2,}[.,]* ")
_TIME: Final = re.compile(r"(?ai)(\d{1,2})(?:[:.h](\d\d)(?:[:.](\d\d)(?:\.\d+)?)?)? ?(?:([ap])\.? ?m\.?|uhr)?")
_DAY_AND_TIME: Final = re.compile(
    r"(?i)(.+?)(?:,? (?:at|um|om|à)|,)? "
    r"([0-9]{1,2}(?:[:.h][0-9]{2}(?:[:.][0-9]{2})?(?: ?[ap]\.? ?m\.?)?| ?[ap]\.? ?m\.?))"
)
_ORDERS: Final = (("dmy", "day first: 3/4 is 3 April"), ("mdy", "month first: 3/4 is March 4"))


_LONGEST_DATE: Final = 100
"""Characters that are looked at: no date is longer, and searching in a long cell for a weekday takes long."""


def check_clock(day: date) -> None:
    """Refuse a day on which nothing was written: out of range, or where a clock stands that was never set."""
    if not EARLIEST <= day <= LATEST:
        raise InvalidValue(f"The date {day} is out of range.", "Days from 1900 on can be kept.")
    if day in _CLOCK_FAULTS:
        raise InvalidValue(f"It is of {day}: the clock was not set.", "")


def read_stamp(text: str, order: str = "dmy") -> datetime | date:
    """Return the time that a text says, the day alone where it says no more; with a zone where one is written.

    `order` (`dmy` or `mdy`) is that of `3/4/2020`. Raises InvalidValue for what is not a date.
    """
    said = " ".join(text.split())
    if iso := _ISO_STAMP.fullmatch(said):
        return _iso(iso, said)
    if (both := _DAY_AND_TIME.fullmatch(said)) and (clock := read_time(both[2])) is not None:
        return datetime.combine(read_day(both[1], order), clock)
    return read_day(said, order)


def _iso(found: re.Match[str], said: str) -> datetime:
    try:
        stamp = datetime.fromisoformat(f"{found[1]}T{found[2]}{found[3] or ''}")
    except ValueError:
        raise _no_date(said) from None
    check_clock(stamp.date())
    return stamp


def read_time(text: str) -> time | None:
    """Return the time of day of `18:22`, `6:22 pm`, `6 PM`, `18h22`, None for what is none."""
    found = _TIME.fullmatch(" ".join(text.split()))
    if found is None or not (found[2] or found[4]):
        return None
    hour = int(found[1])
    if found[4] and hour <= 12:
        hour = hour % 12 + (12 if found[4].lower() == "p" else 0)
    try:
        return time(hour, int(found[2] or 0), int(found[3] or 0))
    except ValueError:
        return None


def read_day(text: str, order: str = "dmy") -> date:
    """Return the day of `2021-12-08`, `8.12.2021`, `8th Dec 2021`, `December 8, 2021`, also behind a weekday.

    Raises InvalidValue for what is not a date, for a month in a language that is not known and for faults of clocks.
    """
    said = " ".join(text[:_LONGEST_DATE].split()).strip(" ,")
    parts = day_parts(said, order)
    if parts is None:
        raise _no_date(said)
    try:
        day = date(*parts)
    except ValueError:
        raise _no_date(said) from None
    check_clock(day)
    return day


def _no_date(said: str) -> InvalidValue:
    return InvalidValue(f"{quoted(said)} is not a date that is known here.", "")


def day_parts(said: str, order: str, *, guessed: bool = False) -> tuple[int, int, int] | None:
    """Return year, month and day of a date, also behind a weekday, None for what is none.

    They need not be a day that there is. Where the `order` is `guessed` from the language of a file, it is left for a
    number that can be no month and for dates with dashes, which are written with the day first.
    """
    parts = _parts(said, order) or _parts(_WEEKDAY.sub("", said, count=1), order)
    if not guessed or parts is None or (found := _NUMERIC.fullmatch(said)) is None:
        return parts
    year, month, day = parts
    is_swapped = month > 12 or (found[2] == "-" and order == "mdy" and month <= 12 and day <= 12)
    return (year, day, month) if is_swapped else parts


def _parts(said: str, order: str) -> tuple[int, int, int] | None:
    if found := _YEAR_FIRST.fullmatch(said):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _NUMERIC.fullmatch(said):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        year += 2000 if len(found[4]) == 2 else 0
        return (year, first, second) if order == "mdy" and found[2] != "." else (year, second, first)
    if found := _DAY_MONTH.fullmatch(said):
        return _named(found[3], found[2], found[1])
    if found := _MONTH_DAY.fullmatch(said):
        return _named(found[3], found[1], found[2])
    return None


def _named(year: str, name: str, day: str) -> tuple[int, int, int] | None:
    month = month_of(name)
    return None if month is None else (int(year), month, int(day))


def order_told(texts: Iterable[str]) -> str | None:
    """Return the order of day and month that the dates give away; `dmy` where none can be mistaken, None if unsure."""
    unsure = False
    for text in texts:
        found = _NUMERIC.match(" ".join(text.split()))
        if found is None or found[2] == ".":
            continue
        if int(found[1]) > 12:
            return "dmy"
        if int(found[3]) > 12:
            return "mdy"
        unsure = unsure or found[1] != found[3]
    return None if unsure else "dmy"


def order_question(kind: str, texts: Iterable[str]) -> Question:
    """Return the question for the order of day and month in the dates of a kind of file, some of which are unsure."""
    example = next((text for text in texts if order_told([text]) is None), "3/4/2026")
    shown = quoted(" ".join(example.split())[:30])
    return Question(f"{kind}.date_order", f"Does a date such as {shown} begin with the day or the month?", _ORDERS)
