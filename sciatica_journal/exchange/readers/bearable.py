"""Bearable's CSV export, in which every reading is a row: all readings of a day become one day's values.

Symptoms 0-4 are scaled to 0-10: those of the back and down the leg are the day's worst pain and, where they name one
place, a spot; every symptom is a factor beside. Notes, repeated on each row of a day, become one dated text.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from sciatica_journal.domain.day import MOST_SLEEP_HOURS
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.text import clean
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.found import Answers, Entry, Found, Question
from sciatica_journal.exchange.parsing.sane import factor_name, number_of, rating_of, text_id
from sciatica_journal.exchange.parsing.text_rows import Row, found_in, header_of, named_rows
from sciatica_journal.exchange.parsing.when import order_question, order_told, read_day
from sciatica_journal.exchange.readers.bearable_words import (
    LEVELS,
    RATED,
    SYMPTOM_HIGHEST,
    WORDS,
    is_down_the_leg,
    place_of,
)
from sciatica_journal.exchange.readers.day_drafts import DayDraft, DayDrafts
from sciatica_journal.exchange.watch import Watch

SOURCE: Final = "bearable"
_COLUMNS: Final = frozenset({"date", "weekday", "time of day", "category", "rating/amount", "detail"})
_BRACKETS: Final = re.compile(r"\s*\([^()]*\)\s*$")
_HOURS: Final = re.compile(r"(?a)(\d{1,2}):(\d\d)(?::\d\d)?|(\d{1,2}) ?h(?: ?(\d{1,2}) ?m(?:in)?)?")
_SMALL_SCALE: Final = 5
_SCALES: Final = (("5", "up to 5"), ("10", "up to 10"))


def is_mine(files: Sequence[InFile]) -> bool:
    """Return whether the file has the columns of an export."""
    (file,) = files
    return set(header_of(file)) >= _COLUMNS


def read(files: Sequence[InFile], answers: Answers, watch: Watch) -> Iterator[Found]:
    """Yield the notes in the file's order, then the days. Raises InvalidValue for what is not an export of Bearable."""
    for file in files:
        if not is_mine([file]):
            raise InvalidValue(f"{file.base} is not an export of Bearable.", "Export CSV from Bearable's settings.")
        reading = _Reading(answers)
        yield from reading.learn(file, watch)
        yield from found_in(named_rows(file, watch), reading.of)
        yield from reading.days.values()


