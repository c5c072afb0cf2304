"""The forms of the measures: what they ask on a day, the names of the activities, and what is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from sciatica_journal.domain.care.reading import Reading
from sciatica_journal.domain.checks import quoted
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.measure_times import MONTH, WEEK
from sciatica_journal.domain.measures import MOST_ACTIVITIES, RMDQ, WEEKLY, Item
from sciatica_journal.domain.text import one_line
from sciatica_journal.guide.measures import load_measures
from sciatica_journal.services.history.naming_days import check_not_future
from sciatica_journal.services.journal.session import Session
from sciatica_journal.services.measures.choices import Choices, keep, load_choices
from sciatica_journal.services.measures.due import readings_of
from sciatica_journal.storage.history import changing

if TYPE_CHECKING:
    from sciatica_journal.services.safety.notice import Notice

LONGEST_NAME: Final = 60
"""Characters of the name of an activity."""

Answers = Mapping[str, Mapping[str, int]]
"""By measure and item."""


class Plan(NamedTuple):
    """A form of measures for a day: the items by measure, and what was answered on that day already."""

    date: date
    items: Mapping[str, tuple[Item, ...]]
    answers: Answers


def activity_names(session: Session) -> tuple[str, ...]:
    """Return the activities that the person named; where none are kept, those of the newest reading."""
    choices = load_choices(session)
    return names_in(choices, readings_of(session)["activities"] if choices.names is None else ())


def names_in(choices: Choices, readings: Sequence[Reading]) -> tuple[str, ...]:
    """Return the activities by what the person chose and, where that names none, by the readings of activities."""
    if choices.names is not None:
        return choices.names[:MOST_ACTIVITIES]
    return tuple(readings[-1].answers)[:MOST_ACTIVITIES] if readings else ()


def names_asked(session: Session) -> bool:
    """Return whether the person was asked to name activities, or has some."""
    return load_choices(session).names is not None or bool(activity_names(session))


def check_activities(names: Sequence[str]) -> None:
    """Refuse more than three names, a name twice, and one that is too long. Raises InvalidValue."""
    too_long = next((name for name in names if len(name) > LONGEST_NAME), None)
    if too_long is not None:
        raise InvalidValue(f"{quoted(too_long)} is too long.", f"A name has at most {LONGEST_NAME} characters.")
    if len(names) > MOST_ACTIVITIES:
        raise InvalidValue(f"There are {len(names)} activities.", f"The most is {MOST_ACTIVITIES}.")
    if len({name.casefold() for name in names}) < len(names):
        raise InvalidValue("An activity is named twice.", "Each needs a name of its own.")


def keep_names(session: Session, names: Sequence[str]) -> "tuple[Notice, ...]":
    """Keep the names of the activities, and return the safety notices that new words in them raise.

    Raises InvalidValue as `check_activities` does.
    """
    kept = [name for name in map(one_line, names) if name]
    check_activities(kept)
    before = activity_names(session)
    keep(session, replace(load_choices(session), names=tuple(kept)))
    return _check_words(session, [name for name in kept if name not in before])


def _check_words(session: Session, names: Sequence[str]) -> "tuple[Notice, ...]":
    if not names:
        return ()
    from sciatica_journal.domain.safety.red_flags import DayRecords
    from sciatica_journal.services.safety.flags import open_raised, signs_of

    today = session.today()
    records = DayRecords(texts=[("reading", name) for name in names])
    return open_raised(session, today, signs_of(session, records, today))


def plan_week(session: Session, day: date | None = None) -> Plan:
    """Return the weekly form: that of `day`, else of the last seven days where it was answered, else of today.

    In light mode it asks for the activities only.
    """
    found = readings_of(session)
    today = session.today()
    recent = [one.date for name in WEEKLY for one in found[name] if timedelta(0) <= today - one.date < WEEK]
    on = day or max(recent, default=today)
    asked = WEEKLY[:1] if session.settings.mode == "light" else WEEKLY
    answers = {name: dict(one.answers) for name in asked if (one := _on(found[name], on)) is not None}
    items = {name: load_measures()[name].items for name in asked}
    named = answers.get("activities") if day is not None and day != today else None
    names = (
        tuple(named)
        if named
        else (*answers.get("activities", ()), *names_in(load_choices(session), found["activities"]))
    )
    items["activities"] = tuple(Item(name, name) for name in dict.fromkeys(names))
    return Plan(on, items, answers)


def plan_rmdq(session: Session, day: date | None = None) -> Plan:
    """Return the form of the Roland-Morris questionnaire for a day, by default for today."""
    on = day or session.today()
    reading = _on(readings_of(session)[RMDQ], on)
    answers = {} if reading is None else {RMDQ: dict(reading.answers)}
    return Plan(on, {RMDQ: load_measures()[RMDQ].items}, answers)


def save_week(session: Session, day: date, answers: Answers) -> "tuple[Notice, ...]":
    """Keep the weekly answers of a day as one change, and return the safety notices that they raise.

    A measure of which nothing is answered any more is removed.
    """
    if any(answers.values()):
        keep(session, replace(load_choices(session), skipped=None, skips=0))
    return _save(session, day, {name: answers[name] for name in WEEKLY if name in answers})


def save_rmdq(session: Session, day: date, ticked: Sequence[str]) -> "tuple[Notice, ...]":
    """Keep the statements ticked on a day, and return the safety notices of the day.

    Raises InvalidValue within a month of another reading: it is made for once a month at most.
    """
    near = [one.date for one in readings_of(session)[RMDQ] if one.date != day and abs(one.date - day) < MONTH]
    if near:
        raise InvalidValue(
            f"This was answered on {near[-1]}.", f"Once a month is enough: the next time from {near[-1] + MONTH}."
        )
    items = load_measures()[RMDQ].items
    return _save(session, day, {RMDQ: {item.id: int(item.id in ticked) for item in items}})


def _save(session: Session, day: date, answers: Answers) -> "tuple[Notice, ...]":
    from sciatica_journal.services.safety.flags import evaluate

    check_not_future(session, day)
    found = readings_of(session)
    with changing(session.writer(), "measures", session.now(), session.window) as change:
        for name, given in answers.items():
            known = _on(found[name], day)
            if given:
                record = known or Reading(session.new_id(), day, measure=name)
                change.put(replace(record, answers=dict(given)))
            elif known is not None:
                change.remove(Reading.TYPE, known.key)
    return evaluate(session, day)


def _on(readings: Sequence[Reading], day: date) -> Reading | None:
    return next((one for one in reversed(readings) if one.date == day), None)
