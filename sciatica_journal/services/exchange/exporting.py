"""Exports: the journal as JSON lines, as CSV for spreadsheets, as Markdown for reading."""

from collections.abc import Collection, Iterator
from contextlib import ExitStack, closing, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.plain import SET_ASIDE, Record
from sciatica_journal.domain.text import one_line
from sciatica_journal.exchange.watch import Watch
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.store import Store
from sciatica_journal.storage.streaming import as_of_now, counts, days_of_records
from sciatica_journal.storage.tables import TABLES

NOT_SHOWN: Final = ("other", "profile", "source_row")
"""Types that are nothing to read."""

FORMATS: Final = ("jsonl", "csv", "markdown")
NOT_ENCRYPTED: Final = "this file is not encrypted"
_ALL: Final = (*TABLES, *SET_ASIDE)


@dataclass(frozen=True, slots=True)
class Exported:
    """A finished export; `message` tells the person where it is and that it is not encrypted."""

    path: Path
    records: int
    message: str


def export_jsonl(session: Session, *, with_reflections: bool = True) -> Iterator[str]:
    """Return the lines of the JSON lines export, without line ends. A missing journal reads as empty.

    Whoever takes the lines may take any time: the journal is not held meanwhile.
    """
    from sciatica_journal.exchange.journal.jsonl import write_days

    store = session.reader()
    kinds = _kinds(_ALL, with_reflections)
    return write_days(days_of_records(store, kinds, at_once=True) if store is not None else ())


def export_to(
    session: Session, format: str, path: Path, *, with_reflections: bool = True, watch: Watch | None = None
) -> Exported:
    """Write an export to a new file (jsonl) or a new folder (csv, markdown); the watch counts records, of how many.

    Raises InvalidValue for an unknown format or an existing target, JournalError where it cannot be written,
    Cancelled when the watch was stopped. Nothing is left behind then. Saves need not wait for it.
    """
    if format not in FORMATS:
        raise InvalidValue(f"The format {one_line(format)!r} is unknown.", f"It is one of: {', '.join(FORMATS)}.")
    journal = session.reader()
    with (
        as_of_now(journal) if journal is not None else nullcontext() as store,
        closing(_Source(store, watch or Watch(), with_reflections)) as source,
    ):
        {"jsonl": _to_jsonl, "csv": _to_csv, "markdown": _to_markdown}[format](session, source, path)
    complete = "" if format == "jsonl" else " JSON lines is the complete format."
    count = "1 record is" if source.taken == 1 else f"{source.taken} records are"
    message = f"{count} in {one_line(str(path))}; {NOT_ENCRYPTED}.{complete}"
    return Exported(path, source.taken, message)


class _Source:
    """The records of an export, counted as they are taken. `there` is how many there are of each type."""

    def __init__(self, store: Store | None, watch: Watch, with_reflections: bool) -> None:
        self._store = store
        self._watch = watch
        self._with_reflections = with_reflections
        self._reading = ExitStack()
        self.there = counts(store) if store is not None else {}
        self.taken = 0

    def expect(self, kinds: Collection[str]) -> None:
        """Say which types will be taken, so that the watch knows how many records that is."""
        self._watch.items_total = sum(self.there.get(kind, 0) for kind in _kinds(kinds, self._with_reflections))

    def days(self, kinds: Collection[str]) -> Iterator[list[Record]]:
        """Yield the records of these types, a list a day."""
        if self._store is None:
            return
        wanted = _kinds(kinds, self._with_reflections)
        for day in self._reading.enter_context(closing(days_of_records(self._store, wanted))):
            for _ in day:
                self._watch.count_item()
            self.taken += len(day)
            yield day

    def close(self) -> None:
        """End what is half read, as where the disk is full, while the journal is still open."""
        self._reading.close()


def _kinds(kinds: Collection[str], with_reflections: bool) -> list[str]:
    return [kind for kind in kinds if with_reflections or kind != "reflection"]


def _to_jsonl(_session: Session, source: _Source, path: Path) -> None:
    from sciatica_journal.exchange.journal.jsonl import write_days
    from sciatica_journal.services.journal.new_files import write_new_file

    source.expect(_ALL)
    write_new_file(path, (f"{line}\n" for line in write_days(source.days(_ALL))))


def _to_csv(_session: Session, source: _Source, path: Path) -> None:
    from sciatica_journal.exchange.journal.csv_cells import DAILY
    from sciatica_journal.exchange.journal.csv_files import FILES, csv_lines
    from sciatica_journal.services.journal.new_files import write_new_folder

    kinds = [kind for kind in FILES if kind in DAILY or kind in source.there]
    source.expect(kinds)
    write_new_folder(path, ((FILES[kind], csv_lines(kind, source.days([kind]))) for kind in kinds))


def _to_markdown(session: Session, source: _Source, path: Path) -> None:
    from sciatica_journal.exchange.journal.markdown import Wording, months
    from sciatica_journal.services.guide.reading import body_names, practice_titles
    from sciatica_journal.services.journal.new_files import write_new_folder

    titles = _flag_titles() if "flag" in source.there else {}
    wording = Wording(session.settings.units, body_names(), practice_titles(), titles)
    kinds = [kind for kind in _ALL if kind not in NOT_SHOWN]
    source.expect(kinds)
    write_new_folder(path, months(source.days(kinds), wording))


def _flag_titles() -> dict[str, str]:
    from sciatica_journal.guide.safety import load_safety

    return {trigger.id: trigger.title for trigger in load_safety().triggers}
