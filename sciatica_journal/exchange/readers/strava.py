"""Strava's bulk export: `activities.csv`, alone, in a folder or in a ZIP with the files it names.

Read by position, because the column names come in the account's language and five of them come twice. Columns 0 to 14
are for people (local decimals), those from 15 on are for machines (metres, seconds, a dot). The date is UTC. Exports
from before 2020 have ten columns; before July 2019 their names were in lower case and the distance in metres.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone
from importlib import import_module
from importlib.util import find_spec
from typing import Final, NamedTuple

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.text import clean, one_line
from sciatica_journal.exchange.found import Activity, Answers, Found, Question, Refused
from sciatica_journal.exchange.in_file import InFile
from sciatica_journal.exchange.readers.cells import (
    cell,
    filled_cells,
    has_decimal_comma,
    local_number,
    number,
    rows_of,
    text_head,
)
from sciatica_journal.exchange.readers.local_dates import DateReader
from sciatica_journal.exchange.readers.sports import ANSWERS, Sport, answered_sport, folded, known_sport
from sciatica_journal.exchange.watch import Watch

SOURCE: Final = "strava"
NAME: Final = "activities.csv"

_LANGUAGES: Final[Mapping[str, str]] = {
    "activity id": "en", "id": "en", "aktivitäts-id": "de", "id aktivity": "cs", "id de l'activité": "fr",
    "id de actividad": "es", "id de la actividad": "es", "activiteits-id": "nl",
}  # fmt: skip
"""The language by the first cell of the header."""

_ASKED_LANGUAGE: Final = "strava.language"
_MONTH_FIRST: Final = (("day", "the day comes first"), ("month", "the month comes first"))
_FEWEST: Final = 10
_MACHINE_FROM: Final = 18
"""An export of that many columns has the columns for machines."""


class _Columns(NamedTuple):
    """Where things stand; the places of the newest layout, as far as a file has them."""

    title: int = 2
    sport: int = 3
    description: int = 4
    private_note: int | None = 10
    gear: int = 11
    file: int = 12
    elapsed: int = 15
    moving: int | None = 16
    metres: int = 17
    ascent: int | None = 20
    heart_rate: int | None = 31
    cadence: int | None = 29
    exertion: int | None = 43


_NEW: Final = _Columns()
_OLD: Final = _Columns(
    private_note=None, gear=8, file=9, elapsed=5, moving=None, metres=6, ascent=None, heart_rate=None, cadence=None,
    exertion=None,
)  # fmt: skip


def is_mine(files: Sequence[InFile]) -> bool:
    """Return whether there is an `activities.csv` of Strava, or one file that is one."""
    return _table(files) is not None


def _table(files: Sequence[InFile]) -> InFile | None:
    """Return the table: in a folder or ZIP at the top or one folder down."""
    named = [file for file in files if file.base.casefold() == NAME and file.name.count("/") <= 1]
    candidates = sorted(named, key=lambda file: file.name.count("/")) if len(files) > 1 or named else list(files)
    return next((file for file in candidates if _looks_right(file)), None)


def _looks_right(file: InFile) -> bool:
    if file.base.casefold() != NAME and not file.base.casefold().endswith((".csv", ".txt")):
        return False
    first, _, _ = text_head(file, 2048).partition("\n")
    header = next(iter(_split(first)), [])
    name = one_line(header[0]).casefold() if header else ""
    if name == "id":
        return [one_line(cell).casefold() for cell in header[1:4]] == ["date", "name", "type"]
    if name in _LANGUAGES:
        return len(header) >= _FEWEST
    return file.base.casefold() == NAME and len(header) >= _FEWEST and "id" in name


def _split(line: str) -> Iterator[list[str]]:
    from io import BytesIO

    for _, row in rows_of(BytesIO(line.encode("utf-8")), b""):
        yield row


def read(files: Sequence[InFile], answers: Answers, watch: Watch) -> Iterator[Found]:
    """Yield the activities of the table, then what files hold that no row names."""
    table = _table(files)
    if table is None:
        raise InvalidValue("There is no activities.csv of Strava.", "Choose the ZIP that Strava made, or its folder.")
    others = {file.name: file for file in files if file is not table}
    taken: set[str] = set()
    with table.open() as stream:
        rows = rows_of(stream, table.head())
        _, header = next(rows, (0, []))
        yield from _Reading(table, header, answers, watch, others, taken).found(rows)
    yield from _unnamed_files([file for name, file in others.items() if name not in taken], answers, watch)


def _unnamed_files(files: Sequence[InFile], answers: Answers, watch: Watch) -> Iterator[Found]:
    """Yield what the recordings hold that no row of the table names."""
    from sciatica_journal.exchange.readers.registry import KINDS

    for kind in ("fit", "gpx", "tcx"):
        mine = [file for file in files if file.base.casefold().endswith(f".{kind}")]
        if mine and _is_there(kind):
            yield from KINDS[kind].load().read(mine, answers, watch)


def _is_there(module: str) -> bool:
    return find_spec(f"sciatica_journal.exchange.readers.{module}") is not None


class _Reading:
    """Reads the rows of one table."""

    def __init__(
        self,
        table: InFile,
        header: Sequence[str],
        answers: Answers,
        watch: Watch,
        files: Mapping[str, InFile],
        taken: set[str],
    ) -> None:
        self.header = header
        self.answers = answers
        self.watch = watch
        self.files = files
        self.folder = table.name[: -len(table.base)]
        self.taken = taken
        self.asked: set[str] = set()
        self.columns = _OLD if len(header) < _MACHINE_FROM else _NEW
        self.has_metres = bool(header) and header[0].strip() == "id"
        language = _LANGUAGES.get(one_line(header[0]).casefold() if header else "")
        self.dates = DateReader(language, month_first=answers.get(_ASKED_LANGUAGE) == "month" or language == "en")
        self.is_known = language is not None or _ASKED_LANGUAGE in answers
        self.comma: bool | None = None

    def found(self, rows: Iterator[tuple[int, list[str]]]) -> Iterator[Found]:
        """Yield what the rows hold; the questions as they come up."""
        if not self.is_known:
            yield Question(
                _ASKED_LANGUAGE, "The export is in a language that is not known. In its dates:", _MONTH_FIRST
            )
            return
        seen: set[str] = set()
        for line, row in rows:
            self.watch.count_item()
            if len(row) < min(_FEWEST, len(self.header)) or len(row) > len(self.header) + 1:
                yield Refused(f"line {line}", f"It has {len(row)} cells where the header has {len(self.header)}.")
                continue
            ident = one_line(cell(row, 0))
            if not ident or ident in seen:
                yield Refused(f"line {line}", f"The activity {ident} is there twice." if ident else "It has no id.")
                continue
            seen.add(ident)
            yield from self._row(line, ident, row)

    def _row(self, line: int, ident: str, row: list[str]) -> Iterator[Found]:
        word = one_line(cell(row, self.columns.sport))
        sport = known_sport(word)
        key = f"sport.{folded(word) or word}"
        if sport is None and key in self.answers:
            sport = answered_sport(self.answers[key])
        if sport is None:
            if key not in self.asked:
                self.asked.add(key)
                yield Question(key, f"What is “{word[:60]}”?", ANSWERS)
            return
        start = self.dates.moment(cell(row, 1))
        if start is None:
            yield Refused(f"line {line}", f"The date “{one_line(cell(row, 1))[:40]}” does not read.")
            return
        yield self._activity(ident, row, word, sport, start.replace(tzinfo=UTC))

    def _activity(self, ident: str, row: list[str], word: str, sport: Sport, start: datetime) -> Activity:
        columns = self.columns
        file = self._file_of(cell(row, columns.file))
        offset = _offset(file) if file is not None else None
        moving = number(cell(row, columns.moving)) if columns.moving is not None else None
        seconds = moving or self._number(cell(row, columns.elapsed))
        notes = [clean(cell(row, place)) for place in (columns.description, columns.private_note) if place is not None]
        return Activity(
            SOURCE,
            ident,
            word,
            sport.kind,
            start if offset is None else start.astimezone(timezone(offset)),
            zone_known=offset is not None,
            distance_km=self._km(row),
            duration_min=round(seconds / 60, 2) if seconds else None,
            surface=sport.surface,
            effort=_rating(number(cell(row, columns.exertion))),
            heart_rate=_whole(number(cell(row, columns.heart_rate))),
            ascent_m=number(cell(row, columns.ascent)),
            cadence=_both_feet(number(cell(row, columns.cadence))),
            shoes=one_line(cell(row, columns.gear)) or None,
            title=one_line(cell(row, columns.title)) or None,
            note="\n\n".join(note for note in notes if note) or None,
            row=filled_cells(self.header, row),
        )

    def _km(self, row: list[str]) -> float | None:
        """Return the distance: metres for machines, else what is shown to people (km from July 2019 on)."""
        text = cell(row, self.columns.metres)
        metres = number(text) if self.columns is _NEW else None
        if metres is not None:
            return round(metres / 1000, 3) or None
        shown = self._number(cell(row, 6))
        if shown is None:
            return None
        return round(shown / 1000 if self.has_metres else shown, 3) or None

    def _number(self, text: str) -> float | None:
        """Return a number written for people. The first that tells it decides about the decimal comma of the file."""
        if self.comma is None and ("," in text or "." in text):
            self.comma = has_decimal_comma([text])
        return local_number(text, bool(self.comma))

    def _file_of(self, name: str) -> InFile | None:
        """Return the recording that a row names, which is then not read as an activity of its own."""
        bare = name.removesuffix(".gz")
        found = next((path for path in (self.folder + bare, self.folder + name) if path in self.files), None)
        if found is None:
            return None
        self.taken.add(found)
        return self.files[found]


def _offset(file: InFile) -> timedelta | None:
    """Return how far the wall clock was from UTC, where the recording knows it."""
    if not file.base.casefold().endswith(".fit") or not _is_there("fit"):
        return None
    found: timedelta | None = import_module("sciatica_journal.exchange.readers.fit").local_offset(file)
    return found


def _rating(value: float | None) -> int | None:
    return round(value) if value is not None and 0 < value <= 10 else None


def _whole(value: float | None) -> int | None:
    return round(value) if value is not None and 20 <= value <= 260 else None


def _both_feet(value: float | None) -> int | None:
    """Return steps a minute; the export counts one foot."""
    return round(value * 2) if value is not None and 0 < value <= 150 else None
