"""Red flags that come with an import, and what the imported records ask.

A flag that is open there is open here; none is ever closed by an import. What came of a closed one settles what it
was about, on the days that it covered, so that nobody is asked again what was answered before.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Final

from sciatica_journal.domain.care.first_told import FirstTold
from sciatica_journal.domain.care.known_sign import KnownSign
from sciatica_journal.domain.other import Other
from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.safety.flag_record import Flag
from sciatica_journal.domain.signs.trigger import Raised
from sciatica_journal.guide.safety import load_safety
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.flag_answers import NO, OPEN, SEEN, FlagAnswers, load_answers
from sciatica_journal.services.safety.flags import (
    RECENT,
    appointments,
    days_to_look_at,
    evaluate_days,
    open_notices,
    open_raised,
    raise_signs,
    signs_of,
)
from sciatica_journal.services.safety.notice import Notice, most_urgent_first
from sciatica_journal.storage.flags import raise_flag
from sciatica_journal.storage.set_aside import flag_records

_BY_MISTAKE: Final = "by_mistake"


def notices_of_import(session: Session, days: Collection[date], new: Sequence[Record]) -> tuple[Notice, ...]:
    """Return the notices after an import that brought the records `new` and touched these days."""
    flags = [record for record in new if isinstance(record, Flag)]
    if flags:
        _settle(session, flags, days)
    came = {flag.trigger for flag in flags if flag.is_open} | set(_undated(session, new))
    raised = [*evaluate_days(session, days), *_told(session, new)]
    known = {notice.trigger for notice in raised}
    still = [one for one in (*open_notices(session), *appointments(session)) if one.trigger in came - known]
    return most_urgent_first([*raised, *still])


def _settle(session: Session, flags: Sequence[Flag], days: Collection[date]) -> None:
    """Keep what came of the imported flags as the answers to what the days raise that they cover."""
    store, today = session.writer(), session.today()
    keep_answers(session, flags)
    answers = load_answers(store)
    closed = [flag for flag in flags if flag.closed is not None]
    for day in sorted(days_to_look_at(days, today)) if closed else ():
        _settle_day(session, answers, closed, day)
    answers.save(store, today)


def keep_answers(session: Session, flags: Sequence[Flag]) -> None:
    """Keep when each flag was asked about, and what came of it."""
    answers = load_answers(session.writer())
    for flag in flags:
        answers.note(flag.trigger, flag.date, answer_of(flag), asked=_asked(flag))
    answers.save(session.writer(), session.today())


def reopen_own(session: Session, taken_back: Collection[date]) -> None:
    """Open again what this journal's own notes raised while an imported flag, taken back by now, was open for it.

    `taken_back` are the days of what was imported and is gone.
    """
    store, safety = session.writer(), load_safety()
    for trigger, day in load_answers(store).unsettled():
        what = safety.trigger(trigger)
        if what is not None and day not in taken_back:
            raise_flag(store, trigger, what.tier, day, session.now())


def _settle_day(session: Session, answers: FlagAnswers, closed: Sequence[Flag], day: date) -> None:
    from sciatica_journal.services.safety.signs import records_of

    asked = session.today() if session.today() - day > RECENT else None
    settle_raised(answers, closed, day, signs_of(session, records_of(session.writer(), day), day), asked)


def settle_raised(
    answers: FlagAnswers, closed: Sequence[Flag], day: date, raised: Sequence[Raised], asked: date | None = None
) -> None:
    """Note what came of closed flags as the answers to what a day that they cover raises. `asked` is today, where the
    day was long ago."""
    by_trigger: dict[str, list[Raised]] = {}
    for one in raised:
        by_trigger.setdefault(one.trigger, []).append(one)
    for trigger, reasons in by_trigger.items():
        about = _flag_about([flag for flag in closed if flag.trigger == trigger], day)
        what = load_safety().trigger(trigger)
        if about is not None:
            answers.note(trigger, day, answer_of(about), [reason.evidence for reason in reasons], asked)
        elif what is not None:
            # What the answer before it holds for is renewed by being recorded again.
            answers.is_settled(trigger, what.tier, day, reasons)


def _flag_about(closed: Sequence[Flag], day: date) -> Flag | None:
    """Return the closed flag that stands for what a day raises, the last that was open on it. Else the first one after
    it: a flag's own day is only the latest of those that it was about."""
    open_then = [flag for flag in closed if flag.closed is not None and flag.date <= day <= flag.closed.date()]
    later = sorted((flag for flag in closed if flag.date > day), key=lambda flag: flag.date)
    return next(iter([*reversed(open_then), *later]), None)


def answer_of(flag: Flag) -> str:
    """Return the answer that an imported flag stands for."""
    if flag.is_open:
        return OPEN
    return NO if flag.outcome == _BY_MISTAKE else SEEN


def _asked(flag: Flag) -> date | None:
    """Return when it was asked if a flag of long ago is still so."""
    opened = flag.opened.date() if flag.opened is not None else flag.date
    return opened if opened - flag.date > RECENT else None


def _undated(session: Session, new: Sequence[Record]) -> Iterator[str]:
    """Open the flags that say neither day nor time, as of today, and yield their triggers."""
    for record in new:
        body = record.body if isinstance(record, Other) and record.date is None else {}
        what = load_safety().trigger(str(body.get("trigger"))) if body.get("type") == "flag" else None
        if what is not None and body.get("closed") is None and body.get("opened") is None:
            raise_flag(session.writer(), what.id, what.tier, session.today(), session.now())
            yield what.id


def _told(session: Session, new: Sequence[Record]) -> Iterator[Notice]:
    """Ask what an imported background, profile or known sign makes one ask, unless a flag asked it there."""
    from sciatica_journal.domain.care.background import Background
    from sciatica_journal.domain.signs.background import told_signs

    for record in new:
        if isinstance(record, Background):
            found = [one for one in told_signs(record) if not _was_raised(session, one.trigger, record.date)]
            yield from open_raised(session, session.today(), found)
        elif isinstance(record, KnownSign):
            yield from _of_sign(session, record)
        elif isinstance(record, FirstTold):
            yield from _of_profile(session)


def _of_sign(session: Session, sign: KnownSign) -> Iterator[Notice]:
    from sciatica_journal.services.safety.signs import urgent_sign

    found = urgent_sign(session, sign)
    if found is not None and not _was_raised(session, found[0], sign.date):
        yield from raise_signs(session, [found[0]], dict([found]))


def _of_profile(session: Session) -> Iterator[Notice]:
    from sciatica_journal.services.safety.profile import emergency_signs, load_profile

    said = emergency_signs(load_profile(session))
    yield from raise_signs(session, [sign for sign in said if not _was_raised(session, sign, date.min)], said)


def _was_raised(session: Session, trigger: str, since: date) -> bool:
    """Return whether there is a flag of that trigger, open or closed, that was opened since then."""
    return any(
        flag.trigger == trigger and flag.opened is not None and flag.opened.date() >= since
        for flag in flag_records(session.writer())
    )
