"""The rows of Garmin Connect's `Activities.csv`."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from sciatica_journal.domain.text import one_line
from sciatica_journal.domain.units import KM_PER_MILE
from sciatica_journal.exchange.found import Activity, Answers, Found, Question, Refused
from sciatica_journal.exchange.parsing.cells import Filled, cell, clock_seconds, column_names, line_of, local_number
from sciatica_journal.exchange.parsing.in_range import ascent, clock_fault, heart_rate, km, minutes, steps
from sciatica_journal.exchange.parsing.local_dates import DateReader
from sciatica_journal.exchange.parsing.sport_words import SportWords
from sciatica_journal.exchange.parsing.sports import Sport, folded
from sciatica_journal.exchange.readers.garmin_columns import Columns
from sciatica_journal.exchange.readers.garmin_survey import Survey
from sciatica_journal.exchange.watch import Watch

SOURCE: Final = "garmin"
UNIT: Final = "garmin.unit"
"""The key of the question for the unit of distances."""

_UNITS: Final = (("km", "kilometres"), ("mi", "miles"))
_FASTEST: Final = 25.0
"""Kilometres an hour that nobody runs for the length of an outing: the world's best ran a marathon at 21."""

_MISSING: Final = ("", "--")


class _Doubt(Exception):
    """A row that cannot be taken, and why."""


class RowReader:
    """Reads the rows of one table."""

    def __init__(self, header: Sequence[str], columns: Columns, survey: Survey, answers: Answers, watch: Watch) -> None:
        self._names = column_names(header)
        self._columns = columns
        self._survey = survey
        self._unit = columns.unit or answers.get(UNIT)
        self._sports = SportWords(answers)
        self._dates = DateReader()
        self._watch = watch
        self._asked = False
        self._seen: set[str] = set()

    def found(self, rows: Iterator[tuple[int, list[str]]]) -> Iterator[Found]:
        """Yield what the rows hold, and the questions as they come up."""
        width = len(self._names)
        for line, row in rows:
            self._watch.count_item()
            if len(row) != width and (len(row) < width or any(row[width:])):
                yield Refused(f"line {line}", f"It has {len(row)} cells where the first line has {width}.")
                continue
            try:
                found = self._row(row)
            except _Doubt as doubt:
                found = Refused(f"line {line}", str(doubt))
            if found is not None:
                yield found

    def _row(self, row: list[str]) -> Found | None:
        """Return the activity or a question, None for a row that waits. Raises _Doubt."""
        start = self._start(row)
        distance = self._distance(row)
        word = cell(row, 0)
        sport = self._sports.sport(word)
        if sport is None:
            return self._sports.question(word)
        if distance is not None and self._unit is None:
            return self._question()
        activity = self._activity(row, sport, start, self._km(distance, sport, self._minutes(row)))
        if activity.source_id in self._seen:
            raise _Doubt("The same activity is there twice.")
        self._seen.add(activity.source_id)
        return activity

    def _activity(self, row: list[str], sport: Sport, start: datetime, distance: float | None) -> Activity:
        columns = self._columns
        word = line_of(cell(row, 0))
        return Activity(
            SOURCE,
            f"{start:%Y-%m-%dT%H:%M:%S} {folded(word) or word} {'-' if distance is None else f'{distance:.2f}'}",
            word,
            sport.kind,
            start,
            distance_km=distance,
            duration_min=self._minutes(row),
            surface=sport.surface,
            heart_rate=heart_rate(self._number(row, columns.heart_rate)),
            ascent_m=ascent(self._number(row, columns.ascent)),
            cadence=steps(self._number(row, columns.cadence)),
            title=line_of(cell(row, columns.title)) or None,
            row=Filled(self._names, row),
        )

    def _start(self, row: list[str]) -> datetime:
        said = cell(row, self._columns.date)
        start = self._dates.moment(said)
        if start is None:
            raise _Doubt(f"Its date “{one_line(said)[:40]}” cannot be read.")
        if fault := clock_fault(start):
            raise _Doubt(fault)
        return start

    def _minutes(self, row: list[str]) -> float | None:
        columns = self._columns
        said = (clock_seconds(cell(row, place)) for place in (columns.moving, columns.time, columns.elapsed))
        return next((found for seconds in said if (found := minutes(seconds)) is not None), None)

    def _distance(self, row: list[str]) -> float | None:
        """Return the distance as the file has it. Raises _Doubt for one that is not written as the others are."""
        said = cell(row, self._columns.distance)
        if said in _MISSING:
            return None
        value = local_number(said, self._survey.decimal_comma)
        if value is None:
            mark = "comma" if self._survey.decimal_comma else "point"
            raise _Doubt(f"Its distance “{one_line(said)[:40]}” is not a number with a decimal {mark}, as others here.")
        return value if value > 0 else None

    def _km(self, distance: float | None, sport: Sport, taken: float | None) -> float | None:
        """Return kilometres. Raises _Doubt where nobody is that fast on foot: then the unit is another."""
        if distance is None:
            return None
        value = distance * KM_PER_MILE if self._unit == "mi" else distance
        if sport.kind is None or not taken:
            return km(value)
        speed = value / taken * 60
        if speed <= _FASTEST:
            return km(value)
        if sport.surface == "track" and distance >= 200 and (distance / 1000) / taken * 60 <= _FASTEST:
            # Track runs seem to come in metres from some accounts.
            return km(distance / 1000)
        raise _Doubt(f"{value:,.2f} km in {taken:,.0f} min would be {speed:,.0f} km/h on foot: is the unit right?")

    def _number(self, row: list[str], place: int | None) -> float | None:
        return local_number(cell(row, place), self._survey.decimal_comma)

    def _question(self) -> Question | None:
        if self._asked:
            return None
        self._asked = True
        text = "The Garmin file does not say whether its distances are in kilometres or in miles."
        pace = self._survey.minutes_per_unit
        if pace is not None and pace < 1000:
            text += f" Its runs take {_clock(pace)} minutes for each."
            text += _doubts(pace)
        return Question(UNIT, text, _UNITS)


def _clock(pace: float) -> str:
    seconds = round(pace * 60)
    return f"{seconds // 60}:{seconds % 60:02}"


def _doubts(pace: float) -> str:
    """Return in words which unit a pace makes implausible."""
    if pace < 60 / 20:
        return " That is too fast for either."
    if pace < KM_PER_MILE * 60 / 20:
        return " That is too fast for miles."
    if pace > 14:
        return " That is too slow for running kilometres."
    return ""
