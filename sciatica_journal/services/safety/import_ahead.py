"""What an import that is only tried out would ask: its days, looked at while nothing is written."""

from collections.abc import Iterable, Sequence
from datetime import date

from sciatica_journal.domain.care.check import Check
from sciatica_journal.domain.care.reading import Reading
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.signs.records import DayRecords
from sciatica_journal.domain.signs.trigger import Raised
from sciatica_journal.guide.safety import load_safety
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.flag_answers import load_answers
from sciatica_journal.services.safety.flags import RECENT, notices_for, signs_of
from sciatica_journal.services.safety.notice import Notice, most_urgent_first


def notices_ahead(session: Session, records: Iterable[Record]) -> tuple[Notice, ...]:
    """Return what records not in the journal would ask, one notice a trigger, about its latest day.
    Nothing is stored.

    Only days within 14 days count: an import asks about those at once, about older ones if they are still so. What
    the same evidence was answered for before is left out.
    """
    today = session.today()
    by_day: dict[date, list[Record]] = {}
    for record in records:
        day = getattr(record, "date", None)
        if isinstance(day, date) and today - RECENT <= day:
            by_day.setdefault(day, []).append(record)
    notices: list[Notice] = []
    asked: set[str] = set()
    for day in sorted(by_day, reverse=True):
        raised = [one for one in _unsettled(session, by_day[day], day) if one.trigger not in asked]
        notices += notices_for(session, day, raised)
        asked.update(one.trigger for one in raised)
    return most_urgent_first(notices)


def _unsettled(session: Session, records: Sequence[Record], day: date) -> list[Raised]:
    raised = signs_of(session, _as_day(records), day)
    store = session.reader() if raised else None
    if store is None:
        return list(raised)
    answers, safety = load_answers(store), load_safety()
    tiers = {one.trigger: what.tier for one in raised if (what := safety.trigger(one.trigger)) is not None}
    return [
        one for one in raised
        if one.trigger in tiers and not answers.is_settled(one.trigger, tiers[one.trigger], day, [one])
    ]  # fmt: skip


def _as_day(records: Sequence[Record]) -> DayRecords:
    days = [record for record in records if isinstance(record, Day)]
    return DayRecords(
        days[0] if days else None,
        [record for record in records if isinstance(record, Moment)],
        [record for record in records if isinstance(record, Run)],
        [("reflection", record.text) for record in records if isinstance(record, Reflection) and record.text],
        [record for record in records if isinstance(record, Check)],
        [record for record in records if isinstance(record, Reading)],
    )
