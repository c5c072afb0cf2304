"""The rows of Strava's `activities.csv`."""

from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import UTC, datetime
from typing import Final

from sciatica_journal.domain.text import clean, one_line
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.found import Activity, Answers, Found, Question, Refused
from sciatica_journal.exchange.parsing.cells import (
    SWAPPED,
    Filled,
    clock_seconds,
    column_names,
    folded_name,
    has_decimal_comma,
    line_of,
    local_number,
)
from sciatica_journal.exchange.parsing.in_range import ascent, both_feet, clock_fault, heart_rate, km, minutes, rating
from sciatica_journal.exchange.parsing.local_dates import DateReader
from sciatica_journal.exchange.parsing.sport_words import SportWords
from sciatica_journal.exchange.parsing.sports import Sport
from sciatica_journal.exchange.readers.recordings import zone_of
from sciatica_journal.exchange.readers.strava_columns import LANGUAGES, columns_of
from sciatica_journal.exchange.watch import Watch

SOURCE: Final = "strava"
LANGUAGE: Final = "strava.language"
"""The key of the question that is asked for a language that is not known."""

_MONTH_FIRST: Final = (("day", "the day comes first"), ("month", "the month comes first"))
_LONGEST_ID: Final = 100
_MOSTLY: Final = 0.8
"""An outing of which so much was on dirt was on a trail."""


class RowReader:
    """Reads the rows of one table; `seen` are their ids, `taken` the names of the recordings that they name.

    `waits` says whether the whole file waits for an answer.
    """

    def __init__(
        self, header: Sequence[str], answers: Answers, watch: Watch, files: Mapping[str, InFile], folder: str
    ) -> None:
        first = folded_name(header[0]) if header else ""
        language = LANGUAGES.get(first)
        self.seen: set[str] = set()
        self.taken: set[str] = set()
        self.waits = language is None and LANGUAGE not in answers
        self._names = column_names(header)
        self._columns = columns_of(header)
        notes = (self._columns.description, self._columns.private_note)
        self._notes = [place for place in notes if place is not None]
        self._in_metres = first == "id"
        self._comma = language not in (None, "en")
        self._dates = DateReader(month_first=language == "en" or answers.get(LANGUAGE) == "month", zone=UTC)
        self._sports = SportWords(answers)
        self._watch = watch
        self._files = files
        self._folder = folder

    def found(self, rows: Iterator[tuple[int, list[str]]], elsewhere: Set[str] = frozenset()) -> Iterator[Found]:
        """Yield what the rows hold, and the questions as they come up; ids that are `elsewhere` are passed over."""
        if self.waits:
            text = "The export is in a language that is not known. In a date such as 3.4.2026"
            yield Question(LANGUAGE, text, _MONTH_FIRST)
            return
        seen = self.seen
        width = len(self._names)
        count_item = self._watch.count_item
        for line, row in rows:
            count_item()
            if len(row) != width and (len(row) < width or any(row[width:])):
                yield Refused(f"line {line}", f"It has {len(row)} cells where the first line has {width}.")
                continue
            ident = row[0] if row[0].isdecimal() else one_line(row[0])
            if not 0 < len(ident) <= _LONGEST_ID:
                yield Refused(f"line {line}", "It has no id.")
                continue
            if ident in seen:
                yield Refused(f"line {line}", f"The activity {ident} is there twice.")
                continue
            seen.add(ident)
            if ident in elsewhere:
                self._recording(row[self._columns.file].strip())
                continue
            if (found := self._row(line, ident, row)) is not None:
                yield found

    def _row(self, line: int, ident: str, row: list[str]) -> Found | None:
        columns = self._columns
        said = row[columns.date].strip()
        start = self._dates.moment(said)
        if start is None:
            return Refused(f"line {line}", f"Its date “{one_line(said)[:40]}” cannot be read.")
        if fault := clock_fault(start):
            return Refused(f"line {line}", fault)
        file = self._recording(row[columns.file].strip())
        word = row[columns.sport].strip()
        sport = self._sports.sport(word)
        if sport is None:
            return self._sports.question(word)
        return self._activity(ident, row, sport, start, file)

    def _activity(self, ident: str, row: list[str], sport: Sport, start: datetime, file: InFile | None) -> Activity:
        columns = self._columns
        zone = zone_of(file) if file is not None and sport.kind is not None else None
        distance = self._km(row)
        notes = [text for place in self._notes if (text := row[place].strip())]
        return Activity(
            SOURCE,
            ident,
            line_of(row[columns.sport]),
            sport.kind,
            start if zone is None else start.astimezone(zone),
            zone_known=zone is not None,
            distance_km=distance,
            duration_min=self._minutes(row),
            surface=sport.surface or (self._dirt(row, distance) if sport.kind else None),
            effort=rating(_machine(row, columns.exertion)),
            heart_rate=heart_rate(_machine(row, columns.heart_rate)),
            ascent_m=ascent(_machine(row, columns.ascent)),
            cadence=both_feet(_machine(row, columns.cadence)),
            shoes=line_of(row[columns.gear]) or None,
            title=line_of(row[columns.title]) or None,
            note=clean("\n\n".join(dict.fromkeys(notes))) if notes else None,
            row=Filled(self._names, row),
        )

    def _km(self, row: list[str]) -> float | None:
        """Return the distance: metres for machines, else what is shown to people (km from July 2019 on)."""
        metres = _machine(row, self._columns.metres)
        if metres is None:
            shown = self._shown(row[self._columns.shown_distance].strip())
            return km(shown / 1000 if shown is not None and self._in_metres else shown)
        return km(metres / 1000)

    def _minutes(self, row: list[str]) -> float | None:
        """Return the time of moving, else the whole time."""
        columns = self._columns
        seconds = minutes(_machine(row, columns.moving)) or minutes(_machine(row, columns.seconds))
        if seconds is not None:
            return seconds
        shown = row[columns.shown_seconds].strip()
        clock = clock_seconds(shown)
        return minutes(self._shown(shown) if clock is None else clock)

    def _dirt(self, row: list[str], distance: float | None) -> str | None:
        metres = _machine(row, self._columns.dirt)
        if not metres or distance is None:
            return None
        return "trail" if _MOSTLY <= metres / 1000 / distance <= 1.05 else None

    def _shown(self, text: str) -> float | None:
        """Return a number written for people: by the habit of the language, unless it can only be read another way."""
        if "," in text or "." in text:
            if has_decimal_comma([text]):
                self._comma = True
            elif has_decimal_comma([text.translate(SWAPPED)]):
                self._comma = False
        return local_number(text, self._comma)

    def _recording(self, name: str) -> InFile | None:
        """Return the recording that a row names, which is then not read as an activity of its own."""
        if not name or not self._files:
            return None
        path = self._folder + name
        known = next((one for one in (path.removesuffix(".gz"), path) if one in self._files), None)
        if known is None:
            return None
        self.taken.add(known)
        return self._files[known]


def _machine(row: Sequence[str], place: int | None) -> float | None:
    """Return a number from a column for machines; NaN and infinity are in no range and go there."""
    if place is None or not (text := row[place]):
        return None
    try:
        return float(text)
    except ValueError:
        return None
