"""Holidays from the journal: days without notes that are no gap. The first note ends one."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sciatica_journal.domain.care.holiday import Holiday


def ended_by(holiday: "Holiday", logged: Iterable[date]) -> date | None:
    """Return the first day with a note in the holiday, None where there is none. It ends the day before."""
    return min((day for day in logged if _is_in(holiday, day)), default=None)


def _is_in(holiday: "Holiday", day: date) -> bool:
    return holiday.date <= day and (holiday.until is None or day <= holiday.until)


def holiday_of(holidays: Iterable["Holiday"], logged: Sequence[date], day: date) -> "Holiday | None":
    """Return the holiday that a day belongs to, None where there is none or a note ended it before or on that day."""
    for holiday in holidays:
        ended = ended_by(holiday, logged)
        if _is_in(holiday, day) and (ended is None or day < ended):
            return holiday
    return None


def days_off(holidays: Iterable["Holiday"], logged: Iterable[date], first: date, last: date) -> frozenset[date]:
    """Return the days from `first` to `last` that are holidays from the journal and hold nothing: no gaps."""
    noted = set(logged)
    found: set[date] = set()
    for holiday in holidays:
        end = min(last, holiday.until or last)
        ended = ended_by(holiday, noted)
        if ended is not None:
            end = min(end, ended - timedelta(days=1))
        begin = max(first, holiday.date)
        found.update(begin + timedelta(days=n) for n in range((end - begin).days + 1))
    return frozenset(found)
