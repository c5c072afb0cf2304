"""Measures: what is due, what was answered, what it came to. Offered at most weekly, and never in light mode."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from sciatica_journal.domain.care.reading import Reading
from sciatica_journal.domain.checks import LATEST
from sciatica_journal.domain.measure_times import MONTH, WEEK, is_dropped, is_due, next_after
from sciatica_journal.domain.measures import RMDQ, WEEKLY, Measure, scores
from sciatica_journal.guide.measures import load_measures, load_words
from sciatica_journal.services.care.records import care_records
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.measures.choices import load_choices
from sciatica_journal.services.safety.reminding import flags_open
from sciatica_journal.storage.logged_days import logged_days

_WRITES_SINCE: Final = timedelta(days=28)


class Due(NamedTuple):
    """What is due: the weekly screen, the Roland-Morris questionnaire. `next_week` and `next_rmdq` are the days from
    which another reading may be made, due or not, None for any day."""

    weekly: bool = False
    rmdq: bool = False
    next_week: date | None = None
    next_rmdq: date | None = None


def all_measures() -> Mapping[str, Measure]:
    """Return the measures by id, those of the weekly screen first."""
    return load_measures()


def words() -> Mapping[str, str]:
    """Return the sentences around the measures by name."""
    return load_words()


def readings_of(session: Session) -> dict[str, tuple[Reading, ...]]:
    """Return all readings by measure, oldest first; each of the four measures is there."""
    found: dict[str, list[Reading]] = {name: [] for name in (*WEEKLY, RMDQ)}
    for reading in reversed(care_records(session, Reading)):
        found.setdefault(str(reading.measure), []).append(reading)
    return {name: tuple(each) for name, each in found.items()}


def latest(session: Session) -> dict[str, Reading]:
    """Return the newest reading of each measure that has one."""
    return {name: found[-1] for name, found in readings_of(session).items() if found}


def measures_due(session: Session) -> bool:
    """Return whether Today may offer the measures: one quiet line. At most three small queries; reads only.

    Never in light mode, while an urgent red flag is open, in the week after an answer or a skip, after three skips in
    a row, once the person said never, and not before they have written for a week.
    """
    store = session.reader()
    if store is None or session.settings.mode == "light":
        return False
    today = session.today()
    if not load_choices(session).may_offer(today):
        return False
    if flags_open(session).is_urgent or not logged_days(store, today - _WRITES_SINCE, today - WEEK):
        return False
    return any(due(session)[:2])


def due(session: Session) -> Due:
    """Return what is due today. Nothing is in light mode, while an urgent red flag is open, and for one who does not
    want to be asked. Reads only.

    Where the last answer is more than a month old, its next day is None: any day will do.
    """
    store, today = session.reader(), session.today()
    recent = store.between(Reading.TYPE, today - MONTH, LATEST) if store is not None else []
    weekly = max((one.date for one in recent if isinstance(one, Reading) and one.measure in WEEKLY), default=None)
    rmdq = max((one.date for one in recent if isinstance(one, Reading) and one.measure == RMDQ), default=None)
    quiet = session.settings.mode == "light" or flags_open(session).is_urgent or not load_choices(session).is_offered
    return Due(
        not quiet and is_due(today, weekly, WEEK),
        not quiet and is_due(today, rmdq, MONTH) and is_rmdq_on(session),
        next_after(weekly, WEEK),
        next_after(rmdq, MONTH),
    )


def is_rmdq_on(session: Session) -> bool:
    """Return whether the Roland-Morris questionnaire was chosen and is not left out."""
    return load_choices(session).rmdq and not is_rmdq_dropped(session)


def is_rmdq_dropped(session: Session) -> bool:
    """Return whether the Roland-Morris questionnaire is left out: its first score was under 4."""
    return is_dropped(one.score for one in scores(load_measures()[RMDQ], readings_of(session)[RMDQ]))


def remove_reading(session: Session, reading: Reading) -> None:
    """Remove a reading; undo brings it back."""
    from sciatica_journal.services.care.records import remove_care

    remove_care(session, reading)
