"""Safe tracking: how often somebody writes, holidays from the journal, and when counting less may be offered."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from sciatica_journal.domain.care.holiday import Holiday
from sciatica_journal.domain.checks import check_choice
from sciatica_journal.domain.tracking.holidays import days_off as off
from sciatica_journal.domain.tracking.holidays import holiday_of
from sciatica_journal.domain.tracking.rhythm import RHYTHMS, next_due
from sciatica_journal.services.care.records import care_records, remove_care, save_care
from sciatica_journal.services.history.recorded import is_recorded, recorded_days
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.values import load_value, save_value

if TYPE_CHECKING:
    from sciatica_journal.domain.day import Day

_NAME: Final = "tracking"
DAILY: Final = "daily"


class Rhythm(NamedTuple):
    """How often somebody writes, and since when; None for ever."""

    name: str = DAILY
    since: date | None = None


def tracking_words(part: str) -> dict[str, str]:
    """Return the sentences of a part of safe tracking, by name."""
    from sciatica_journal.guide.content import read_toml

    return cast("dict[str, str]", read_toml("tracking.toml")[part])


def rhythm(session: Session) -> Rhythm:
    """Return how often somebody writes: as was chosen last, by itself or at the end of a season."""
    return max([_chosen(session), *_after_seasons(session)], key=lambda one: one.since or date.min)


def _chosen(session: Session) -> Rhythm:
    store = session.reader()
    kept: Any = load_value(store, _NAME) if store is not None else None
    if not isinstance(kept, dict):
        return Rhythm()
    try:
        since = date.fromisoformat(str(kept.get("since")))
    except ValueError:
        return Rhythm()
    return Rhythm(kept["rhythm"], since) if kept.get("rhythm") in RHYTHMS else Rhythm()


def _after_seasons(session: Session) -> list[Rhythm]:
    from sciatica_journal.domain.care.season import Season

    return [Rhythm(one.next_step, one.ended) for one in care_records(session, Season) if one.next_step and one.ended]


def set_rhythm(session: Session, name: str) -> None:
    """Choose how often to write, from today on. Raises InvalidValue for another rhythm."""
    check_choice("The rhythm", name, RHYTHMS)
    save_value(session.writer(), _NAME, {"rhythm": name, "since": session.today().isoformat()})


def forget_choice_of_today(session: Session) -> None:
    """Let what a season ends with today count, and not what was chosen earlier today."""
    if _chosen(session).since == session.today():
        save_value(session.writer(), _NAME, {})


def next_note(session: Session) -> date | None:
    """Return the day of the next note by the rhythm, from today on; None where none is due any more."""
    today = session.today()
    last = recorded_days(session, today.toordinal(), 1)
    return next_due(rhythm(session).name, date.fromordinal(last[0]) if last else None, today)


# -- holidays ----------------------------------------------------------------------------------------


def holiday_today(session: Session) -> Holiday | None:
    """Return the holiday from the journal that goes on today. The first note in it ended it."""
    today = session.today()
    now = [one for one in care_records(session, Holiday) if one.date <= today and (one.until or today) >= today]
    if not now:
        return None
    return holiday_of(now, logged_days(session, min(one.date for one in now), today), today)


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
    return off(holidays, logged_days(session, begin, last), first, last)


def logged_days(session: Session, first: date, last: date) -> list[date]:
    """Return the days from `first` to `last` that hold anything, newest first."""
    found = recorded_days(session, last.toordinal() + 1)
    return [date.fromordinal(day) for day in found if day >= first.toordinal()]


# -- counting less -----------------------------------------------------------------------------------


def may_count_less(session: Session) -> bool:
    """Return whether counting less may be offered: no urgent flag is open, no nerve sign is new or growing."""
    from sciatica_journal.domain.signs.records import DAYS_BACK
    from sciatica_journal.domain.tracking.settling import may_count_less
    from sciatica_journal.services.safety.checks import recent_checks
    from sciatica_journal.services.safety.reminding import flags_open
    from sciatica_journal.services.safety.signs import sign_states
    from sciatica_journal.storage.logged_days import logged_days as few_values

    store, today = session.reader(), session.today()
    if store is None:
        return False
    days = few_values(store, today - timedelta(days=DAYS_BACK), today)
    urgent = flags_open(session).is_urgent
    return may_count_less(days, recent_checks(session, today), today, sign_states(session), flag_open=urgent)


def in_new_episode(session: Session) -> bool:
    """Return whether the pain is of an episode in its first six weeks."""
    from sciatica_journal.domain.signs.records import DAYS_BACK
    from sciatica_journal.domain.tracking.episode import is_new_episode
    from sciatica_journal.services.care.records import find_background
    from sciatica_journal.storage.logged_days import logged_days as few_values

    store, today = session.reader(), session.today()
    if store is None:
        return False
    background = find_background(session)
    days = few_values(store, today - timedelta(days=DAYS_BACK), today)
    return is_new_episode(days, today, background.onset if background is not None else None)


def is_settled(session: Session, fortnights: int = 1) -> bool:
    """Return whether the last fortnights were near zero. Who writes less often has fewer days to tell of it."""
    from sciatica_journal.domain.tracking import settling

    fewest = {DAILY: 5, "every_other_day": 4}.get(rhythm(session).name, 1)
    today = session.today()
    return settling.is_settled(
        _days(session, today - timedelta(days=14 * fortnights), today), today, fortnights, fewest
    )


def _days(session: Session, first: date, last: date) -> "Sequence[Day]":
    store = session.reader()
    return cast("list[Day]", store.between("day", first, last)) if store is not None else ()
