"""A day in words: sections of labelled lines that a screen reader can read aloud."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from sciatica_journal.domain.wording import NO_NAMES, Line, day_lines, moment_line, reflection_line, run_line
from sciatica_journal.services.entries.days import DayView, view_day
from sciatica_journal.services.history.showing import care_of_days
from sciatica_journal.services.journal.session import Session

if TYPE_CHECKING:
    from sciatica_journal.domain.care.record import CareRecord

__all__ = ["Care", "Described", "Line", "Section", "care_on", "care_sections", "describe_day", "described"]

Care: TypeAlias = "Sequence[CareRecord]"
"""Care records and red flags of a day."""


class Section(NamedTuple):
    """A heading and its lines. A `fields` section has a line a field of the day, any other one a line a record."""

    title: str
    lines: tuple[Line, ...]
    fields: bool = False


class Described(NamedTuple):
    """A day and all that it holds, in words; no sections where nothing is recorded."""

    date: date
    sections: tuple[Section, ...]


def describe_day(session: Session, day: date) -> Described:
    """Return what a day holds, in words, in the units that the settings name."""
    sections = described(view_day(session, day), session.settings.units) + care_sections(care_on(session, day))
    return Described(day, sections or _day_off(session, day))


def care_on(session: Session, day: date) -> Care:
    """Return the care records and red flags of a day."""
    return care_of_days(session, day, day).get(day, ())


def care_sections(records: Care) -> tuple[Section, ...]:
    """Return care records and red flags as a section, none without any."""
    if not records:
        return ()
    from sciatica_journal.domain.care_wording import care_words

    titles: dict[str, str] = {}
    if any(record.TYPE == "flag" for record in records):
        from sciatica_journal.guide.safety import load_safety

        titles = {trigger.id: trigger.title for trigger in load_safety().triggers}
    return (Section("Care", tuple(care_words(record, titles).line for record in records)),)


def _day_off(session: Session, day: date) -> tuple[Section, ...]:
    """Return what is said of a day without notes in a holiday from the journal."""
    from sciatica_journal.services.history.looking_back import days_off

    if not days_off(session, day, day):
        return ()
    return (Section("Holiday from the journal", (Line("Nothing to write, and no gap", ""),)),)


def described(view: DayView, unit: str) -> tuple[Section, ...]:
    """Return what a day holds, section by section; sections without anything are left out."""
    names, titles = NO_NAMES, {}
    if view.day.spots or any(moment.region for moment in view.moments):
        from sciatica_journal.services.guide.reading import body_names

        names = body_names()
    if view.reflections:
        from sciatica_journal.services.guide.reading import practice_titles

        titles = practice_titles()
    sections = (
        Section("Journal", tuple(day_lines(view.day, names)), fields=True),
        Section("Runs and walks", tuple(run_line(run, unit) for run in view.runs)),
        Section("Moments", tuple(moment_line(moment, names) for moment in view.moments)),
        Section("Reflections", tuple(reflection_line(item, titles) for item in view.reflections)),
    )
    return tuple(section for section in sections if section.lines)
