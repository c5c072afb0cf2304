"""One item of a dry run, looked at closely: the file's row as it is, and what it would fill."""

from dataclasses import dataclass, replace
from json import dumps
from typing import Any

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.labels import FIELD_LABELS
from sciatica_journal.domain.plain import Record, to_plain
from sciatica_journal.domain.run import Run
from sciatica_journal.domain.text import one_line
from sciatica_journal.exchange.filling import fill, filled_names
from sciatica_journal.exchange.found import Refused
from sciatica_journal.services.exchange.candidates import Candidate
from sciatica_journal.services.exchange.plan import Item, Plan
from sciatica_journal.services.journal.session import Session

_SOURCE = ("source", "source_id")


@dataclass(frozen=True, slots=True)
class Closer:
    """`there` is the record that the item belongs to, `filled` what it would fill there, `row` what the file says:
    each pairs of names and values, on one line each."""

    item: Item
    there: tuple[tuple[str, str], ...]
    filled: tuple[tuple[str, str], ...]
    row: tuple[tuple[str, str], ...]


def look_closer(session: Session, plan: Plan, number: int) -> Closer:
    """Return the item of a plan by its number, closely. `filled` is empty where it fills nothing in the journal."""
    item, found = plan.items[number], plan.reading.found[number]
    if isinstance(found, Refused):
        return Closer(item, (), (), ())
    there: Record | None = None
    store = session.reader()
    if item.action == "merged" and store is not None:
        there = store.get(found.record.TYPE, item.key)
    return Closer(item, _pairs(there) if there is not None else (), _filled(there, found), _row(found))


def _filled(there: Record | None, found: Candidate) -> tuple[tuple[str, str], ...]:
    given = found.record
    if isinstance(there, Run) and isinstance(given, Run):
        run = fill(there, replace(given, source=None, source_id=None) if there.source else given)
        names, plain = filled_names(there, run), to_plain(run)
    elif isinstance(there, Day) and isinstance(given, Day):
        day = fill(there, given, each_factor=found.row is not None)
        names, plain = filled_names(there, day), to_plain(day)
        if "factors" in names:
            plain["factors"] = {name: day.factors[name] for name in day.factors.keys() - there.factors.keys()}
    else:
        return ()
    return tuple((_named(name), _said(plain.get(name))) for name in names if name not in _SOURCE)


def _row(found: Candidate) -> tuple[tuple[str, str], ...]:
    if found.row is None:
        return _pairs(found.record)
    return tuple((one_line(name), one_line(cell)) for name, cell in found.row.row.items())


def _pairs(record: Record) -> tuple[tuple[str, str], ...]:
    plain = to_plain(record)
    return tuple((_named(name), _said(value)) for name, value in plain.items() if name not in ("type", *_SOURCE))


def _named(name: str) -> str:
    return one_line(str(FIELD_LABELS.get(name) or name.replace("_", " ")))


def _said(value: Any) -> str:
    match value:
        case str():
            return one_line(value)
        case list() if all(isinstance(each, str) for each in value):
            return one_line(", ".join(value))
        case dict() if all(isinstance(each, int | float) for each in value.values()):
            return one_line(", ".join(f"{name} {each}" for name, each in value.items()))
    return one_line(dumps(value, ensure_ascii=False))
