"""A day in words: sections of labelled lines that a screen reader can read aloud."""

from datetime import date
from typing import NamedTuple

from sciatica_journal.domain.wording import NO_NAMES, Line, day_lines, moment_line, reflection_line, run_line
from sciatica_journal.services.days import DayView, view_day
from sciatica_journal.services.session import Session

__all__ = ["Described", "Line", "Section", "describe_day", "described"]


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
    return Described(day, described(view_day(session, day), session.settings.units))


def described(view: DayView, unit: str) -> tuple[Section, ...]:
    """Return what a day holds, section by section; sections without anything are left out."""
    names, titles = NO_NAMES, {}
    if view.day.spots or any(moment.region for moment in view.moments):
        from sciatica_journal.services.reading import body_names

        names = body_names()
    if view.reflections:
        from sciatica_journal.services.reading import practice_titles

        titles = practice_titles()
    sections = (
        Section("Journal", tuple(day_lines(view.day, names)), fields=True),
        Section("Runs and walks", tuple(run_line(run, unit) for run in view.runs)),
        Section("Moments", tuple(moment_line(moment, names) for moment in view.moments)),
        Section("Reflections", tuple(reflection_line(item, titles) for item in view.reflections)),
    )
    return tuple(section for section in sections if section.lines)
