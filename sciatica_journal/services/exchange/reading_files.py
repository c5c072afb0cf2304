"""Reading the files that a person named: away from the journal, as long as it takes, and to be stopped at any time."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from sciatica_journal.domain.dates import check_not_after
from sciatica_journal.domain.errors import InvalidValue, JournalError
from sciatica_journal.domain.kinds import FIRST_KINDS
from sciatica_journal.domain.plain import Record
from sciatica_journal.exchange.files.bounds import BadLine, shown
from sciatica_journal.exchange.found import Activity, DayValues, Entry, Found, Question, Refused
from sciatica_journal.exchange.readers.registry import KINDS
from sciatica_journal.exchange.recognise import Part
from sciatica_journal.exchange.watch import Cancelled, Watch
from sciatica_journal.services.exchange.candidates import Candidate, Reading, Terms
from sciatica_journal.services.exchange.converting import candidate_of
from sciatica_journal.services.exchange.labelling import shortened
from sciatica_journal.services.exchange.sources import Source, source_at

_LINES: Final = "jsonl"
"""The kind that checks its days itself, so that it can name the line."""

_LINE: Final = "line "


def read_found(paths: Sequence[Path], terms: Terms, kind: str | None = None, watch: Watch | None = None) -> Reading:
    """Return what the files hold, as records by the `terms` (see `planning.terms_of`).

    No journal is touched: it may run on any thread. `kind` is what the files are said to be (None: recognised by
    their content). Raises JournalError for a file that cannot be read whole, with its name; one of several in a folder
    or ZIP is refused alone. Raises Cancelled when the watch was stopped.
    """
    if not paths:
        raise InvalidValue("No file was named.", "Name the files to import.")
    watch = watch or Watch()
    found: list[Candidate | Refused] = []
    questions: dict[str, Question] = {}
    names: list[str] = []
    for path in paths:
        with source_at(path, kind, watch) as source:
            names.append(source.name)
            found.extend(source.left_out)
            for one in _read_source(path, source, terms, watch):
                watch.check()
                if isinstance(one, Question):
                    questions.setdefault(one.key, one)
                else:
                    found.append(one)
    return Reading(tuple(names), tuple(found), tuple(questions.values()), terms.answers)


def _read_source(path: Path, source: Source, terms: Terms, watch: Watch) -> Iterator[Candidate | Refused | Question]:
    is_all = len(source.parts) == 1 and not source.left_out
    for part in source.parts:
        yield from _read_part(path, part, is_all, terms, watch)


def _read_part(
    path: Path, part: Part, is_all: bool, terms: Terms, watch: Watch
) -> Iterator[Candidate | Refused | Question]:
    """Yield what a part holds. A part that is all there is raises what is wrong with it, any other is refused."""
    place = shown(path) if is_all else _place(part)
    try:
        for number, one in enumerate(_found_in(part, terms, watch), 1):
            yield _candidate(one, part, number, terms)
    except Cancelled:
        raise
    except BadLine as error:
        if is_all:
            raise InvalidValue(f"{place}, {error.message}", error.hint) from error
        yield Refused(place, error.message)
    except JournalError as error:
        if is_all:
            raise
        yield Refused(place, error.message)


def _place(part: Part) -> str:
    return part.files[0].name if len(part.files) == 1 else KINDS[part.kind].label


def _found_in(part: Part, terms: Terms, watch: Watch) -> Iterator[Found]:
    """Yield what the reader finds. Whatever a parser makes of a spoilt file becomes words."""
    try:
        if part.kind == _LINES:
            yield from _lines(part, terms, watch)
        else:
            yield from KINDS[part.kind].load().read(part.files, terms.answers, watch)
    except (JournalError, GeneratorExit):
        raise
    except Exception as error:
        raise InvalidValue(
            f"{_place(part)} is not a valid {KINDS[part.kind].label} ({type(error).__name__}).", "Export it again."
        ) from error


def _lines(part: Part, terms: Terms, watch: Watch) -> Iterator[Record]:
    """Yield the records of JSON lines; days may lie ahead as far as the terms allow, and one bad line refuses all."""
    from sciatica_journal.exchange.journal.jsonl import read_lines

    for file in part.files:
        yield from read_lines(file, watch, terms.today, terms.latest)


def _candidate(one: Found, part: Part, number: int, terms: Terms) -> Candidate | Refused | Question:
    match one:
        case Question():
            return one
        case Refused():
            return Refused(f"{_place(part)}, {one.place}", one.why) if one.place.startswith(_LINE) else one
        case Activity() | Entry() | DayValues():
            try:
                return candidate_of(one, terms)
            except InvalidValue as error:
                return Refused(f"{_place(part)}, item {number}{_named(one)}", error.message)
    if one.TYPE in FIRST_KINDS and part.kind != _LINES and one.date is not None:
        try:
            check_not_after(one.date, terms.today, terms.latest)
        except InvalidValue as error:
            return Refused(f"{_place(part)}, {one.TYPE} {one.key}", error.message)
    return Candidate(one)


def _named(one: Activity | Entry | DayValues) -> str:
    title = one.title or one.sport if isinstance(one, Activity) else ""
    return f" ({shortened(title)})" if title else ""
