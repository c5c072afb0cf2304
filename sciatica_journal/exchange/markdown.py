"""Markdown for reading: one file a month. What people wrote is quoted and escaped: text, never structure."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Any, Final

from sciatica_journal.domain.dates import WEEKDAYS
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.labels import FIELD_LABELS, KIND_LABELS, SURFACE_LABELS
from sciatica_journal.domain.legs import FURTHEST_POINTS
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.spot import Spot
from sciatica_journal.domain.units import shown_distance, shown_duration, shown_hours
from sciatica_journal.exchange.jsonl import in_order

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_INLINE: Final = re.compile(r"([\\`*_\[\]<>&~|$!])")
_LINE_START: Final = re.compile(r"^([-+=#])")
_NUMBERED: Final = re.compile(r"^(\d{1,9})([.)])")
_NO_BREAK_SPACE: Final = "\u00a0"


def month_files(records: Iterable[Record]) -> dict[str, list[str]]:
    """Return the files by name (2026-03.md), each as its lines. Records of other types are left out."""
    dated = ((record.date, record) for record in in_order(records) if record.TYPE != "other")
    by_day = [(day, [record for _, record in group]) for day, group in groupby(_with_date(dated), key=lambda it: it[0])]
    months = groupby(by_day, key=lambda item: (item[0].year, item[0].month))
    return {f"{year}-{month:02d}.md": list(_month(year, month, list(group))) for (year, month), group in months}


def _with_date(pairs: Iterable[tuple[date | None, Record]]) -> Iterator[tuple[date, Record]]:
    return ((day, record) for day, record in pairs if day is not None)


def _month(year: int, month: int, days: list[tuple[date, list[Record]]]) -> Iterator[str]:
    yield f"# {MONTHS[month - 1]} {year}\n"
    for day, records in days:
        yield f"\n## {WEEKDAYS[day.weekday()].capitalize()} {day.day} {MONTHS[month - 1]} {year}\n"
        for record in records:
            yield from _record(record)


def _record(record: Record) -> Iterator[str]:
    match record:
        case Day():
            yield "\n"
            yield from _day(record)
        case Run():
            yield f"\n### {_joined(_run(record))}\n"
            yield from _quote(record.note)
        case Reflection():
            yield f"\n### {_joined(_reflection(record))}\n"
            yield from _quote(record.text)
        case Moment():
            yield f"\n### {_joined(_moment(record))}\n"
            yield from _quote(record.text)


def _day(day: Day) -> Iterator[str]:
    for name, label in FIELD_LABELS.items():
        value = getattr(day, name)
        if name not in ("did", "note") and value is not None and value not in ((), {}):
            yield f"- {label.capitalize()}: {_words(name, value)}\n"
    for label, text in (("Did", day.did), ("Note", day.note), *(("Typed", line) for line in day.lines)):
        if text is not None:
            yield f"\n{label}:\n"
            yield from _quote(text)


def _words(name: str, value: Any) -> str:
    if name in ("leg_left", "leg_right"):
        return FURTHEST_POINTS[value]
    if name == "sleep_hours":
        return shown_hours(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if name == "factors":
        return ", ".join(f"{escaped(key)} {number:g}" for key, number in value.items())
    if isinstance(value, tuple):
        return ", ".join(_spot(item) if isinstance(item, Spot) else escaped(item) for item in value)
    return str(value)


def _spot(spot: Spot) -> str:
    place = f"{spot.side} {spot.region}" if spot.side else spot.region
    parts = [place, *([str(spot.intensity)] if spot.intensity is not None else []), *spot.qualities]
    return " ".join(parts).replace("_", " ")


def _joined(parts: Iterable[str | None]) -> str:
    return ", ".join(part for part in parts if part)


def _run(run: Run) -> Iterator[str | None]:
    yield KIND_LABELS[run.kind].capitalize() if run.kind else "Outing"
    yield escaped(run.title) if run.title else None
    yield shown_distance(run.distance_km, "km") if run.distance_km is not None else None
    yield shown_duration(run.duration_min) if run.duration_min is not None else None
    yield SURFACE_LABELS.get(run.surface, run.surface) if run.surface else None
    for label, value in (
        ("effort", run.effort), ("pain before", run.pain_before), ("during", run.pain_during),
        ("after", run.pain_after), ("heart rate", run.heart_rate), ("ascent in m", run.ascent_m),
    ):  # fmt: skip
        yield f"{label} {value:g}" if value is not None else None
    yield run.response


def _reflection(reflection: Reflection) -> Iterator[str | None]:
    yield (
        f"Reflection {escaped(reflection.practice).replace(chr(92) + '_', ' ')}"
        if reflection.practice
        else "Reflection"
    )
    yield f"{reflection.minutes:g} min" if reflection.minutes is not None else None
    yield f"before {reflection.before}" if reflection.before is not None else None
    yield f"after {reflection.after}" if reflection.after is not None else None
    yield None if reflection.kept else "let go"


def _moment(moment: Moment) -> Iterator[str | None]:
    yield f"Moment at {moment.start:%H:%M}" if moment.start else "Moment"
    yield f"pain {moment.pain}" if moment.pain is not None else None
    yield _spot(Spot(moment.region, moment.side)) if moment.region else moment.side


def _quote(text: str | None) -> Iterator[str]:
    """Yield the text as a block quote; two spaces at the end of a line keep its break."""
    if text is None:
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
