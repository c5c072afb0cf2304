"""Red flags: evaluated on every save, open in the file until the person records an outcome."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, Literal

from sciatica_journal.domain.errors import InvalidValue, JournalError
from sciatica_journal.domain.safety.red_flags import DayRecords, Earlier, Raised, Rules, State, find_signs
from sciatica_journal.domain.signs.trigger import URGENT
from sciatica_journal.domain.text import clean
from sciatica_journal.guide.safety import load_safety
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.safety.flag_answers import NO, OPEN, SEEN, YES, FlagAnswers, load_answers
from sciatica_journal.services.safety.notice import Notice, make_notice, most_urgent_first
from sciatica_journal.storage.flags import acknowledge_flags, close_flags, open_flags, raise_flag, redate_flag
from sciatica_journal.storage.store import Store

Outcome = Literal["seen_cleared", "seen_treated", "by_mistake"]
OUTCOMES: Final[tuple[Outcome, ...]] = ("seen_cleared", "seen_treated", "by_mistake")
"""What closes a flag. That a sign went away does not."""

RECENT: Final = timedelta(days=14)
"""Days so far back are evaluated when they are saved; of older ones it is asked once if it is still so (rule 16)."""
_MOST_OLD: Final = 400
"""Older days that are looked at in one go, the latest first: an import can bring many years."""
_AHEAD: Final = timedelta(days=2)
"""Days written elsewhere can lie this far ahead of today."""


def evaluate(session: Session, day: date) -> tuple[Notice, ...]:
    """Evaluate a saved day, open flags for what it raises, and return notices for those newly raised.

    A trigger that is open already, or whose same evidence was answered or dealt with before, is not raised again. A day
    written late is what the days after it are compared with: those of the last two weeks are evaluated again.
    """
    return evaluate_days(session, [day, *_compared_with(session, day)])


def _compared_with(session: Session, day: date) -> Iterator[date]:
    store, today = session.reader(), session.today()
    if store is None or day >= today:
        return
    from sciatica_journal.storage.logged_days import logged_days

    first = max(day + timedelta(days=1), today - RECENT)
    yield from (later.date for later in logged_days(store, first, min(today, day + RECENT)))


def evaluate_days(session: Session, days: Iterable[date]) -> tuple[Notice, ...]:
    """Evaluate saved or imported days as `evaluate` does. Older ones ask once a trigger, about the latest of them;
    what goes back further than the latest 400 of those is history."""
    store = session.reader()
    today = session.today()
    if store is None:
        return ()
    notices: list[Notice] = []
    asked: set[str] = set()
    for day in days_to_look_at(days, today):
        is_old = today - day > RECENT
        raised = [one for one in _raised(session, store, day) if one.trigger not in asked]
        if raised:
            found = _open_old(session, day, raised) if is_old else _open(session, day, raised)
            notices += found
            asked.update(one.trigger for one in raised if is_old)
    return most_urgent_first(notices)


def days_to_look_at(days: Iterable[date], today: date) -> list[date]:
    """Return the days that are evaluated in one go, the latest first: all recent ones, and the latest 400 before."""
    latest = sorted({day for day in days if day <= today + _AHEAD}, reverse=True)
    recent = sum(today - day <= RECENT for day in latest)
    return latest[: recent + _MOST_OLD]


def _raised(session: Session, store: Store, day: date) -> tuple[Raised, ...]:
    from sciatica_journal.services.safety.signs import records_of

    return signs_of(session, records_of(store, day), day)


def signs_of(session: Session, records: DayRecords, day: date) -> tuple[Raised, ...]:
    """Return what records raise as those of a day, saved or not, with what is known from before.

    Most days raise nothing by themselves and hold nothing to compare: for them nothing more is read.
    """
    from sciatica_journal.domain.signs.in_values import wants_earlier

    store = session.reader()
    if store is None or not wants_earlier(records):
        found = find_signs(records, rules())
        if store is None or not found:
            return found
    from sciatica_journal.services.safety.signs import state_before

    try:
        asked = load_answers(store).last_asked("not_improving")
        state = state_before(session, store, records, day, asked)
    except JournalError:
        # A damaged record of another day must not silence this one: without it more is asked, not less.
        state = State(earlier=Earlier())
    return find_signs(records, rules(), state)


def rules() -> Rules:
    """Return the safety content as the rules take it."""
    safety = load_safety()
    return Rules(safety.triggers, safety.negations, safety.past)


def open_raised(session: Session, day: date, raised: Sequence[Raised]) -> tuple[Notice, ...]:
    """Open flags for what was raised apart from a day's records, and return the notices of those newly raised."""
    return _open(session, day, raised) if raised else ()


