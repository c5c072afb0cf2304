"""When counting less may be offered."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.tracking.rhythm import DAILY, rhythm

if TYPE_CHECKING:
    from sciatica_journal.domain.day import Day


def may_count_less(session: Session) -> bool:
    """Return whether counting less may be offered: no urgent flag is open, no nerve sign is new or growing."""
    from sciatica_journal.domain.signs.records import DAYS_BACK
    from sciatica_journal.domain.tracking.settling import may_count_less
    from sciatica_journal.services.safety.checks import recent_checks
    from sciatica_journal.services.safety.reminding import flags_open
    from sciatica_journal.services.safety.signs import sign_states
    from sciatica_journal.storage.logged_days import logged_days

    store, today = session.reader(), session.today()
    if store is None:
        return False
    days = logged_days(store, today - timedelta(days=DAYS_BACK), today)
    urgent = flags_open(session).is_urgent
    return may_count_less(days, recent_checks(session, today), today, sign_states(session), flag_open=urgent)


def in_new_episode(session: Session) -> bool:
    """Return whether the pain is of an episode in its first six weeks."""
    from sciatica_journal.domain.signs.records import DAYS_BACK
    from sciatica_journal.domain.tracking.episode import is_new_episode
    from sciatica_journal.services.care.records import find_background
    from sciatica_journal.storage.logged_days import logged_days

    store, today = session.reader(), session.today()
    if store is None:
        return False
    background = find_background(session)
    days = logged_days(store, today - timedelta(days=DAYS_BACK), today)
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
