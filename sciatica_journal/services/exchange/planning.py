"""A dry run in steps: what files are read by, what is done with what they hold.

On the storage thread `terms_of`, on any other `reading_files.read_found`, on the storage thread `plan_of`.
"""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from sciatica_journal.exchange.watch import Watch
from sciatica_journal.services.exchange.answers import load_answers
from sciatica_journal.services.exchange.candidates import AHEAD, Reading, Terms
from sciatica_journal.services.exchange.plan import Plan
from sciatica_journal.services.exchange.reading_files import read_found
from sciatica_journal.services.exchange.weighing import weigh
from sciatica_journal.services.history.recorded import last_day
from sciatica_journal.services.journal.session import Session


def terms_of(session: Session, answers: Mapping[str, str] | None = None, ask_again: Collection[str] = ()) -> Terms:
    """Return what files are read by: the settings, the days that the journal holds, and the answers that are
    remembered, those to `ask_again` left out and the given ones before them.

    Days up to AHEAD, or up to the journal's last one, may lie ahead.
    """
    today, settings = session.today(), session.settings
    remembered = load_answers(session.reader())
    known = {key: answer for key, answer in remembered.items() if key not in ask_again} | dict(answers or {})
    return Terms(today, max(today + AHEAD, last_day(session)), settings.zone(), settings.day_ends, known)


def plan_of(session: Session, reading: Reading, *, keep_others: bool = False, watch: Watch | None = None) -> Plan:
    """Return what importing what was read would do; nothing is changed. Raises Cancelled.

    With `keep_others` the minutes of sports that are not on foot become factors of their days.
    """
    unit = session.settings.units
    items, _ = weigh(session.reader(), reading, unit, keep_others=keep_others, watch=watch or Watch())
    return Plan(reading, items, keep_others)


def plan_import(
    session: Session,
    paths: Sequence[Path],
    kind: str | None = None,
    *,
    answers: Mapping[str, str] | None = None,
    ask_again: Collection[str] = (),
    keep_others: bool = False,
    watch: Watch | None = None,
) -> Plan:
    """Return the dry run of files in one call, where the thread may wait for it; see `read_found` and `plan_of`."""
    reading = read_found(paths, terms_of(session, answers, ask_again), kind, watch)
    return plan_of(session, reading, keep_others=keep_others, watch=watch)
