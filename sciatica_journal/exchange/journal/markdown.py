"""Markdown for reading: one file a month. What people wrote is quoted and escaped: text, never structure."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Final, NamedTuple

from sciatica_journal.domain.care.record import CareRecord
from sciatica_journal.domain.care_wording import CareWords, care_words
from sciatica_journal.domain.dates import WEEKDAYS
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.wording import NO_NAMES, Line, Names, day_lines, moment_line, reflection_line, run_line
from sciatica_journal.exchange.journal.jsonl import in_order

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_INLINE: Final = re.compile(r"([\\`*_\[\]<>&~|$!])")
_LINE_START: Final = re.compile(r"^([-+=#])")
_NUMBERED: Final = re.compile(r"^(\d{1,9})([.)])")
_NO_BREAK_SPACE: Final = "\u00a0"


class Wording(NamedTuple):
    """How things are said: the unit of distance (`km` or `mi`), names of places, titles of practices and of red flags
    by id."""

    unit: str = "km"
    names: Names = NO_NAMES
    titles: Mapping[str, str] = {}
    flags: Mapping[str, str] = {}


def months(days: Iterable[Sequence[Record]], wording: Wording) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield each file's name and its lines, of records that come day by day; its lines are to be taken before the
    next file. Records without a day, and of other types, are left out."""
    for (year, month), group in groupby(_dated(days), key=lambda pair: (pair[0].year, pair[0].month)):
        yield f"{year}-{month:02d}.md", _month(year, month, group, wording)


def _dated(days: Iterable[Sequence[Record]]) -> Iterator[tuple[date, list[Record]]]:
    for day in days:
        told = [record for record in in_order(day) if record.TYPE != "other" and record.date is not None]
        if told and told[0].date is not None:
            yield told[0].date, told


def _month(year: int, month: int, days: Iterable[tuple[date, list[Record]]], wording: Wording) -> Iterator[str]:
    yield f"# {MONTHS[month - 1]} {year}\n"
    for day, records in days:
        yield f"\n## {WEEKDAYS[day.weekday()].capitalize()} {day.day} {MONTHS[month - 1]} {year}\n"
        for record in records:
            yield from _record(record, wording)


def _record(record: Record, wording: Wording) -> Iterator[str]:
    match record:
        case Day():
            yield "\n"
            yield from _day(day_lines(record, wording.names))
        case Run():
            yield from _headed("", run_line(record, wording.unit))
        case Reflection():
            yield from _headed("Reflection", reflection_line(record, wording.titles))
        case Moment():
            yield from _headed("Moment", moment_line(record, wording.names))
        case CareRecord():
            yield from _care(care_words(record, wording.flags))


def _care(words: CareWords) -> Iterator[str]:
    """Yield kind and facts as a heading, then the texts, each a quote."""
    yield from _headed(words.name, Line(", ".join(words.facts), ""))
    for line in words.texts:
        yield f"\n{escaped(line.label.capitalize())}:\n" if line.label else ""
        yield from _quote(line.text)


def _day(lines: Iterable[Line]) -> Iterator[str]:
    """Yield the fields as a list, then the texts as quotes: a quote between them would end the list."""
    told = list(lines)
    for line in told:
        if not line.is_text:
            yield f"- {line.label}: {escaped(line.text)}\n"
    for line in told:
        if line.is_text:
            yield f"\n{line.label}:\n"
            yield from _quote(line.text)


def _headed(kind: str, line: Line) -> Iterator[str]:
    yield f"\n### {escaped(': '.join(part for part in (kind, line.label) if part))}\n"
    yield from _quote(line.text)


def _quote(text: str) -> Iterator[str]:
    """Yield the text as a block quote; two spaces at the end of a line keep its break."""
    if not text:
        return
    yield "\n"
    for line in text.split("\n"):
        yield f"> {escaped(line)}  \n" if line.strip() else ">\n"


def escaped(line: str) -> str:
    """Return a line in which nothing is Markdown: no emphasis, link, HTML, heading, list, rule or code."""
    bare = line.lstrip()
    indent = _NO_BREAK_SPACE * (len(line) - len(bare))
    inline = _INLINE.sub(r"\\\1", bare.replace("\t", " ").rstrip())
    return indent + _NUMBERED.sub(r"\1\\\2", _LINE_START.sub(r"\\\1", inline))
