"""CSV files for spreadsheets: one a record type, those of care only where there are such records.

Readable, not lossless: JSON lines is the complete format.

A cell of text that a spreadsheet would take for a formula gets a leading apostrophe (OWASP, CSV injection;
ASVS 1.2.10); numbers stay as they are.
"""

from collections.abc import Iterable, Iterator
from csv import QUOTE_ALL, writer
from dataclasses import fields
from io import StringIO
from json import dumps
from typing import Any, Final

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.plain import Record, to_plain
from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.spot import Spot
from sciatica_journal.exchange.jsonl import in_order

FORMULA_STARTS: Final = "=+-@\t\r\n＝＋－＠"
_FILES: Final = {"days.csv": Day, "runs.csv": Run, "reflections.csv": Reflection, "moments.csv": Moment}
_CARE_FILES: Final = {
    "examination": "examinations.csv", "appointment": "appointments.csv", "question": "questions.csv",
    "treatment": "treatments.csv", "override": "overrides.csv", "sign": "signs.csv", "check": "checks.csv",
    "reading": "readings.csv", "season": "seasons.csv", "holiday": "holidays.csv", "background": "background.csv",
    "flag": "flags.csv", "ladder_move": "ladder_moves.csv",
}  # fmt: skip


def csv_files(records: Iterable[Record]) -> dict[str, Iterator[str]]:
    """Return the files by name, each as its lines: days, runs, reflections and moments, then each kind of care."""
    ordered = in_order(records)
    files = {name: _rows(cls, ordered) for name, cls in _FILES.items()}
    kinds = {record.TYPE: type(record) for record in ordered}
    return files | {name: _rows(kinds[kind], ordered) for kind, name in _CARE_FILES.items() if kind in kinds}


def _rows(cls: type[Any], records: list[Record]) -> Iterator[str]:
    columns = [item.name for item in fields(cls)]
    yield _row(columns)
    for record in records:
        if isinstance(record, cls):
            plain = to_plain(record)
            plain["extra"] = dict(record.extra) or None
            yield _row([_cell(plain.get(name), getattr(record, name)) for name in columns])


def _row(cells: Iterable[Any]) -> str:
    line = StringIO()
    writer(line, quoting=QUOTE_ALL).writerow(cells)
    return line.getvalue()


def _cell(plain: Any, value: Any) -> Any:
    """Return what a cell shows: numbers as they are, true and false in words, lists joined by "; "."""
    if isinstance(plain, bool):
        return "true" if plain else "false"
    if plain is None or isinstance(plain, int | float):
        return plain
    if isinstance(value, tuple):
        return guarded("; ".join(_spot(item) if isinstance(item, Spot) else item for item in value))
    if isinstance(plain, dict):
        return guarded("; ".join(f"{name}={_short(item)}" for name, item in plain.items()))
    return guarded(plain)


def _short(item: Any) -> str:
    return item if isinstance(item, str) else dumps(item, ensure_ascii=False)


def _spot(spot: Spot) -> str:
    parts = [spot.region, spot.side, spot.intensity, *spot.qualities]
    return " ".join(str(part) for part in parts if part is not None)


def guarded(text: str) -> str:
    """Return the text with an apostrophe before it where a spreadsheet would compute it."""
    return f"'{text}" if text.startswith(tuple(FORMULA_STARTS)) else text
