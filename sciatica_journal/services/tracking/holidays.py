"""Holidays from the journal: days off that are no gap."""

from dataclasses import replace
from datetime import date, timedelta

from sciatica_journal.domain.care.holiday import Holiday
from sciatica_journal.domain.tracking.holidays import days_off as off
from sciatica_journal.domain.tracking.holidays import holiday_of
from sciatica_journal.services.care.records import care_records, remove_care, save_care
from sciatica_journal.services.history.recorded import is_recorded, recorded_days
from sciatica_journal.services.journal.session import Session


def holiday_today(session: Session) -> Holiday | None:
    """Return the holiday from the journal that goes on today. The first note in it ended it."""
    today = session.today()
    now = [one for one in care_records(session, Holiday) if one.date <= today and (one.until or today) >= today]
    if not now:
        return None
    return holiday_of(now, recorded_dates(session, min(one.date for one in now), today), today)


def new_holiday(session: Session) -> Holiday:
    """Return a holiday that begins today, or tomorrow where today holds something already; it is not kept yet."""
    today = session.today()
    begin = today + timedelta(days=1) if is_recorded(session, today) else today
    return Holiday(session.new_id(), begin)


def begin_holiday(session: Session, holiday: Holiday) -> None:
    """Keep a holiday."""
    save_care(session, holiday)


def end_holiday(session: Session) -> None:
    """End the holiday that goes on or is about to begin; one without a day off leaves nothing behind."""
    today = session.today()
    for one in care_records(session, Holiday):
        if one.until is not None and one.until < today:
            continue
        if one.date < today:
            save_care(session, replace(one, until=today - timedelta(days=1)))
        else:
            remove_care(session, one)


def coming_holiday(session: Session) -> Holiday | None:
    """Return the holiday that goes on today or begins later."""
    ahead = [one for one in care_records(session, Holiday) if one.date > session.today()]
    return holiday_today(session) or (min(ahead, key=lambda one: one.date) if ahead else None)


def days_off(session: Session, first: date, last: date) -> frozenset[date]:
    """Return the days from `first` to `last` without a note that belong to a holiday: they are no gaps."""
    holidays = care_records(session, Holiday)
    if not holidays:
        return frozenset()
    begin = min(first, *(one.date for one in holidays))
    return off(holidays, recorded_dates(session, begin, last), first, last)


def recorded_dates(session: Session, first: date, last: date) -> list[date]:
    """Return the days from `first` to `last` that hold anything, newest first."""
    found = recorded_days(session, last.toordinal() + 1)
    return [date.fromordinal(day) for day in found if day >= first.toordinal()]
