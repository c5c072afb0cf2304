"""Holidays from the journal: days without notes that do not count as a gap. The first note ends one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
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


def as_taken(holidays: Iterable["Holiday"], logged: Iterable[date]) -> "Iterator[Holiday]":
    """Yield the holidays as they were taken: each ends the day before its first note; one without a day off is none."""
    noted = set(logged)
    for holiday in holidays:
        ended = ended_by(holiday, noted)
        if ended is None:
            yield holiday
        elif ended > holiday.date:
            yield replace(holiday, until=ended - timedelta(days=1))


def days_off(holidays: Iterable["Holiday"], logged: Iterable[date], first: date, last: date) -> frozenset[date]:
    """Return the days from `first` to `last` that are holidays from the journal and hold nothing: no gaps."""
    found: set[date] = set()
    for holiday in as_taken(holidays, logged):
        end = min(last, holiday.until or last)
        begin = max(first, holiday.date)
        found.update(begin + timedelta(days=n) for n in range((end - begin).days + 1))
    return frozenset(found)
