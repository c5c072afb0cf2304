"""The days that a person names: today, yesterday, monday, -3d, 2026-03-01, and ranges of them."""

from datetime import date

from sciatica_journal.domain.checks import LATEST
from sciatica_journal.domain.dates import check_not_after, day_title, parse_day, parse_days
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.services.journal.session import Session

__all__ = ["check_not_future", "day_title", "has_come", "named_day", "named_days"]


def named_day(session: Session, text: str | None) -> date:
    """Return the day that `text` names, the journal's today for None.

    A recorded day can be named also where it lies ahead: after a flight west, or once the clock was set back.
    Raises InvalidValue for what is not a day, and for every other day to come.
    """
    today = session.today()
    if text is None:
        return today
    day = parse_day(text, today, LATEST)
    if day > today:
        from sciatica_journal.services.history.recorded import last_day

        check_not_after(day, today, last_day(session))
    return day


def named_days(session: Session, text: str) -> tuple[date, date]:
    """Return the first and the last day of `D..D`, either end of which may be open. Raises InvalidValue."""
    from sciatica_journal.services.history.recorded import last_day

    return parse_days(text, session.today(), last_day(session))


def has_come(session: Session, day: date) -> bool:
    """Return whether a day can be looked at: all up to today, and up to the last recorded one where that lies ahead."""
    if day <= session.today():
        return True
    from sciatica_journal.services.history.recorded import last_day

    return day <= last_day(session)


def check_not_future(session: Session, day: date) -> None:
    """Refuse a day after today, unless something is recorded on it already."""
    if day > session.today() and not _is_recorded(session, day):
        raise InvalidValue(f"{day} is in the future.", f"The journal's today is {session.today()}.")


def _is_recorded(session: Session, day: date) -> bool:
    from sciatica_journal.services.history.recorded import is_recorded

    return is_recorded(session, day)
