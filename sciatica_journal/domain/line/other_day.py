"""A day that a line names: it is note, for a line is always about the day that it is logged for."""

import re
from datetime import date
from typing import Final

from sciatica_journal.domain.dates import WEEKDAYS, day_title, parse_day
from sciatica_journal.domain.errors import InvalidValue

_NAMED: Final = ("yesterday", *WEEKDAYS)
_ISO: Final = r"(?a)(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])"


def other_day(note: str | None, day: date, today: date) -> str | None:
    """Return the warning that a day in a line's note was not taken as the line's day, None where there is none.

    A written date counts anywhere, `yesterday` and weekdays only where they are all of a part, for in a sentence they
    tell something; so does a day ahead, which is an appointment.
    """
    if note is None:
        return None
    named = (part for part in note.split("; ") if part.lower() in _NAMED)
    dates = re.findall(_ISO, note) if "-" in note else ()
    for said in (*dates, *named):
        try:
            meant = parse_day(said, today)
        except InvalidValue:
            continue
        if meant != day:
            return (
                f"“{said}” is kept as note; the line is for {day_title(day)}. "
                f"For another day use --date, or go to it in the app."
            )
    return None