class _Reading:
    """Rows as days and notes. What the file gives away only as a whole is learned first."""

    def __init__(self, answers: Answers) -> None:
        self.days = DayDrafts(SOURCE)
        self._answers = answers
        self._order: str | None = None
        self._highest: dict[str, float] = {}
        self._noted: set[tuple[date, str]] = set()

    def learn(self, file: InFile, watch: Watch) -> Iterator[Question]:
        """Learn the order of day and month and the scales of ratings; yield what stays open."""
        dates: dict[str, None] = {}
        items = watch.items
        watch.bytes_total += file.size
        for row in named_rows(file, watch):
            if isinstance(row, Row):
                dates[row.first("date", "date formatted")] = None
                self._learn_scale(row)
        watch.items = items
        self._order = self._answers.get(f"{SOURCE}.date_order") or order_told(dates)
        if self._order is None:
            yield order_question(SOURCE, dates)
        for field, highest in self._highest.items():
            if highest <= _SMALL_SCALE and f"{SOURCE}.{field}.scale" not in self._answers:
                name = field.replace("_", " ")
                yield Question(
                    f"{SOURCE}.{field}.scale",
                    f"The highest {name} in the file is {highest:g}. How far does its scale go in Bearable?",
                    _SCALES,
                )

    def _learn_scale(self, row: Row) -> None:
        field = RATED.get(row.first("category").lower())
        number = number_of(row.first("rating/amount")) if field else None
        if field and number is not None:
            self._highest[field] = max(number, self._highest.get(field, 0))

    def of(self, row: Row) -> Iterator[Entry]:
        """Take a row in; yield the note of the day once. Raises InvalidValue for a row that says nothing sound."""
        if self._order is None:
            return
        day = self._day(row)
        draft = self.days.of(day)
        category = row.first("category")
        said = " ".join(row.first(name) for name in ("time of day", "rating/amount", "detail") if row.first(name))
        draft.keep(category or "other", said)
        self._add(draft, category.lower(), row)
        yield from self._note(row, day)

    def _day(self, row: Row) -> date:
        found: date | None = None
        for name in ("date", "date formatted"):
            try:
                found = found or read_day(row.first(name), self._order or "dmy")
            except InvalidValue:
                if name == "date formatted":
                    raise
        if found is None:
            raise InvalidValue("It says no day.", "")
        return found

    def _note(self, row: Row, day: date) -> Iterator[Entry]:
        text = clean(row.first("notes", "note"))
        if text.strip() and (day, text) not in self._noted:
            self._noted.add((day, text))
            yield Entry(SOURCE, text_id(day.isoformat(), text), text, None, day, False, {"notes": text})

    def _add(self, draft: DayDraft, category: str, row: Row) -> None:
        amount, detail = row.first("rating/amount"), row.first("detail")
        if category.startswith("symptom"):
            _add_symptom(draft, amount, detail)
        elif category in RATED:
            self._rate(draft, RATED[category], amount)
        elif category == "sleep":
            _add_sleep(draft, amount)
        elif number_of(amount) is not None and "|" not in detail:
            _count(draft, _name(detail) or factor_name(category), number_of(amount) or 0)
        else:
            _add_factors(draft, detail)

    def _rate(self, draft: DayDraft, field: str, amount: str) -> None:
        number = number_of(amount)
        if number is None:
            rating = WORDS.get(amount.lower())
        elif self._highest.get(field, 0) > _SMALL_SCALE:
            rating = rating_of(number)
        elif scale := self._answers.get(f"{SOURCE}.{field}.scale"):
            rating = rating_of(number, _SMALL_SCALE if scale == "5" else 10)
        else:
            return
        if rating is None and amount:
            raise InvalidValue(f"Its {field.replace('_', ' ')} is not a rating that is known here.", "")
        if rating is not None:
            draft.rate(field, rating)


def _name(detail: str) -> str:
    return factor_name(_BRACKETS.sub("", detail))


def _add_symptom(draft: DayDraft, amount: str, detail: str) -> None:
    number = number_of(amount)
    level = rating_of(number, SYMPTOM_HIGHEST) if number is not None else None
    words = _BRACKETS.sub("", detail).strip().lower()
    name = factor_name(words)
    if level is None or not name:
        raise InvalidValue("Its symptom has no level from 0 to 4.", "")
    draft.highest(name, level)
    place = place_of(words)
    if place is not None and level:
        draft.hurt(*place, level)
    if place is not None or is_down_the_leg(words):
        draft.rate("pain_worst", level)


def _add_sleep(draft: DayDraft, amount: str) -> None:
    found = _HOURS.fullmatch(amount.strip())
    hours = number_of(amount)
    if found is not None:
        hours = int(found[1] or found[3]) + int(found[2] or found[4] or 0) / 60
    if hours is not None and 0 <= hours <= MOST_SLEEP_HOURS:
        draft.sleep_hours += hours
    elif amount:
        raise InvalidValue("Its sleep is not a number of hours.", "")


def _add_factors(draft: DayDraft, detail: str) -> None:
    """Add `Coffee - A lot | Work - little`, which may begin with a heading (`Meals: `)."""
    heading, colon, rest = detail.partition(": ")
    for part in (rest if colon and "|" not in heading else detail).split("|"):
        name, _, level = part.strip().rpartition(" - ")
        known = LEVELS.get(level.strip().lower())
        _count(draft, _name(name if known is not None else part), 1 if known is None else known)


def _count(draft: DayDraft, name: str, amount: float) -> None:
    if name:
        draft.highest(name, amount)
