"""jrnl's journals: its text files, of versions 1 to 4, and what `jrnl --format json` prints.

Every entry becomes a dated text, title and body as they stand; tags and the star are kept beside it. The form of the
date is the user's own setting, so that many are understood; where 3/4 may be April or March, it is asked.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.text import clean
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.found import Answers, Entry, Found, Refused
from sciatica_journal.exchange.parsing.decoding import head_text
from sciatica_journal.exchange.parsing.json_items import items_of, object_of, row_of, text_of
from sciatica_journal.exchange.parsing.once import once
from sciatica_journal.exchange.parsing.sane import kept_row, text_id
from sciatica_journal.exchange.parsing.text_rows import lines_of, opened_text
from sciatica_journal.exchange.parsing.when import order_question, order_told, read_stamp
from sciatica_journal.exchange.watch import Watch

SOURCE: Final = "jrnl"
_ENCRYPTED: Final = (b"JRNLv", b"gAAAAA")
"""What version 3 writes before its secrets, and how those of version 2 begin."""

_FORM: Final = "Its first line begins with a date, such as [2026-03-01 18:22]; see timeformat in jrnl's settings."

_BRACKETS: Final = re.compile(r"\[([^\[\]\n]{6,60})\](?:\s|$)")
_BARE: Final = re.compile(r"(?a)(\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?(?: [AP]M)?)(?:\s|$)")
_LIKE_A_DATE: Final = re.compile(r"(?a)\D{0,25}\d{1,4}\D{1,15}\d{1,4}.*")
_TAG: Final = re.compile(r"(?<![\w@])@(\w[\w-]*)")
_HEAD: Final = 1 << 16
_MOST_CHARACTERS: Final = 4_000_000


class _Head(NamedTuple):
    """How an entry begins: its stamp as written, and the rest of the line."""

    stamp: str
    rest: str


def is_mine(files: Sequence[InFile]) -> bool:
    """Return whether the file is a journal of jrnl, also an encrypted one."""
    (file,) = files
    if file.head(6).startswith(_ENCRYPTED):
        return True
    text = head_text(file, _HEAD).lstrip()
    if text.startswith("{"):
        return '"entries"' in text and '"creationDate"' not in text and '"title"' in text and '"body"' in text
    head = _head(text.splitlines()[0] if text else "", bare=True)
    return head is not None and _is_stamp(head.stamp)


def read(files: Sequence[InFile], answers: Answers, watch: Watch) -> Iterator[Found]:
    """Yield the entries in the file's order. Raises InvalidValue for what is encrypted or no journal of jrnl."""
    for file in files:
        if file.head(6).startswith(_ENCRYPTED):
            raise InvalidValue(
                f"{file.base} is encrypted.", "Decrypt a copy first: `jrnl --export text` or `jrnl --decrypt COPY`."
            )
        if head_text(file).lstrip().startswith("{"):
            yield from once(_objects(file, watch))
        else:
            yield from once(_texts(file, answers, watch))


def _head(line: str, bare: bool) -> _Head | None:
    """Return how an entry begins on the line, None where none does; `bare`: without brackets, as in versions 1."""
    found = _BRACKETS.match(line)
    if found is not None and _LIKE_A_DATE.fullmatch(found[1]):
        return _Head(found[1], line[found.end() :])
    found = _BARE.match(line) if bare else None
    return _Head(found[1], line[found.end() :]) if found is not None else None


def _is_stamp(stamp: str) -> bool:
    try:
        read_stamp(stamp)
    except InvalidValue:
        # With the month first it may be one.
        return order_told([stamp]) == "mdy"
    return True


def _texts(file: InFile, answers: Answers, watch: Watch) -> Iterator[Found]:
    bare = not _has_brackets(file)
    watch.bytes_total += file.size
    heads = (head.stamp for line in lines_of(file) if (head := _head(line, bare)) is not None)
    order = answers.get(f"{SOURCE}.date_order") or order_told(heads)
    if order is None:
        yield order_question(SOURCE, (head.stamp for line in lines_of(file) if (head := _head(line, bare)) is not None))
        return
    yield from _in_order(file, bare, order, watch)