def _open(session: Session, day: date, raised: Sequence[Raised]) -> tuple[Notice, ...]:
    """Open flags for what was raised. The flag is written before the answers: a crash between asks again."""
    safety, store = load_safety(), session.writer()
    answers = load_answers(store)
    notices = []
    for trigger, reasons in _by_trigger(raised).items():
        what = safety.trigger(trigger)
        if what is None or answers.is_settled(trigger, what.tier, day, reasons):
            continue
        is_new = raise_flag(store, trigger, what.tier, day, session.now()) or _is_news(store, answers, trigger, day)
        if is_new:
            notices.append(make_notice(session, what, day, reasons))
        said_yes = not is_new and answers.answer_of(trigger, day) == YES
        certain = said_yes or any(reason.certain for reason in reasons)
        answers.note(trigger, day, YES if certain else OPEN, [reason.evidence for reason in reasons])
    answers.save(store, session.today())
    return most_urgent_first(notices)


def _is_news(store: Store, answers: FlagAnswers, trigger: str, day: date) -> bool:
    """Return whether the open flag only asked if something of long ago is still so; from now on it is of this day."""
    asked = [flag.date for flag in open_flags(store) if flag.trigger == trigger]
    if not any(answers.is_old(trigger, flagged) and answers.answer_of(trigger, flagged) == OPEN for flagged in asked):
        return False
    redate_flag(store, trigger, day)
    return True


def _open_old(session: Session, day: date, raised: Sequence[Raised]) -> tuple[Notice, ...]:
    """Ask once whether what a day of long ago raises is still so; what needs only an appointment is left alone."""
    safety, store, today = load_safety(), session.writer(), session.today()
    answers = load_answers(store)
    notices = []
    for trigger, reasons in _by_trigger(raised).items():
        what = safety.trigger(trigger)
        if what is None or what.tier == "G" or answers.was_asked(trigger, day, reasons):
            continue
        if answers.is_settled(trigger, what.tier, day, reasons):
            continue
        if raise_flag(store, trigger, what.tier, day, session.now()):
            notices.append(make_notice(session, what, day, reasons, is_old=True))
        answers.note(trigger, day, OPEN, [reason.evidence for reason in reasons], today)
    answers.save(store, today)
    return most_urgent_first(notices)


def _by_trigger(raised: Sequence[Raised]) -> dict[str, list[Raised]]:
    found: dict[str, list[Raised]] = {}
    for one in raised:
        found.setdefault(one.trigger, []).append(one)
    return found


def evaluate_text(session: Session, text: str) -> tuple[Notice, ...]:
    """Return notices for writing that is let go. Nothing is stored: no flag, no answer, no word (rule 19)."""
    from sciatica_journal.services.safety.signs import sign_states

    raised = find_signs(DayRecords(texts=[("reflection", text)]), rules(), State(sign_states(session)))
    return notices_for(session, session.today(), raised)


def notices_for(session: Session, day: date, raised: Sequence[Raised]) -> tuple[Notice, ...]:
    """Return the notices of what was raised. Nothing is stored, no flag opened."""
    safety = load_safety()
    found = ((safety.trigger(trigger), reasons) for trigger, reasons in _by_trigger(raised).items())
    return most_urgent_first([make_notice(session, what, day, reasons) for what, reasons in found if what])


