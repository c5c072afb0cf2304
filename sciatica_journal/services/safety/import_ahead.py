"""What an import that is only tried out would ask: its days, looked at while nothing is written, and the flags, signs
and answers of the first launch that the file itself carries."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from sciatica_journal.domain.care.background import Background
from sciatica_journal.domain.care.check import Check
from sciatica_journal.domain.care.first_told import FirstTold
from sciatica_journal.domain.care.known_sign import KnownSign
from sciatica_journal.domain.care.reading import Reading
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.safety.flag_record import Flag
from sciatica_journal.domain.safety.red_flags import find_signs
from sciatica_journal.domain.signs.background import told_signs
from sciatica_journal.domain.signs.records import DayRecords, State
from sciatica_journal.domain.signs.trigger import Raised
from sciatica_journal.guide.safety import load_safety
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.flag_answers import FlagAnswers, load_answers
from sciatica_journal.services.safety.flags import RECENT, named_sign, notices_for, rules
from sciatica_journal.services.safety.imported_flags import answer_of, settle_raised
from sciatica_journal.services.safety.notice import Notice, most_urgent_first
from sciatica_journal.services.safety.profile import Profile, emergency_signs, profile_of
from sciatica_journal.services.safety.signs import state_before, urgent_sign
from sciatica_journal.services.safety.state_with import Brought

ASKING: Final = frozenset({kind.TYPE for kind in (Flag, KnownSign, Background, FirstTold)})
"""The types of records that ask something of whatever day they are."""


def notices_ahead(session: Session, records: Iterable[Record]) -> tuple[Notice, ...]:
    """Return what records not in the journal would ask, one notice a trigger, about its latest day.
    Nothing is stored.

    Only days within 14 days count: an import asks about those at once, about older ones if they are still so. What
    the same evidence was answered for before, in the journal or in the file, is left out.
    """
    brought = list(records)
    flags = [record for record in brought if isinstance(record, Flag)]
    found = _raised_by_day(session, brought)
    answers = _answers_with(session, flags, found)
    notices: list[Notice] = []
    asked: set[str] = set()
    for day in sorted(found, reverse=True):
        raised = [one for one in found[day] if one.trigger not in asked and _is_open(answers, one, day)]
        notices += notices_for(session, day, raised)
        asked.update(one.trigger for one in raised)
    for day, one in (*_told(session, brought, flags), *_still_open(flags)):
        if one.trigger not in asked:
            notices += notices_for(session, day, [one])
            asked.add(one.trigger)
    return most_urgent_first(notices)


def _raised_by_day(session: Session, records: Sequence[Record]) -> dict[date, Sequence[Raised]]:
    """Return what the recent days raise, with all that the file knows of the signs and of the weeks before."""
    by_day: dict[date, list[Record]] = {}
    for record in records:
        day = getattr(record, "date", None)
        if isinstance(day, date) and session.today() - RECENT <= day:
            by_day.setdefault(day, []).append(record)
    brought, profile = Brought(records), _profile(records)
    found: dict[date, Sequence[Raised]] = {}
    for day, those in by_day.items():
        of_day, store = _as_day(those), session.reader()
        before = state_before(session, store, of_day, day) if store is not None else State()
        found[day] = find_signs(of_day, rules(), brought.added_to(before, profile.states, day))
    return found


def _answers_with(session: Session, flags: Sequence[Flag], found: Mapping[date, Sequence[Raised]]) -> FlagAnswers:
    """Return the journal's answers and those that the file's flags stand for; they are never saved."""
    store = session.reader()
    answers = load_answers(store) if store is not None else FlagAnswers({})
    for flag in flags:
        answers.note(flag.trigger, flag.date, answer_of(flag))
    closed = [flag for flag in flags if not flag.is_open]
    for day in sorted(found) if closed else ():
        settle_raised(answers, closed, day, found[day])
    return answers


def _is_open(answers: FlagAnswers, one: Raised, day: date) -> bool:
    what = load_safety().trigger(one.trigger)
    return what is not None and not answers.is_settled(one.trigger, what.tier, day, [one])


def _told(session: Session, records: Sequence[Record], flags: Sequence[Flag]) -> Iterator[tuple[date, Raised]]:
    """Yield what a background, a profile or a known sign asks, unless a flag of the file asked it there."""
    for record in records:
        match record:
            case Background():
                yield from (
                    (session.today(), one) for one in told_signs(record) if not _asked(flags, one.trigger, record.date)
                )
            case KnownSign() if found := urgent_sign(session, record):
                if not _asked(flags, found[0], record.date):
                    yield session.today(), named_sign(*found)
    for trigger, said in emergency_signs(_profile(records)).items():
        if not _asked(flags, trigger, date.min):
            yield session.today(), named_sign(trigger, said)


def _asked(flags: Sequence[Flag], trigger: str, since: date) -> bool:
    return any(flag.trigger == trigger and flag.opened and flag.opened.date() >= since for flag in flags)


def _still_open(flags: Sequence[Flag]) -> Iterator[tuple[date, Raised]]:
    """Yield a reason of its own for each flag without an outcome: its question is put again."""
    for flag in flags:
        if flag.is_open:
            yield flag.date, Raised(flag.trigger, False, f"{flag.date}: a red flag that is open there", "flag")


def _profile(records: Iterable[Record]) -> Profile:
    body: Mapping[str, Any] = next((record.answers for record in records if isinstance(record, FirstTold)), {})
    return profile_of(body)


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
