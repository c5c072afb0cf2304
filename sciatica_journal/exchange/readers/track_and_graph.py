"""Track & Graph's CSV export, with labels in a column of their own or behind the value (`3:Label`).

A feature whose name sounds like a value of the day is asked about once; any other is a factor. Durations become minutes
and are summed over a day, numbers are summed too, numbers with labels (picked from a list) are averaged.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Final, NamedTuple

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.text import clean, one_line
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.found import Answers, Entry, Found, Question
from sciatica_journal.exchange.parsing.once import once
from sciatica_journal.exchange.parsing.sane import factor_name, kept_row, number_of, rating_of, text_id
from sciatica_journal.exchange.parsing.text_rows import Row, found_in, header_of, named_rows
from sciatica_journal.exchange.parsing.when import read_stamp
from sciatica_journal.exchange.readers.day_drafts import DayDraft, DayDrafts
from sciatica_journal.exchange.readers.feature_fields import fields_for
from sciatica_journal.exchange.watch import Watch

SOURCE: Final = "track-and-graph"
_DURATION: Final = re.compile(r"(?a)(-?)(\d{1,9}):(-?)(\d{1,2}):(-?)(\d{1,2})(?::(.*))?", re.DOTALL)
_LABELLED: Final = re.compile(r"([^:]*)(?::(.*))?", re.DOTALL)
_LONGEST_NAME: Final = 60


class _Value(NamedTuple):
    """A number, or the minutes of a duration, with its label."""

    amount: float
    is_duration: bool
    label: str


def is_mine(files: Sequence[InFile]) -> bool:
    """Return whether the file has the columns of an export."""
    (file,) = files
    return set(header_of(file)) >= {"featurename", "timestamp", "value"}


def read(files: Sequence[InFile], answers: Answers, watch: Watch) -> Iterator[Found]:
    """Yield the notes in the file's order, then the days. Raises InvalidValue for what is not such an export."""
    for file in files:
        if not is_mine([file]):
            raise InvalidValue(f"{file.base} is not an export of Track & Graph.", "Export it as CSV.")
        yield from once(_found(file, _Reading(answers), watch))


def _found(file: InFile, reading: "_Reading", watch: Watch) -> Iterator[Found]:
    yield from found_in(named_rows(file, watch), reading.of)
    yield from reading.days.values()


class _Reading:
    """Rows as days, notes and questions."""

    def __init__(self, answers: Answers) -> None:
        self.days = DayDrafts(SOURCE)
        self._answers = answers
        self._asked: set[str] = set()

    def of(self, row: Row) -> Iterator[Found]:
        """Take a row in; yield its note and what is to be asked. Raises InvalidValue for a row that is not sound."""
        name = one_line(row.first("featurename"))[:_LONGEST_NAME]
        factor = factor_name(name)
        if not factor:
            raise InvalidValue("It names no feature.", "")
        stamp = read_stamp(row.first("timestamp"))
        value = _value(row)
        options = fields_for(name)
        key = f"{SOURCE}.feature.{name}"
        if options and key not in self._answers:
            if key not in self._asked:
                self._asked.add(key)
                yield Question(key, f'What is "{name}" of Track & Graph?', options)
            return
        day = stamp.date() if isinstance(stamp, datetime) else stamp
        draft = self.days.of(day)
        said = " ".join(row.first(column) for column in ("timestamp", "value", "label") if row.first(column))
        draft.keep(name, said)
        _add(draft, self._answers.get(key, "factor") if options else "factor", factor, value)
        yield from _note(row, name, stamp)


def _note(row: Row, name: str, stamp: datetime | date) -> Iterator[Entry]:
    note = clean(row.first("note")).strip()
    if note:
        start = stamp if isinstance(stamp, datetime) else None
        text = f"{name} {row.first('value')}: {note}"
        ident = text_id(f"{stamp:%Y-%m-%d %H:%M}", text)
        known = start is not None and start.tzinfo is not None and not row.first("timestamp").endswith("Z")
        yield Entry(SOURCE, ident, text, start, None if start else stamp, known, kept_row(row.cells))


def _value(row: Row) -> _Value:
    said = row.first("value")
    if found := _DURATION.fullmatch(said):
        hours, minutes, seconds = (
            int(found[at + 1]) * (-1 if found[at] else 1) for at in (1, 3, 5)
        )  # each part has its own sign
        return _Value(hours * 60 + minutes + seconds / 60, True, row.first("label") or found[7] or "")
    found = _LABELLED.fullmatch(said)
    amount = number_of(found[1]) if found else None
    if found is None or amount is None:
        raise InvalidValue("Its value is not a number.", "")
    return _Value(amount, False, row.first("label") or found[2] or "")


def _add(draft: DayDraft, field: str, factor: str, value: _Value) -> None:
    """Add a reading to the field that was chosen: `mood`, `mood/5` (a scale up to 5), `sleep_hours` or `factor`."""
    name, _, scale = field.partition("/")
    if field == "factor":
        if value.label and not value.is_duration:
            draft.average(factor, value.amount)
        else:
            draft.count(f"{factor}_minutes" if value.is_duration else factor, value.amount)
    elif name == "sleep_hours":
        hours = value.amount / 60 if value.is_duration else value.amount
        if not 0 <= hours <= 24:
            raise InvalidValue(f"It says {hours:g} hours of sleep.", "")
        draft.sleep_hours += hours
    else:
        rating = None if value.is_duration else rating_of(value.amount, number_of(scale) or 10)
        if rating is None:
            raise InvalidValue(f"{value.amount:g} is out of its scale.", "")
        draft.rate(name, rating)
