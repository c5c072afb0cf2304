"""The one quiet line about safety on Today: a sign to ask about, an appointment to book, a check that is due."""

from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.signs.records import LoggedDay
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety import flags
from sciatica_journal.services.safety.checks import due_today
from sciatica_journal.services.safety.notice import Notice
from sciatica_journal.services.safety.signs import SignQuestion, note_asked, signs_to_ask
from sciatica_journal.storage.logged_days import logged_days
from sciatica_journal.storage.values import days_by_name, load_value, save_value

_NAME: Final = "safety_lines"
_RESTS: Final = {"check_weekly": timedelta(days=2), "check_short": timedelta(days=1), "check_repeat": timedelta(days=1)}
"""For how long a check that was put away does not come back: the weekly one misses a day, the others come daily."""
_KEPT: Final = timedelta(days=120)

Opens = Literal["sign", "book", "check"]


class SafetyLine(NamedTuple):
    """What to offer: `words` names the sentence, `items` fills it, `key` tells it from others when it is put away.

    `question` is the sign to ask about, `notice` the appointment.
    """

    opens: Opens
    words: str
    items: str
    key: str
    day: date
    question: SignQuestion | None = None
    notice: Notice | None = None


def safety_line(session: Session, day: Day) -> SafetyLine | None:
    """Return the one line to show on a day, None for none. Reads only. Checks and appointments are for today."""
    today = session.today()
    if timedelta(0) <= today - day.date <= flags.RECENT:
        found = _sign(session, day, today)
        if found is not None:
            return found
    if day.date != today:
        return None
    away = _put_away(session)
    return _appointment(session, away, today) or _check(session, away, today)


def _sign(session: Session, day: Day, today: date) -> SafetyLine | None:
    """Return the question about a sign of the day; today also about those of the fortnight before, as imported."""
    store = session.reader()
    days: list[Day | LoggedDay] = [day]
    if store is not None and day.date == today:
        days += logged_days(store, today - flags.RECENT, today - timedelta(days=1))[::-1]
    for one in days:
        asked = signs_to_ask(session, one)
        if asked:
            return SafetyLine("sign", "sign", "", f"sign {' '.join(asked[0])}", one.date, question=asked[0])
    return None


def _appointment(session: Session, away: dict[str, date], today: date) -> SafetyLine | None:
    for notice in flags.appointments(session):
        key = f"book {notice.trigger} {notice.date}"
        if key not in away:
            words = "stop" if notice.stops_running else "book"
            return SafetyLine("book", words, notice.items, key, today, notice=notice)
    return None


def _check(session: Session, away: dict[str, date], today: date) -> SafetyLine | None:
    due = due_today(session)
    if due.kind is None:
        return None
    key = "check_repeat" if not due.items else f"check_{due.kind}"
    last = away.get(key)
    if last is not None and timedelta(0) <= today - last < _RESTS[key]:
        return None
    return SafetyLine("check", key, "", key, today)


def put_away(session: Session, line: SafetyLine) -> None:
    """Keep that a line was opened or put away: an appointment is offered once, a check comes back later."""
    if line.question is not None:
        note_asked(session, [line.question])
        return
    today = session.today()
    kept = {key: day for key, day in _put_away(session).items() if today - day <= _KEPT}
    save_value(session.writer(), _NAME, {key: day.isoformat() for key, day in {**kept, line.key: today}.items()})


def _put_away(session: Session) -> dict[str, date]:
    store = session.reader()
    return days_by_name(load_value(store, _NAME)) if store is not None else {}
