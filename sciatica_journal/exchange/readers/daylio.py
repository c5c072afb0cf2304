"""Daylio: its CSV export and the journal within its backups.

Moods have the names that the user gave them, so that each is asked about once (the backup has levels and asks nothing).
An activity whose name is a feeling, as the quick line knows them, becomes a feeling of the day; any other a factor 1.
Notes become dated texts.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from html import unescape
from typing import Final

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.line.words import FEELING_PHRASES, FEELINGS
from sciatica_journal.domain.text import clean, one_line
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.found import Answers, Entry, Found, Question, Refused
from sciatica_journal.exchange.parsing.once import once
from sciatica_journal.exchange.parsing.sane import factor_name, kept_row, text_id
from sciatica_journal.exchange.parsing.text_rows import Row, header_of, named_rows
from sciatica_journal.exchange.parsing.when import read_day, read_time
from sciatica_journal.exchange.readers import daylio_backup
from sciatica_journal.exchange.readers.day_drafts import DayDraft, DayDrafts
from sciatica_journal.exchange.watch import Watch

SOURCE: Final = "daylio"
_LINE_TAGS: Final = re.compile(r"(?i)<\s*(?:br|/p|/div|/li|/h[1-6]|/ul|/ol)\b[^<>]{0,100}>")
_ITEM_TAG: Final = re.compile(r"(?i)<\s*li\b[^<>]{0,100}>")
_TAGS: Final = re.compile(r"(?i)</?\s*(?:p|div|b|i|u|s|strong|em|ul|ol|li|span|font|strike|h[1-6]|a)\b[^<>]{0,300}>")
_LONGEST_NAME: Final = 60


def is_mine(files: Sequence[InFile]) -> bool:
    """Return whether the file is an export or the journal of a backup."""
    (file,) = files
    columns = set(header_of(file))
    return {"weekday", "mood", "activities"} <= columns or daylio_backup.is_backup(file)


def read(files: Sequence[InFile], answers: Answers, watch: Watch) -> Iterator[Found]:
    """Yield the notes in the file's order, then the days. A day with a mood that is asked about waits as a whole.

    Raises InvalidValue for what is not an export of Daylio.
    """
    for file in files:
        is_backup = daylio_backup.is_backup(file)
        yield from once(_backup(file, watch) if is_backup else _table(file, answers, watch))


def _backup(file: InFile, watch: Watch) -> Iterator[Found]:
    reading = Reading({}, asks=False)
    for noted in daylio_backup.entries_of(file, watch):
        if isinstance(noted, Refused):
            yield noted
        else:
            yield from reading.of(*noted)
    yield from reading.days.values()


def _table(file: InFile, answers: Answers, watch: Watch) -> Iterator[Found]:
    if not {"mood", "activities"} <= set(header_of(file)):
        raise InvalidValue(f"{file.base} is not an export of Daylio.", "Export it as CSV from Daylio's menu.")
    reading = Reading(answers)
    for row in named_rows(file, watch):
        if isinstance(row, Refused):
            yield row
            continue
        try:
            day = _day(row)
        except InvalidValue as error:
            yield Refused(row.place, error.message)
            continue
        clock = read_time(row.first("time"))
        start = datetime.combine(day, clock) if clock is not None else None
        activities = row.first("activities").split("|")
        notes = (row.first("note title"), row.first("note"))
        yield from reading.of(day, start, row.first("mood"), None, activities, notes, row.cells)
    yield from reading.days.values()


def _day(row: Row) -> date:
    """Return the day of a row; older exports have the year in a column of its own."""
    full = row.first("full date")
    return read_day(full or f"{row.first('date')} {row.first('year')}")


class Reading:
    """Entries as days, notes and questions. `days` are those that were gathered."""

    def __init__(self, answers: Answers, asks: bool = True) -> None:
        self.days = DayDrafts(SOURCE)
        self._answers = answers
        self._asks = asks
        self._asked: set[str] = set()

    def of(
        self,
        day: date,
        start: datetime | None,
        mood: str,
        level: int | None,
        activities: Sequence[str],
        notes: Sequence[str],
        cells: dict[str, str],
    ) -> Iterator[Found]:
        """Yield what comes of an entry at once; `level` is its mood 0-10 where the file has one."""
        draft = self.days.of(day)
        name = one_line(mood)[:_LONGEST_NAME]
        key = f"{SOURCE}.mood.{name}"
        rating = level if level is not None else _rating(self._answers.get(key, ""))
        if rating is not None:
            draft.rate("mood", rating)
        elif name and self._asks:
            draft.waits = True
            if key not in self._asked:
                self._asked.add(key)
                yield Question(key, f'How good is the mood "{name}", from 0 (as bad as can be) to 10 (as good)?')
        for activity in activities:
            _add_activity(draft, activity)
        for column in ("time", "mood", "activities"):
            draft.keep(column, one_line(cells.get(column, "")))
        text = "\n".join(part for part in map(plain_text, notes) if part)
        if text and not (name and self._asks and rating is None):
            stamp = start.isoformat(sep=" ", timespec="minutes") if start is not None else day.isoformat()
            yield Entry(SOURCE, text_id(stamp, text), text, start, day, False, kept_row(cells))


def _rating(answer: str) -> int | None:
    return int(answer) if re.fullmatch(r"10|[0-9]", answer) else None


def _add_activity(draft: DayDraft, activity: str) -> None:
    name = one_line(activity)
    word = name.lower()
    if word in FEELINGS or tuple(word.split()) in FEELING_PHRASES:
        draft.feelings[word] = None
    elif factor := factor_name(name):
        draft.factors[factor] = 1


def plain_text(note: str) -> str:
    """Return a note without the tags that Daylio formats it with."""
    if "<" in note:
        note = _TAGS.sub("", _ITEM_TAG.sub("- ", _LINE_TAGS.sub("\n", note)))
    lines = (line.rstrip() for line in clean(unescape(note)).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
