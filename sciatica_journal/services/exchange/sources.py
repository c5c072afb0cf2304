"""What a person named, as parts: the files of one kind that are read together."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.text import one_line
from sciatica_journal.exchange.files.containers import Bundle, open_bundle
from sciatica_journal.exchange.found import Refused
from sciatica_journal.exchange.readers.registry import KINDS
from sciatica_journal.exchange.recognise import Part, recognise
from sciatica_journal.exchange.watch import Watch

_TOGETHER: Final = ("fit", "gpx", "tcx")
"""Kinds whose files are one outing each and are read on all cores."""


class Source(NamedTuple):
    """What lies at a path: its name, its parts, and what is left out of them and why."""

    name: str
    parts: Sequence[Part]
    left_out: Sequence[Refused]


@contextmanager
def source_at(path: Path, kind: str | None, watch: Watch) -> Iterator[Source]:
    """Give what lies at the path, to be read within. Raises JournalError for what cannot be imported."""
    check_kind(kind)
    watch.check()
    with open_bundle(path, watch) as bundle:
        parts = recognise(bundle, watch) if kind is None else _as_said(bundle, kind)
        yield Source(bundle.name, parts, bundle.left_out)


def check_kind(kind: str | None) -> None:
    """Refuse an unknown kind."""
    if kind is not None and kind not in KINDS:
        raise InvalidValue(f"The kind {one_line(kind)!r} cannot be imported.", f"Kinds: {', '.join(KINDS)}.")


def _as_said(bundle: Bundle, kind: str) -> list[Part]:
    if KINDS[kind].whole or kind in _TOGETHER:
        return [Part(kind, bundle.files)]
    return [Part(kind, [file]) for file in bundle.files]
