"""CSV files for spreadsheets: one a record type, those beside the daily records only where there are such.

A cell of text that a spreadsheet would take for a formula gets a leading apostrophe (OWASP, CSV injection;
ASVS 1.2.10); numbers stay as they are. `readers.journal_csv` reads the files back.
"""

from collections.abc import Iterable, Iterator
from csv import QUOTE_ALL, writer
from io import StringIO
from typing import Any, Final

from sciatica_journal.domain.plain import Record, to_plain
from sciatica_journal.exchange.journal.csv_cells import columns_of, guarded, written
from sciatica_journal.exchange.journal.jsonl import in_order

FILES: Final = {
    "day": "days.csv", "run": "runs.csv", "reflection": "reflections.csv", "moment": "moments.csv",
    "examination": "examinations.csv", "appointment": "appointments.csv", "question": "questions.csv",
    "treatment": "treatments.csv", "override": "overrides.csv", "sign": "signs.csv", "check": "checks.csv",
    "reading": "readings.csv", "season": "seasons.csv", "holiday": "holidays.csv", "background": "background.csv",
    "ladder_move": "ladder_moves.csv", "trial": "trials.csv", "draw": "draws.csv", "flag": "flags.csv",
    "source_row": "source_rows.csv", "profile": "profile.csv", "other": "others.csv",
}  # fmt: skip
"""The files by the types of their records, in their order."""


def csv_lines(kind: str, days: Iterable[Iterable[Record]]) -> Iterator[str]:
    """Yield the lines of the file of a type, of records that come day by day."""
    columns = columns_of(kind)
    yield _row(columns)
    for day in days:
        for record in in_order(day):
            plain = _plain(record)
            yield _row([_cell(written(plain.get(name), kind, name)) for name in columns])


def _plain(record: Record) -> dict[str, Any]:
    """Return the record's values by column; what other programs added to it is one value."""
    if record.TYPE in ("other", "profile"):
        return {"id": record.key, "date": record.date and record.date.isoformat(), "body": to_plain(record)}
    extra = getattr(record, "extra", {})
    plain = {name: value for name, value in to_plain(record).items() if name not in extra}
    return {**plain, "extra": dict(extra) or None}


def _row(cells: Iterable[Any]) -> str:
    line = StringIO()
    writer(line, quoting=QUOTE_ALL).writerow(cells)
    return line.getvalue()


def _cell(value: Any) -> Any:
    return guarded(value) if isinstance(value, str) else value
