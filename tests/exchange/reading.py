"""What readers find in contents, for the tests."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO

from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.found import Activity, Found
from sciatica_journal.exchange.recordings.outings import read_outings
from sciatica_journal.exchange.watch import Watch


def in_file(content: bytes, name: str = "a/run.fit") -> InFile:
    @contextmanager
    def opened() -> Iterator[BinaryIO]:
        yield io.BytesIO(content)

    return InFile(name, len(content), opened)


def found(kind: str, *contents: bytes, **answers: str) -> Sequence[Found]:
    files = [in_file(content, f"{number}.{kind}") for number, content in enumerate(contents)]
    return list(read_outings(kind, files, {name.replace("__", "."): one for name, one in answers.items()}, Watch()))


def one(kind: str, content: bytes, **answers: str) -> Activity:
    (activity,) = found(kind, content, **answers)
    assert isinstance(activity, Activity), activity
    return activity
