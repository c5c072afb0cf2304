"""JSON lines, the journal's own interchange format: one object a line, lossless, in a fixed order.

Its keys and rules are in docs/formats.md. What is read is input from elsewhere: it is bounded in size and
depth, and one bad line refuses the whole file, so that nothing is ever half imported.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from json import JSONDecodeError, JSONDecoder, JSONEncoder
from math import isfinite
from typing import Any, BinaryIO, Final

from sciatica_journal.domain.dates import check_not_after
from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import InvalidValue, JournalError
from sciatica_journal.domain.kinds import CARE_KINDS, RUNNING_KINDS, TRIAL_KINDS
from sciatica_journal.domain.plain import SET_ASIDE, Record, from_plain, to_plain
from sciatica_journal.domain.text import one_line
from sciatica_journal.exchange.files.bounds import MOST_BYTES, BadLine
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.filling import complements, fill
from sciatica_journal.exchange.watch import Cancelled, Watch

FORMAT: Final = 1
HEADER: Final = '{"type":"journal","format":1,"program":"sciatica-journal"}'
DEEPEST: Final = 50
"""Levels of brackets that a line may have: far more than any record needs, far less than the stack holds."""

_PAST_ONLY: Final = ("day", "run", "reflection", "moment")
"""Types that tell what was; an appointment or a season may lie ahead."""

_KINDS: Final = (*_PAST_ONLY, *CARE_KINDS, *RUNNING_KINDS, *TRIAL_KINDS, *SET_ASIDE, "other")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_ENDS: Final = {"\u2028": "\\u2028", "\u2029": "\\u2029", "\x85": "\\u0085"}
_LONGEST_MESSAGE: Final = 300

_encode = JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def write(records: Iterable[Record]) -> Iterator[str]:
    """Yield the lines of an export, without line ends: the header, then a line a record, see `in_order`."""
    return write_days([list(records)])


def write_days(days: Iterable[Iterable[Record]]) -> Iterator[str]:
    """Yield the lines of an export of records that come day by day, oldest day first."""
    yield HEADER
    for day in days:
        for record in in_order(day):
            yield _line(record)


def in_order(records: Iterable[Record]) -> list[Record]:
    """Return the records in the order of an export: by date (records without one last), then type (day, run,
    reflection, moment, others), then start, then id; it depends on nothing but the records."""
    return sorted(records, key=_order)


def _order(record: Record) -> tuple[date, int, str, str]:
    start = getattr(record, "start", None)
    return record.date or date.max, _KINDS.index(record.TYPE), start.isoformat() if start else "", record.key


def _line(record: Record) -> str:
    plain = to_plain(record)
    ascent = plain.get("ascent_m")
    if record.TYPE == "run" and isinstance(ascent, float) and ascent.is_integer():
        plain["ascent_m"] = int(ascent)
    line = _encode(plain)
    if not line.isascii():
        for char, escape in _LINE_ENDS.items():
            line = line.replace(char, escape)
    return line


def read_lines(file: InFile, watch: Watch, today: date | None = None, latest: date | None = None) -> list[Record]:
    """Return the records of a file wherever it lies, see `read`. Raises Cancelled when the watch was stopped."""
    with file.open() as stream:
        return read(_decoded(stream, watch), today, latest)


def _decoded(stream: BinaryIO, watch: Watch) -> Iterator[str]:
    """Yield the lines of UTF-8 text, split at line feeds only."""
    left = MOST_BYTES
    while line := stream.readline(left + 1):
        left -= len(line)
        if left < 0:
            raise InvalidValue(f"The file has more than {MOST_BYTES // 2**20} MiB.", "Split it, at line ends.")
        watch.count_item()
        yield line.decode("utf-8")


def read(lines: Iterable[str], today: date | None = None, latest: date | None = None) -> list[Record]:
    """Return the records that the lines hold, in their order; a byte order mark and blank lines are skipped.

    With `today`, days, runs, reflections and moments after it, or after `latest` where that is later, are refused:
    after a flight west or a clock set back, what was written yesterday may lie ahead. A record that is there twice
    with the same content counts once; two lines about one day are united where they do not contradict.
    Raises BadLine for the first line that is not right.
    """
    found: dict[tuple[str, str], tuple[int, Record]] = {}
    number = 0
    try:
        for number, line in enumerate(lines, 1):
            text = line.removeprefix("\ufeff").strip(" \t\r\n")
            record = _record(text, today, latest) if text else None
            if record is not None:
                _add(found, number, record)
    except Cancelled:
        raise
    except JournalError as error:
        raise _at_line(number, error) from error
    except UnicodeDecodeError as error:
        raise _at_line(number + 1, InvalidValue("This is not UTF-8 text.", "Save the file as UTF-8.")) from error
    return [record for _, record in found.values()]


def _at_line(number: int, error: JournalError) -> BadLine:
    message = error.message
    if len(message) > _LONGEST_MESSAGE:
        message = f"{message[:_LONGEST_MESSAGE]}…"
    return BadLine(number, message, error.hint or "Nothing was imported.")


def _add(found: dict[tuple[str, str], tuple[int, Record]], number: int, record: Record) -> None:
    identity = (record.TYPE, record.key)
    first, known = found.get(identity, (number, record))
    if known == record:
        found[identity] = first, known
    elif isinstance(known, Day) and isinstance(record, Day) and complements(known, record):
        found[identity] = first, fill(known, record)
    else:
        name = f"the day {record.key}" if record.TYPE == "day" else f"the id {record.key!r}"
        raise InvalidValue(f"{name} is there twice, with other content (first on line {first}).", "Keep one of them.")


def _record(text: str, today: date | None, latest: date | None) -> Record | None:
    """Return the record of a line, None for a header."""
    plain = _parsed(text)
    if plain.get("type") == "journal":
        _check_header(plain)
        return None
    try:
        record = from_plain(plain)
    except (OverflowError, RecursionError):
        raise InvalidValue("A number on this line is far too large.", "") from None
    if today is not None and record.TYPE in _PAST_ONLY and record.date is not None:
        check_not_after(record.date, today, latest)
    if isinstance(record, Day):
        _check_factors(plain, record)
    return record


def _check_factors(plain: dict[str, Any], day: Day) -> None:
    """Refuse names of factors that are one name as the journal keeps them: a value would be lost."""
    given = {name: value for name, value in (plain.get("factors") or {}).items() if value is not None}
    if len(given) != len(day.factors):
        kept: dict[str, str] = {}
        for name in given:
            other = kept.setdefault(one_line(name), name)
            if other != name:
                raise InvalidValue(f"The factors {other!r} and {name!r} are one name.", "Keep one, or rename it.")


def _check_header(plain: dict[str, Any]) -> None:
    version = plain.get("format", FORMAT)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise InvalidValue(f"The format is {version!r}.", f"It is a whole number; this program reads {FORMAT}.")
    if version > FORMAT:
        raise InvalidValue(
            f"The file has format {version}, written by a newer program.", f"Update it; this one reads format {FORMAT}."
        )


def _parsed(text: str) -> dict[str, Any]:
    try:
        plain = _decode(text)
    except JSONDecodeError as error:
        raise InvalidValue(f"This is not JSON ({error.msg}, column {error.colno}).", "") from None
    except RecursionError:
        raise InvalidValue("The brackets are nested too deeply.", "") from None
    except ValueError:
        raise InvalidValue("A number on this line has too many digits.", "") from None
    if not isinstance(plain, dict):
        raise InvalidValue("The line holds no JSON object.", 'It looks like {"type":"day","date":"2026-03-01"}.')
    if text.count("[") + text.count("{") > DEEPEST:
        _check_depth(plain, DEEPEST)
    if "\\u" in text or not text.isascii():
        plain = _without_surrogates(plain)
    return dict(plain)


def _check_depth(value: Any, levels: int) -> None:
    if levels < 0:
        raise InvalidValue("The brackets are nested too deeply.", f"At most {DEEPEST} levels are read.")
    for item in value.values() if isinstance(value, dict) else value:
        if isinstance(item, dict | list):
            _check_depth(item, levels - 1)


def _without_surrogates(value: Any) -> Any:
    """Return the value with U+FFFD for lone surrogates, which no file can keep."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_without_surrogates(item) for item in value]
    if isinstance(value, dict):
        return _object([(_without_surrogates(key), _without_surrogates(item)) for key, item in value.items()])
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = next(name for name, _ in pairs if sum(name == other for other, _ in pairs) > 1)
        raise InvalidValue(f"The key {twice!r} is there twice.", "Keep one of them.")
    return found


def _float(digits: str) -> float:
    number = float(digits)
    if not isfinite(number):
        raise InvalidValue(f"The number {digits[:40]} is too large.", "")
    return number


def _refuse_constant(name: str) -> Any:
    raise InvalidValue(f"{name} is not a number.", "Leave out what is not recorded.")


_decode = JSONDecoder(object_pairs_hook=_object, parse_float=_float, parse_constant=_refuse_constant).decode
