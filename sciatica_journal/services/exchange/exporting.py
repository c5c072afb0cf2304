"""Exports: the journal as JSON lines, as CSV for spreadsheets, as Markdown for reading."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.plain import Record
from sciatica_journal.domain.text import one_line
from sciatica_journal.services.journal.session import Session
from sciatica_journal.storage.bulk import all_records

NOT_SHOWN: Final = ("other", "profile", "source_row")
"""Types that only the complete format holds."""

FORMATS: Final = ("jsonl", "csv", "markdown")
NOT_ENCRYPTED: Final = "this file is not encrypted"


@dataclass(frozen=True, slots=True)
class Exported:
    """A finished export; `message` tells the person where it is and that it is not encrypted."""

    path: Path
    records: int
    message: str


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
