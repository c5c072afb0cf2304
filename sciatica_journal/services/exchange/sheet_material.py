"""What the doctor's sheet is made of, read from the journal."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, cast

from sciatica_journal.domain.checks import EARLIEST, LATEST
from sciatica_journal.domain.dates import journal_day
from sciatica_journal.domain.sheet.items import Choice
from sciatica_journal.domain.sheet.material import FlagTold, Material, Period
from sciatica_journal.domain.sheet.running import MONTH
from sciatica_journal.domain.wording import NO_NAMES
from sciatica_journal.services.journal.session import Session

if TYPE_CHECKING:
    from sciatica_journal.domain.care.holiday import Holiday
    from sciatica_journal.storage.store import Store


def gather(session: Session, store: "Store", period: Period, chosen: Choice) -> Material:
    """Return the records of the period; the words of reflections only where they are chosen."""
    from sciatica_journal.services.guide.reading import body_names, practice_titles
    from sciatica_journal.services.safety.profile import load_profile
    from sciatica_journal.services.safety.signs import background_of, sign_states
    from sciatica_journal.storage.overview import recorded_days
    from sciatica_journal.storage.sheet import first_sensations

    first, last = period.first, period.last
    oldest_run = min(first, max(EARLIEST, last - 2 * MONTH))
    ordinals = recorded_days(store, last.toordinal() + 1)
    days: list[Any] = list(store.between("day", first, last))
    with_reflections = "reflections" in chosen.items
    return Material(
        period=period,
        days=days,
        runs=store.runs(oldest_run, last),
        recorded=frozenset(date.fromordinal(one) for one in ordinals if one >= first.toordinal()),
        begun=date.fromordinal(ordinals[-1]) if ordinals else None,
        checks=_care(store, "check", first, last),
        signs=sign_states(session),
        first_sensations=first_sensations(store, last),
        flags=_flags(session, store, last),
        examinations=_care(store, "examination", EARLIEST, last),
        examined_before=load_profile(session).examined,
        appointments=_care(store, "appointment", last, LATEST),
        questions=_care(store, "question", EARLIEST, last),
        treatments=_care(store, "treatment", EARLIEST, last),
        readings=_care(store, "reading", first, last),
        holidays=_holidays(store, last, ordinals),
        background=background_of(session),
        reflections=store.reflections(first, last) if with_reflections else (),
        practices=practice_titles() if with_reflections else {},
        names=body_names() if any(day.spots for day in days) else NO_NAMES,
        unit=session.settings.units,
    )


def _care(store: "Store", kind: str, first: date, last: date) -> list[Any]:
    return cast("list[Any]", store.between(kind, first, last))


def _holidays(store: "Store", last: date, ordinals: Sequence[int]) -> "list[Holiday]":
    """Return the holidays as they were taken: a note ended one, whatever its last day was meant to be."""
    found: list[Holiday] = _care(store, "holiday", EARLIEST, last)
    if not found:
        return []
    from sciatica_journal.domain.tracking.holidays import as_taken

    return list(as_taken(found, map(date.fromordinal, ordinals)))


def _flags(session: Session, store: "Store", last: date) -> list[FlagTold]:
    from sciatica_journal.storage.sheet import all_flags

    rows = all_flags(store, last)
    if not rows:
        return []
    from sciatica_journal.guide.safety import load_safety
    from sciatica_journal.services.safety.flag_answers import OPEN, load_answers

    safety, answers = load_safety(), load_answers(store)
    told = []
    for row in rows:
        what = safety.trigger(row.trigger)
        told.append(
            FlagTold(
                row.date,
                row.tier,
                what.items if what is not None else row.trigger.replace("_", " "),
                row.outcome,
                _closed(session, row.closed) if row.closed else None,
                row.told,
                asked=row.closed is None and answers.answer_of(row.trigger, row.date) == OPEN,
                crisis=what is not None and what.kind == "crisis",
            )
        )
    return told


def _closed(session: Session, when: str) -> date:
    """Return the journal's day of a time stamp: what is recorded after midnight belongs to the evening before."""
    return journal_day(datetime.fromisoformat(when), session.settings.day_ends, session.settings.zone())