def _has_brackets(file: InFile) -> bool:
    first = next((line for line in lines_of(file) if line.strip("\ufeff \t\r\n")), "")
    return first.lstrip("\ufeff \t").startswith("[")


def _in_order(file: InFile, bare: bool, order: str, watch: Watch) -> Iterator[Found]:
    entry: _Entry | None = None
    for number, line in enumerate(lines_of(file), 1):
        watch.check()
        head = _head(line.lstrip("\ufeff") if number == 1 else line, bare)
        if head is None or not _begins(head, order):
            if entry is not None:
                entry.add(line)
            elif line.strip("\ufeff \t\r\n"):
                raise InvalidValue(f"{file.base} is not a journal of jrnl.", _FORM)
            continue
        if entry is not None:
            yield from entry.found(order)
        watch.count_item()
        entry = _Entry(number, head)
    if entry is not None:
        yield from entry.found(order)


def _begins(head: _Head, order: str) -> bool:
    """Return whether it is a date, or a broken one: `[L5-S1] hurts` within a text is neither."""
    if re.match(r"(?a)\d{4}-\d|\d{1,2}[-./]\d{1,2}[-./]\d", head.stamp):
        return True
    try:
        read_stamp(head.stamp, order)
    except InvalidValue:
        return False
    return True


class _Entry:
    """An entry whose lines are still coming."""

    def __init__(self, number: int, head: _Head) -> None:
        self._number = number
        self._stamp = head.stamp
        self._lines = [head.rest]
        self._length = 0

    def add(self, line: str) -> None:
        self._length += len(line)
        if self._length <= _MOST_CHARACTERS:
            self._lines.append(line)

    def found(self, order: str) -> Iterator[Found]:
        place = f"line {self._number}"
        title, starred = _without_star(self._lines[0].strip())
        text = clean("\n".join([title, *(line.rstrip("\r\n") for line in self._lines[1:])])).strip()
        if self._length > _MOST_CHARACTERS:
            yield Refused(place, "The entry is far too long.")
        elif not text:
            yield Refused(place, "The entry has no text.")
        else:
            tags = ", ".join(dict.fromkeys(_TAG.findall(text)))
            row = kept_row({"date": self._stamp, "tags": tags, "starred": "yes" if starred else ""})
            yield from _entry(place, self._stamp, order, text, row)


def _without_star(title: str) -> tuple[str, bool]:
    if title.startswith("*") and not title.startswith("**"):
        return title[1:].lstrip(), True
    if title.endswith(" *") or title == "*":
        return title[:-1].rstrip(), True
    return title, False


def _entry(place: str, stamp: str, order: str, text: str, row: dict[str, str], ident: str = "") -> Iterator[Found]:
    try:
        when = read_stamp(stamp, order)
    except InvalidValue as error:
        yield Refused(place, error.message)
        return
    start = when if isinstance(when, datetime) else None
    day = when if not isinstance(when, datetime) else None
    yield Entry(SOURCE, ident or text_id(_plain(when), text), text, start, day, False, row)


def _plain(when: datetime | date) -> str:
    return when.isoformat(sep=" ", timespec="minutes") if isinstance(when, datetime) else when.isoformat()


def _objects(file: InFile, watch: Watch) -> Iterator[Found]:
    with opened_text(file) as text:
        for number, item in enumerate(items_of(text, "entries", file.base), 1):
            watch.count_item()
            yield from _object(f"entry {number}", object_of(item))


def _object(place: str, found: dict[str, Any]) -> Iterator[Found]:
    parts = [text_of(found.get("title")).strip(), text_of(found.get("body")).strip("\n")]
    text = clean("\n".join(part for part in parts if part)).strip()
    stamp = f"{text_of(found.get('date'))} {text_of(found.get('time'))}".strip()
    if not text:
        yield Refused(place, "The entry has no text.")
    else:
        row = kept_row(row_of(found, ("title", "body")))
        yield from _entry(place, stamp, "dmy", text, row, clean(text_of(found.get("uuid"))))
