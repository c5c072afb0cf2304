"""Files to read, made in memory as the containers give them."""

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import BinaryIO

from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.found import Activity, Answers, DayValues, Entry, Found, Question, Refused
from sciatica_journal.exchange.readers.registry import KINDS
from sciatica_journal.exchange.watch import Watch


def in_file(content: str | bytes, name: str = "file.txt") -> InFile:
    data = content.encode() if isinstance(content, str) else content

    @contextmanager
    def opened() -> Iterator[BinaryIO]:
        yield io.BytesIO(data)

    return InFile(name, len(data), opened)


def found_in(kind: str, *files: InFile, answers: Answers | None = None) -> list[Found]:
    reader = KINDS[kind].load()
    assert reader.is_mine(files)
    return list(reader.read(files, answers or {}, Watch()))


def activities(found: Sequence[Found]) -> list[Activity]:
    return [one for one in found if isinstance(one, Activity)]


def entries(found: Sequence[Found]) -> list[Entry]:
    return [one for one in found if isinstance(one, Entry)]


def days(found: Sequence[Found]) -> dict[str, DayValues]:
    return {one.day.key: one for one in found if isinstance(one, DayValues)}


def refused(found: Sequence[Found]) -> list[Refused]:
    return [one for one in found if isinstance(one, Refused)]


def questions(found: Sequence[Found]) -> Mapping[str, Question]:
    asked = [one for one in found if isinstance(one, Question)]
    assert len({one.key for one in asked}) == len(asked)
    return {one.key: one for one in asked}
