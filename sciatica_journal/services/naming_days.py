"""The days that a person names: today, yesterday, monday, -3d, 2026-03-01, and ranges of them."""

from datetime import date

from sciatica_journal.domain.dates import day_title, parse_day, parse_days
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.services.session import Session

__all__ = ["check_not_future", "day_title", "named_day", "named_days"]


def named_day(session: Session, text: str | None) -> date:
    """Return the day that `text` names, the journal's today for None. Raises InvalidValue."""
    today = session.today()
    return today if text is None else parse_day(text, today)


def named_days(session: Session, text: str) -> tuple[date, date]:
    """Return the first and the last day of `D..D`, either end of which may be open. Raises InvalidValue."""
    return parse_days(text, session.today())


def check_not_future(session: Session, day: date) -> None:
    """Refuse a day after today."""
    if day > session.today():
        raise InvalidValue(f"{day} is in the future.", f"The journal's today is {session.today()}.")
