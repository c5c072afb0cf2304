"""Red flags: evaluated on every save, open in the file until the person records an outcome."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Final, Literal

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.red_flags import Known, Raised, raised_by
from sciatica_journal.domain.text import clean
from sciatica_journal.guide.safety import load_safety
from sciatica_journal.services.flag_answers import NO, OPEN, SEEN, YES, load_answers
from sciatica_journal.services.notice import Notice, make_notice, most_urgent_first, number_of
from sciatica_journal.services.session import Session
from sciatica_journal.storage.flags import acknowledge_flags, close_flags, open_flags, raise_flag
from sciatica_journal.storage.store import Store

__all__ = [
    "OUTCOMES", "Notice", "Outcome", "acknowledge", "answer", "evaluate", "evaluate_text", "open_notices",
    "raise_signs", "record_outcome", "reminder", "shell_lines",
]  # fmt: skip

Outcome = Literal["seen_cleared", "seen_treated", "by_mistake"]
OUTCOMES: Final[tuple[Outcome, ...]] = ("seen_cleared", "seen_treated", "by_mistake")
"""What closes a flag. That a sign went away does not."""

RECENT: Final = timedelta(days=14)
"""Days so far back are evaluated when they are saved; older ones are history (rule 16)."""


def evaluate(session: Session, day: date) -> tuple[Notice, ...]:
    """Evaluate a saved day, open flags for what it raises, and return notices for those newly raised.

    A trigger that is open already, or whose same evidence of that day was answered with no, is not raised again.
    """
    store = session.reader()
    if store is None or not timedelta(0) <= session.today() - day <= RECENT:
        return ()
    raised = _raised(session, store, day)
    return _open(session, day, raised) if raised else ()


def _raised(session: Session, store: Store, day: date) -> tuple[Raised, ...]:
    safety = load_safety()
    texts = [("reflection", one.text) for one in store.reflections(day, day) if one.text]
    check = partial(
        raised_by, store.day(day), store.moments(day, day), store.runs(day, day), texts,
        safety.triggers, safety.negations, safety.past,
    )  # fmt: skip
    # What is known of a sign only makes the check quieter: most days raise nothing, and need no profile.
    return check(_known(session)) if check() else ()


def _known(session: Session) -> Mapping[str, Known]:
    from sciatica_journal.services.profile import load_profile

    return load_profile(session).known


def _open(session: Session, day: date, raised: Sequence[Raised]) -> tuple[Notice, ...]:
    """Open flags for what was raised. The flag is written before the answers: a crash between asks again."""
    safety, store = load_safety(), session.writer()
    answers = load_answers(store)
    notices = []
    for trigger, reasons in _by_trigger(raised).items():
        evidence = [reason.evidence for reason in reasons]
        what = safety.trigger(trigger)
        if what is None or answers.is_settled(trigger, day, evidence):
            continue
        is_new = raise_flag(store, trigger, what.tier, day, session.now())
        if is_new:
            notices.append(make_notice(session, what, day, reasons))
        said_yes = not is_new and answers.answer_of(trigger, day) == YES
        certain = said_yes or any(reason.certain for reason in reasons)
        answers.note(trigger, day, YES if certain else OPEN, evidence)
    answers.save(store, session.today())
    return most_urgent_first(notices)


def _by_trigger(raised: Sequence[Raised]) -> dict[str, list[Raised]]:
    found: dict[str, list[Raised]] = {}
    for one in raised:
        found.setdefault(one.trigger, []).append(one)
    return found


def evaluate_text(session: Session, text: str) -> tuple[Notice, ...]:
    """Return notices for writing that is let go. Nothing is stored: no flag, no answer, no word (rule 19)."""
    safety = load_safety()
    raised = raised_by(
        None, (), (), [("reflection", text)],
        safety.triggers, safety.negations, safety.past, _known(session),
    )  # fmt: skip
    found = ((safety.trigger(trigger), reasons) for trigger, reasons in _by_trigger(raised).items())
    today = session.today()
    return most_urgent_first([make_notice(session, what, today, reasons) for what, reasons in found if what])


def raise_signs(session: Session, triggers: Sequence[str], said: Mapping[str, str] | None = None) -> tuple[Notice, ...]:
    """Open flags for signs that the person named, and return notices for those newly raised.

    `said` is by sign what the person said of it, in words.
    """
    raised = [_named(trigger, (said or {}).get(trigger, "your signs")) for trigger in triggers]
    return _open(session, session.today(), raised) if raised else ()


def _named(trigger: str, said: str) -> Raised:
    return Raised(trigger, True, said, f"profile {trigger}")


def answer(session: Session, trigger: str, day: date, yes: bool) -> None:
    """Keep the answer to a notice's question. Yes (or unsure) keeps the flag open, no closes it as a mistake."""
    safety, store = load_safety(), session.writer()
    what = safety.trigger(trigger)
    if what is None:
        raise InvalidValue(f"{trigger!r} is no red flag.", "Name one that a notice showed.")
    answers = load_answers(store)
    if yes:
        raise_flag(store, trigger, what.tier, day, session.now())
        answers.note(trigger, day, YES)
    else:
        close_flags(store, "by_mistake", "", session.now(), trigger)
        answers.settle([trigger], NO)
    answers.save(store, session.today())


