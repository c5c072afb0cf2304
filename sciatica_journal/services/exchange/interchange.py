"""Exports and imports: the journal as files, and files into the journal, each import one change."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.errors import InvalidValue, NotThere
from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.text import one_line
from sciatica_journal.exchange.filling import empty_again
from sciatica_journal.services.exchange.import_plan import Item, Plan, Report, weigh
from sciatica_journal.services.history.looking_back import last_day
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.bulk import add_new, all_records
from sciatica_journal.storage.history import Change, changing
from sciatica_journal.storage.imports import Import, brought, import_label, imports, taking_back_label
from sciatica_journal.storage.store import Store

if TYPE_CHECKING:
    from sciatica_journal.services.safety.notice import Notice

__all__ = [
    "Exported", "Import", "Item", "Plan", "Report", "TakenBack",
    "export_jsonl", "export_to", "list_imports", "plan_import", "run_import", "undo_import",
]  # fmt: skip

NOT_SHOWN: Final = ("other", "profile")
"""Types that only the complete format holds."""

FORMATS: Final = ("jsonl", "csv", "markdown")
AHEAD: Final = timedelta(days=2)
"""How far ahead of today a day may lie that was written elsewhere: as far as one can fly west."""

NOT_ENCRYPTED: Final = "this file is not encrypted"


@dataclass(frozen=True, slots=True)
class Exported:
    """A finished export; `message` tells the person where it is and that it is not encrypted."""

    path: Path
    records: int
    message: str


@dataclass(frozen=True, slots=True)
class TakenBack:
    """An import that was taken back: records removed, days emptied again, and records kept as changed since."""

    what: Import
    removed: int
    emptied: int
    kept: int


def export_jsonl(session: Session, with_reflections: bool = True) -> Iterator[str]:
    """Return the lines of the JSON lines export, without line ends. A missing journal reads as empty."""
    from sciatica_journal.exchange.jsonl import write

    return write(_records(session, with_reflections))


def _records(session: Session, with_reflections: bool) -> list[Record]:
    store = session.reader()
    records = all_records(store) if store is not None else []
    return [record for record in records if with_reflections or record.TYPE != "reflection"]


def export_to(session: Session, format: str, path: Path, with_reflections: bool = True) -> Exported:
    """Write an export to a new file (jsonl) or a new folder (csv, markdown).

    Raises InvalidValue for an unknown format or an existing target, JournalError where it cannot be written.
    """
    from sciatica_journal.services.journal.new_files import write_new_file, write_new_folder

    records = [one for one in _records(session, with_reflections) if format == "jsonl" or one.TYPE not in NOT_SHOWN]
    if format == "jsonl":
        from sciatica_journal.exchange.jsonl import write

        write_new_file(path, (f"{line}\n" for line in write(records)))
    elif format == "csv":
        from sciatica_journal.exchange.csv_files import csv_files

        write_new_folder(path, csv_files(records))
    elif format == "markdown":
        from sciatica_journal.exchange.markdown import Wording, month_files
        from sciatica_journal.services.guide.reading import body_names, practice_titles

        wording = Wording(session.settings.units, body_names(), practice_titles(), _flag_titles(records))
        write_new_folder(path, month_files(records, wording))
    else:
        raise InvalidValue(f"The format {one_line(format)!r} is unknown.", f"It is one of: {', '.join(FORMATS)}.")
    complete = "" if format == "jsonl" else " JSON lines is the complete format."
    count = "1 record is" if len(records) == 1 else f"{len(records)} records are"
    message = f"{count} in {one_line(str(path))}; {NOT_ENCRYPTED}.{complete}"
    return Exported(path, len(records), message)


def _flag_titles(records: Iterable[Record]) -> dict[str, str]:
    if not any(record.TYPE == "flag" for record in records):
        return {}
    from sciatica_journal.guide.safety import load_safety

    return {trigger.id: trigger.title for trigger in load_safety().triggers}


def plan_import(session: Session, paths: Sequence[Path], kind: str | None = None) -> Plan:
    """Read the files and say what importing them would do; nothing is changed.

    `kind` is what the files are said to be (None: recognised by their content). Raises JournalError for a
    file that cannot be read whole, with its name and the line.
    """
    from sciatica_journal.exchange.bounds import BadLine, shown

    if not paths:
        raise InvalidValue("No file was named.", "Name the files to import.")
    records: list[Record] = []
    for path in paths:
        try:
            records.extend(_read(path, kind, session))
        except BadLine as error:
            raise InvalidValue(f"{shown(path)}, {error.message}", error.hint) from error
    items, _ = weigh(session.reader(), records)
    return Plan(tuple(one_line(path.name) for path in paths), tuple(records), items)


def _read(path: Path, kind: str | None, session: Session) -> list[Record]:
    """Read a file. Days up to AHEAD, or up to the last one that the journal holds, may lie ahead of today."""
    from sciatica_journal.exchange.jsonl import read_file
    from sciatica_journal.exchange.recognise import recognise

    found = kind or recognise(path)
    if found != "jsonl":
        raise InvalidValue(f"The kind {one_line(found)!r} cannot be imported.", "Kinds: jsonl.")
    today = session.today()
    return read_file(path, today, max(today + AHEAD, last_day(session)))


def run_import(session: Session, plan: Plan) -> Report:
    """Do what a plan says, as one durable, undoable change, after a backup.

    What the journal has meanwhile is looked at again: the person's own always wins. Where nothing is to be
    written no backup is made and no change recorded.
    """
    items, writes = weigh(session.reader(), plan.records)
    if not writes.new and not writes.filled:
        return Report(items)
    store = session.writer()
    backup = _backup_before(session, store)
    with changing(store, import_label(_named(plan.files)), session.now(), session.window) as change:
        items, writes = weigh(store, plan.records)
        add_new(change, list(writes.new.values()))
        for day in writes.filled.values():
            change.put(day)
    return Report(items, backup, _notices(session, items, [*writes.new.values()]))


def _named(files: Sequence[str]) -> str:
    more = f" and {len(files) - 3} more" if len(files) > 3 else ""
    return ", ".join(files[:3]) + more


def _backup_before(session: Session, store: Store) -> Path:
    from sciatica_journal.services.journal.backups import free_name
    from sciatica_journal.storage.backup import write_backup

    target = free_name(session, "import-before")
    write_backup(store, target)
    return target


def _notices(session: Session, items: Iterable[Item], new: Sequence[Record]) -> tuple["Notice", ...]:
    from sciatica_journal.services.safety.imported_flags import notices_of_import

    return notices_of_import(session, [item.date for item in items if item.action != "skipped" and item.date], new)


def list_imports(session: Session) -> list[Import]:
    """Return all imports, newest first; empty where there is no journal yet."""
    store = session.reader()
    return imports(store) if store is not None else []


def undo_import(session: Session, number: int | None = None) -> TakenBack:
    """Take back one whole import (None: the newest in force), as one change that can itself be undone.

    What it added is removed and the fields it filled are emptied again; what was changed since stays.
    Raises NotThere for a number that is no import in force.
    """
    found = list_imports(session)
    wanted = [item for item in found if not item.taken_back and number in (None, item.id)]
    if not wanted:
        what = "no import to take back" if number is None else f"no import {number} in force"
        raise NotThere(f"There is {what}.", "`sciatica-journal import --list` lists them.")
    store = session.writer()
    counted = Counter[str]()
    with changing(store, taking_back_label(wanted[0].id), session.now(), session.window) as change:
        for before, after in brought(store, wanted[0].id):
            counted.update(_take_back(change, before, after))
    gone = [(kind, (old or {}).get("date")) for kind, _, old, new in change.versions if new is None]
    if any(kind == "flag" for kind, _ in gone):
        from sciatica_journal.services.safety.imported_flags import reopen_own

        reopen_own(session, {date.fromisoformat(day) for kind, day in gone if day and kind != "flag"})
    return TakenBack(wanted[0], counted["removed"], counted["emptied"], counted["kept"])


def _take_back(change: Change, before: Record | None, after: Record) -> tuple[str, ...]:
    current = change.store.get(after.TYPE, after.key)
    if isinstance(current, Day) and isinstance(after, Day):
        was = before if isinstance(before, Day) else Day(after.date)
        emptied, stays = empty_again(current, was, after)
        gone = emptied.is_empty and before is None
        change.remove("day", current.key) if gone else change.put(emptied)
        return ("kept",) if stays else ("removed" if gone else "emptied",)
    if current is None:
        return ()
    if current != after:
        return ("kept",)
    change.remove(after.TYPE, after.key)
    return ("removed",)
