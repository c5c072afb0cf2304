"""Days for reading: one or a range, as JSON-ready objects."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.plain import Record, to_plain
from sciatica_journal.services.entries.days import DayView
from sciatica_journal.services.journal.session import Session

if TYPE_CHECKING:
    from sciatica_journal.domain.care.record import CareRecord
    from sciatica_journal.services.entries.line_log import LineLogged


def recorded_views(session: Session, first: date, last: date) -> list[DayView]:
    """Return the days from `first` to `last` that hold anything, ascending, without their neighbours."""
    store = session.reader()
    if store is None:
        return []
    found: dict[date, dict[str, list[Any]]] = {}
    records: Sequence[tuple[str, Sequence[Record]]] = (
        ("day", store.between("day", first, last)),
        ("runs", store.runs(first, last)),
        ("reflections", store.reflections(first, last)),
        ("moments", store.moments(first, last)),
    )
    for name, group in records:
        for record in group:
            if record.date is not None:
                found.setdefault(record.date, {}).setdefault(name, []).append(record)
    views = (_view(day, found[day]) for day in sorted(found))
    return [view for view in views if not view.is_empty]


def care_of_days(session: Session, first: date, last: date) -> "dict[date, list[CareRecord]]":
    """Return the care records and red flags by their days, from `first` to `last`, kind by kind."""
    from sciatica_journal.domain.kinds import CARE_KINDS
    from sciatica_journal.storage.set_aside import flag_records

    store = session.reader()
    found: dict[date, list[CareRecord]] = {}
    if store is None:
        return found
    records = [cast("CareRecord", one) for kind in CARE_KINDS for one in store.between(kind, first, last)]
    for record in (*records, *(flag for flag in flag_records(store) if first <= flag.date <= last)):
        found.setdefault(record.date, []).append(record)
    return found


def _view(day: date, groups: dict[str, list[Any]]) -> DayView:
    return DayView(
        day=groups.get("day", [Day(day)])[0],
        runs=tuple(groups.get("runs", ())),
        reflections=tuple(groups.get("reflections", ())),
        moments=tuple(groups.get("moments", ())),
    )


def empty_view(day: date) -> DayView:
    """Return a day that holds nothing of its own."""
    return DayView(Day(day))


def plain_view(view: DayView) -> dict[str, Any]:
    """Return a day with all that belongs to it in the shape of the interchange format; an empty day is None."""
    return {
        "date": view.day.key,
        "day": None if view.day.is_empty else to_plain(view.day),
        "runs": [to_plain(run) for run in view.runs],
        "reflections": [to_plain(reflection) for reflection in view.reflections],
        "moments": [to_plain(moment) for moment in view.moments],
    }


def plain_logged(logged: "LineLogged") -> dict[str, Any]:
    """Return what a quick line set, and nothing else, in the shape of the interchange format."""
    return {
        "date": logged.date.isoformat(),
        "line": logged.said.line,
        "note": logged.said.note,
        "day": to_plain(logged.day),
        "runs": [to_plain(run) for run in logged.runs],
        "warnings": list(logged.warnings),
    }