def open_notices(session: Session) -> tuple[Notice, ...]:
    """Return a notice for every flag without an outcome, most urgent first. Reads only."""
    from sciatica_journal.services.profile import emergency_signs, load_profile

    store = session.reader()
    flags = open_flags(store) if store is not None else []
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
            notices.append(make_notice(session, what, flag.date, reasons, said_yes))
    return most_urgent_first(notices)


def _of_profile(trigger: str, said: Mapping[str, str], said_yes: bool) -> list[Raised]:
    """Return what the person said of a sign, where nothing that was logged gives the reason for its flag."""
    return [_named(trigger, said[trigger])] if said_yes and trigger in said else []


def acknowledge(session: Session) -> None:
    """Note that the person read the open notices and said so. They stay open, and return at the next launch."""
    acknowledge_flags(session.writer(), session.now())


def record_outcome(session: Session, outcome: Outcome, told: str = "") -> int:
    """Close all open flags with what came of them, and return how many. Raises InvalidValue for another outcome."""
    if outcome not in OUTCOMES:
        raise InvalidValue(f"{outcome!r} is no outcome.", f"It is one of: {', '.join(OUTCOMES)}.")
    store = session.writer()
    triggers = {flag.trigger for flag in open_flags(store)}
    closed = close_flags(store, outcome, clean(told), session.now())
    answers = load_answers(store)
    answers.settle(triggers, NO if outcome == "by_mistake" else SEEN)
    answers.save(store, session.today())
    return closed


def shell_lines(session: Session, notices: Sequence[Notice]) -> list[str]:
    """Return the lines for standard error: what to do first, then the questions that are still open."""
    safety, number = load_safety(), number_of(session)
    urgent = [notice for notice in notices if not notice.is_crisis]
    lines = []
    if urgent:
        lines.append(safety.message("shell", number, _items(urgent)))
    if len(urgent) < len(notices):
        lines.append(safety.message("shell_crisis", number))
    lines += [notice.question for notice in notices if notice.question]
    return lines


def reminder(session: Session) -> str | None:
    """Return the one line that every command repeats while a flag is open, None where none is. Reads only."""
    store = session.reader()
    flags = open_flags(store) if store is not None else []
    if store is None or not flags:
        return None
    safety, number, answers = load_safety(), number_of(session), load_answers(store)
    crisis = {trigger.id for trigger in safety.triggers if trigger.kind == "crisis"}
    bodily = [flag for flag in flags if flag.trigger not in crisis]
    if not bodily:
        return safety.message("reminder_crisis", number)
    known = [(flag, safety.trigger(flag.trigger)) for flag in bodily]
    items = ", ".join(dict.fromkeys(what.items if what else "a red flag" for _, what in known))
    certain = any(answers.answer_of(flag.trigger, flag.date) == YES for flag in bodily)
    return safety.message("reminder" if certain else "reminder_question", number, items)


def _items(notices: Sequence[Notice]) -> str:
    return ", ".join(dict.fromkeys(notice.items for notice in notices))
