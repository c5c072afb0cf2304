"""Days and the clock: which day a moment belongs to, and how people write dates."""

import re
from datetime import date, datetime, time, timedelta, tzinfo

from sciatica_journal.domain.checks import EARLIEST
from sciatica_journal.domain.errors import InvalidValue

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_AGO = r"-(\d{1,5})d"
_TIME = r"(?a)(\d{1,2})[:.](\d{2})(?::\d{2})?"
_LONGEST_QUOTE = 40
_HINT = "Dates are written 2026-03-01, today, yesterday, monday or -3d."


def journal_day(now: datetime, day_ends: time, zone: tzinfo | None) -> date:
    """Return the day that `now` belongs to, by the wall clock of `zone` (None: the machine's own).

    A day ends at `day_ends`, so what is written after midnight belongs to the evening it is about.
    Wall-clock arithmetic, so a summer-time change moves no day.
    """
    wall = now.astimezone(zone).replace(tzinfo=None)
    return (wall - timedelta(hours=day_ends.hour, minutes=day_ends.minute)).date()


def time_of_day(text: str) -> time | None:
    """Return the time of day of `3:00`, `03:00`, `03.00` or `03:00:00` , seconds left out, None for what is none."""
    written = re.fullmatch(_TIME, text)
    try:
        return time(int(written[1]), int(written[2])) if written else None
    except ValueError:
        return None


def short_day(day: date) -> str:
    """Return a day as `Sun 22 Nov`, where its year is plain."""
    return f"{day:%a} {day.day} {day:%b}"


def near_day(day: date, today: date) -> str:
    """Return a day as short as it is clear: `3 Nov`, in another year `3 Nov 2024`."""
    return f"{day.day} {day:%b}" if day.year == today.year else f"{day.day} {day:%b} {day.year}"


def day_title(day: date) -> str:
    """Return a day as `Sun 22 Nov 2026`."""
    return f"{short_day(day)} {day.year}"


def parse_day(text: str, today: date, latest: date | None = None) -> date:
    """Return the day that `text` names: ISO, today, yesterday, a weekday (the latest past), -3d.

    `latest` is the last day that the journal holds: after a flight west, or once the clock was set back, it may lie
    ahead of today, and can be named all the same. Raises InvalidValue for what is not a date, for days after both and
    for days before 1900.
    """
    day = _named_day(text.strip(), today)
    check_not_after(day, today, latest)
    if day < EARLIEST:
        raise InvalidValue(f"{day} is before 1900.", _HINT)
    return day


def check_not_after(day: date, today: date, latest: date | None = None) -> None:
    """Refuse a day after today, or after `latest` where that is later."""
    if day > max(today, latest or today):
        raise InvalidValue(f"{day} is in the future.", f"The journal's today is {today}.")


def _named_day(said: str, today: date) -> date:
    word = said.lower()
    if word == "today":
        return today
    if word == "yesterday":
        return today - timedelta(days=1)
    ago = re.fullmatch(_AGO, word)
    if ago:
        try:
            return today - timedelta(days=int(ago[1]))
        except OverflowError:
            raise InvalidValue(f"{word} is before 1900.", _HINT) from None
    for number, name in enumerate(WEEKDAYS):
        if word == name or (len(word) >= 3 and name.startswith(word)):
            return today - timedelta(days=(today.weekday() - number - 1) % 7 + 1)
    try:
        if len(word) != 10:
            raise ValueError
        return date.fromisoformat(word)
    except ValueError:
        shown = said if len(said) <= _LONGEST_QUOTE else f"{said[: _LONGEST_QUOTE - 1]}…"
        raise InvalidValue(f"{f'“{shown}”' if said else 'Nothing'} is not a date.", _HINT) from None


def parse_days(text: str, today: date, latest: date | None = None) -> tuple[date, date]:
    """Return the first and last day of `D` or `D..D`; either end of a range may be left open.

    An open end is today, or `latest` where that is later: see `parse_day`.
    """
    first_text, dots, last_text = text.partition("..")
    if not dots:
        day = parse_day(text, today, latest)
        return day, day
    first = parse_day(first_text, today, latest) if first_text.strip() else EARLIEST
    last = parse_day(last_text, today, latest) if last_text.strip() else max(today, latest or today)
    if first > last:
        raise InvalidValue(f"The range {text} runs backwards.", "Write the earlier day first.")
    return first, last
