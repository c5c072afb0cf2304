"""How often somebody writes, and when the next note is due."""

from datetime import date
from typing import Any, Final, NamedTuple

from sciatica_journal.domain.checks import check_choice
from sciatica_journal.domain.tracking.rhythm import RHYTHMS, next_due
from sciatica_journal.services.care.records import care_records
from sciatica_journal.services.history.recorded import recorded_days
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.values import load_value, save_value

_NAME: Final = "tracking"
DAILY: Final = "daily"


class Rhythm(NamedTuple):
    """How often somebody writes, and since when; None for ever."""

    name: str = DAILY
    since: date | None = None


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
