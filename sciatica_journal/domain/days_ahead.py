"""Days that may lie ahead, such as that of an appointment."""

import re
from datetime import date, timedelta

from sciatica_journal.domain.checks import EARLIEST
from sciatica_journal.domain.dates import parse_day
from sciatica_journal.domain.errors import InvalidValue

FURTHEST_DAYS = 3653
"""Ten years: what is further ahead is a slip of the finger."""

_IN = r"\+(\d{1,4})d"


def parse_day_ahead(text: str, today: date) -> date:
    """Return the day that `text` names: as `parse_day`, and ISO days ahead, tomorrow, +14d.

    Raises InvalidValue for what is not a date, for days more than ten years ahead and for days before 1900.
    """
    word = text.strip().lower()
    ahead = 1 if word == "tomorrow" else None
    if (said := re.fullmatch(_IN, word)) is not None:
        ahead = int(said[1])
    day = today + timedelta(days=ahead) if ahead is not None else _iso_day(word)
    if day is None or EARLIEST <= day <= today:
        return parse_day(text, today)
    if day > today + timedelta(days=FURTHEST_DAYS):
        raise InvalidValue(f"{day} is more than ten years ahead.", "Look at the year again.")
    return day if day > today else parse_day(text, today)


def _iso_day(word: str) -> date | None:
    try:
        return date.fromisoformat(word) if len(word) == 10 else None
    except ValueError:
        return None