def raise_signs(session: Session, triggers: Sequence[str], said: Mapping[str, str] | None = None) -> tuple[Notice, ...]:
    """Open flags for signs that the person named, and return notices for those newly raised.

    `said` is by sign what the person said of it, in words. Each telling is news of its own: what was closed as a
    mistake today and is then told after all opens its flag again.
    """
    told = session.now().isoformat()
    raised = [
        named_sign(trigger, (said or {}).get(trigger, "your signs"))._replace(evidence=f"told {trigger} {told}")
        for trigger in triggers
    ]
    return open_raised(session, session.today(), raised)


def named_sign(trigger: str, said: str) -> Raised:
    """Return a sign that the person named, apart from any day: there is nothing to ask about it."""
    return Raised(trigger, True, said, f"profile {trigger}")


def answer(session: Session, trigger: str, day: date, yes: bool) -> None:
    """Keep the answer to a notice's question. Yes (or unsure) keeps the flag open, no closes it as a mistake."""
    safety, store = load_safety(), session.writer()
    what = safety.trigger(trigger)
    if what is None:
        raise InvalidValue(f"{trigger!r} is not a red flag.", "Name one that a notice showed.")
    answers = load_answers(store)
    if yes:
        raise_flag(store, trigger, what.tier, day, session.now())
        answers.note(trigger, day, YES)
    else:
        close_flags(store, "by_mistake", "", session.now(), trigger)
        answers.settle([trigger], NO)
    answers.save(store, session.today())


def open_notices(session: Session) -> tuple[Notice, ...]:
    """Return a notice for every urgent flag without an outcome, most urgent first. Reads only."""
    return _notices_of(session, URGENT)


def appointments(session: Session) -> tuple[Notice, ...]:
    """Return a notice for every open flag that needs an appointment: quiet lines, no screen. Reads only."""
    return _notices_of(session, ("G",))


def _notices_of(session: Session, tiers: tuple[str, ...]) -> tuple[Notice, ...]:
    from sciatica_journal.services.safety.profile import emergency_signs, load_profile

    store = session.reader()
    flags = [flag for flag in open_flags(store) if flag.tier in tiers] if store is not None else []
    if store is None or not flags:
        return ()
    safety, answers = load_safety(), load_answers(store)
    days = {flag.date: _by_trigger(_raised(session, store, flag.date)) for flag in flags}
    said = emergency_signs(load_profile(session))
    notices = []
    for flag in flags:
        what = safety.trigger(flag.trigger)
        if what is not None:
            said_yes = answers.answer_of(flag.trigger, flag.date) == YES
            reasons = days[flag.date].get(flag.trigger) or _of_profile(flag.trigger, said, said_yes)
            is_old = not said_yes and answers.is_old(flag.trigger, flag.date)
            notices.append(make_notice(session, what, flag.date, reasons, said_yes=said_yes, is_old=is_old))
    return most_urgent_first(notices)


def _of_profile(trigger: str, said: Mapping[str, str], said_yes: bool) -> list[Raised]:
    """Return what the person said of a sign, where nothing that was logged gives the reason for its flag."""
    return [named_sign(trigger, said[trigger])] if said_yes and trigger in said else []


def acknowledge(session: Session) -> None:
    """Note that the person read the open notices and said so. They stay open, and return at the next launch."""
    acknowledge_flags(session.writer(), session.now())


def record_outcome(
    session: Session, outcome: Outcome, told: str = "", trigger: str | None = None, seen_on: date | None = None
) -> int:
    """Close all open flags, or those of one trigger, with what came of them, and return how many.

    Who was seen had these signs examined: their known signs say so from that day on, today where none is given.
    Raises InvalidValue for another outcome.
    """
    if outcome not in OUTCOMES:
        raise InvalidValue(f"{outcome!r} is not an outcome.", f"It is one of: {', '.join(OUTCOMES)}.")
    store = session.writer()
    triggers = {flag.trigger for flag in open_flags(store) if trigger in (None, flag.trigger)}
    closed = close_flags(store, outcome, clean(told), session.now(), trigger)
    answers = load_answers(store)
    answers.settle(triggers, NO if outcome == "by_mistake" else SEEN)
    answers.save(store, session.today())
    if outcome != "by_mistake" and triggers:
        from sciatica_journal.services.safety.signs import note_examined

        note_examined(session, triggers, seen_on or session.today())
    return closed
